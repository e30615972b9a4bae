/** Limits of what the platform asks other servers for, and the words for what may come of it. */

/** A curator waits for the answer, and a server that needs longer is of no use in a form. */
export const FETCH_MS = 10_000;
/** Of this process: each may bring a few mebibytes, and those who ask are few. */
export const FETCHES_AT_ONCE = 4;
/** Whoever comes then would wait in vain. */
export const MAX_WAITING_FETCHES = 16;
/** From http to https, to www, to the language: more are a loop or a tracker. */
export const MAX_REDIRECTS = 5;
/** Others stand for services that are no web pages: mail, databases, printers. */
export const WEB_PORTS: readonly number[] = [80, 443];
/** As in `shared/fields.ts`: what no browser would follow need not be asked for. */
export const MAX_ADDRESS_LENGTH = 2000;

export const fetchProblems = [
  "bad-address",
  "private-address",
  "not-found",
  "not-http",
  "too-large",
  "timeout",
  "too-many-redirects",
  "unreachable",
  "bad-certificate",
  "unreadable",
  // Nobody was asked: too many others are being asked.
  "busy",
  // What the server says by its status, and what stands there instead of what was looked for.
  "page-not-found",
  "bad-answer",
  "not-a-page",
] as const;

/** Why there is no answer: each has its words under `fetching.<code>`. */
export type FetchProblemCode = (typeof fetchProblems)[number];
