/** Reading other people's feeds: how often, how much, and what a feed that does not answer is told to be. */
import { type FetchProblemCode, fetchProblems } from "../fetching/rules.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** News of civil society is seldom newer; a server that says it needs more is given more. */
export const READ_EVERY_MS = HOUR_MS;
/** A feed that fails is asked ever more seldom, but every day: sites come back. */
export const LONGEST_PAUSE_MS = DAY_MS;
/** A server may ask for more patience than that; "never" it says with 410. */
export const LONGEST_ASKED_PAUSE_MS = 7 * DAY_MS;
/** Longer than asking, reading and keeping take: a node that died meanwhile is replaced after it. */
export const CLAIM_MS = 2 * MINUTE_MS;
/** What one run may take; the next one goes on where it stopped. */
export const RUN_MS = 8 * MINUTE_MS;

/** A feed with whole articles of a month has less. */
export const MAX_FEED_BYTES = 5 * 1024 * 1024;
/** The longest, of thousands of items, is read in three on a busy small host. */
export const FEED_SECONDS = 6;
/** The longest takes 200. */
export const FEED_MIB = 400;
/** The newest of them: nobody reads on beyond. */
export const MAX_FEED_ITEMS = 500;
/** Of one region: with more nobody reads what they bring. */
export const MAX_FEEDS = 200;
export const MAX_FEED_TITLE = 200;
export const MAX_ITEM_TITLE = 300;
/** Enough to judge by; it is never published. */
export const MAX_EXCERPT = 500;
export const INBOX_PAGE = 20;
/** As many as a page of data has. */
export const MAX_TOGETHER = 100;
/** What was used or dismissed so long ago is forgotten; a feed that still brings it is too old to be news. */
export const FORGET_DAYS = 400;

export const itemStates = ["new", "used", "dismissed"] as const;
export type ItemState = (typeof itemStates)[number];

/** What a feed may fail with beside what any address may. */
const feedProblems = ["not-a-feed", "no-feed", "entities", "gone"] as const;
export const inboxProblems = [...fetchProblems, ...feedProblems] as const;
export type InboxProblem = (typeof inboxProblems)[number];

type FeedProblem = (typeof feedProblems)[number];

/** The key of its words. */
export function problemKey(
  problem: InboxProblem,
): `inbox.problem.${FeedProblem}` | `fetching.${FetchProblemCode}` {
  return isFeedProblem(problem) ? `inbox.problem.${problem}` : `fetching.${problem}`;
}

function isFeedProblem(problem: InboxProblem): problem is FeedProblem {
  return (feedProblems as readonly string[]).includes(problem);
}

/** Milliseconds until a feed is asked again: twice as long after each failure, and never before its server wants. */
export function pauseAfter(failures: number, askedMs: number | null): number {
  const own = Math.min(READ_EVERY_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
  return Math.max(own, Math.min(askedMs ?? 0, LONGEST_ASKED_PAUSE_MS));
}

/** What `Retry-After` says, in milliseconds from now: seconds or a date (RFC 9110 §10.2.3). */
export function askedPause(retryAfter: string | undefined, now: Date): number | null {
  if (retryAfter === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}
