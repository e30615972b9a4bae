/**
 * Asks another server for something: the only way out of the platform. Only the public web, each redirect looked at anew,
 * bounded in time, size and number.
 */
import { FETCH_MS, FETCHES_AT_ONCE, MAX_REDIRECTS, MAX_WAITING_FETCHES } from "shared/fetching/rules.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { App } from "../app.ts";
import { Gate } from "./gate.ts";
import { FetchProblem, problemOf } from "./problem.ts";
import { type Answer, type Headers, requestOnce } from "./request.ts";
import { type Resolve, readAddress, resolveName, targetOf } from "./target.ts";

export { FetchProblem } from "./problem.ts";

export interface Asked {
  /** Media types, as `Accept` has them. */
  accept: string;
  /** Of the body, after it was decompressed. */
  maxBytes: number;
  method?: "GET" | "HEAD";
  /** As the server told them last: it then says whether something is new. */
  etag?: string | null;
  lastModified?: string | null;
  /** For everything together, once its turn has come, for which it waits no longer than that; ten seconds unless said. */
  withinMs?: number;
  /** Who knows the addresses of names; the operating system unless said. */
  resolve?: Resolve;
}

export interface Redirect {
  status: number;
  from: string;
  to: string;
}

export interface Fetched {
  /** Of any answer but a redirect: also 404 and 503. */
  status: number;
  /** Where it was found in the end. */
  url: string;
  redirects: readonly Redirect[];
  headers: Headers;
  /** Empty unless the status is 2xx. */
  body: Buffer;
  notModified: boolean;
}

const gate = new Gate(FETCHES_AT_ONCE, MAX_WAITING_FETCHES);

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Throws FetchProblem where there is no answer; `url` is never logged. */
export async function fetchSafely(app: App, url: string, asked: Asked): Promise<Fetched> {
  const start = readAddress(url);
  const withinMs = asked.withinMs ?? FETCH_MS;
  return gate.through(withinMs, () => inTurn(app, start, asked, withinMs));
}

/** Its time begins with its turn: a server is not late because others were asked before it. */
async function inTurn(app: App, start: URL, asked: Asked, withinMs: number): Promise<Fetched> {
  const signal = AbortSignal.timeout(withinMs);
  try {
    return await follow(app, start, asked, signal);
  } catch (error) {
    throw problemOf(signal.aborted ? signal.reason : error);
  }
}

async function follow(app: App, start: URL, asked: Asked, signal: AbortSignal): Promise<Fetched> {
  const redirects: Redirect[] = [];
  let url = start;
  for (;;) {
    const answer = await ask(app, url, asked, signal);
    const next = redirectOf(answer, url);
    if (next === null) {
      const { status, headers, body } = answer;
      return { status, url: plain(url), redirects, headers, body, notModified: status === 304 };
    }
    if (redirects.length === MAX_REDIRECTS) throw new FetchProblem("too-many-redirects");
    redirects.push({ status: answer.status, from: plain(url), to: plain(next) });
    url = next;
  }
}

async function ask(app: App, url: URL, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const target = await inTime(signal, targetOf(url, app.config, asked.resolve ?? resolveName));
  const { method = "GET", maxBytes } = asked;
  return requestOnce(target, { method, maxBytes, signal, headers: headersOf(app, asked) });
}

/** Looking up a name cannot be called off; nobody waits for it longer than for the rest. */
function inTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const late = () => reject(signal.reason);
  signal.addEventListener("abort", late, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", late));
}

function redirectOf({ status, headers }: Answer, base: URL): URL | null {
  const { location } = headers;
  if (!REDIRECTS.includes(status) || location === undefined) return null;
  // Header values come as bytes: an address that was not encoded is UTF-8.
  return readAddress(Buffer.from(location, "latin1").toString("utf8"), base);
}

/** Without what only a browser reads. */
function plain(url: URL): string {
  return url.hash === "" ? url.href : url.href.slice(0, -url.hash.length);
}

/** It says whose it is, so that a server's keeper can ask; nothing tells for whom, or from which page. */
function headersOf(app: App, { accept, etag, lastModified }: Asked): Record<string, string> {
  const name = textsIn("en")("frame.name").replaceAll(/\W+/g, "-");
  return {
    accept,
    "user-agent": `${name} (+${app.origin()})`,
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}
