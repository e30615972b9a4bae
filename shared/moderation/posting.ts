/** Whether what somebody writes is taken, waits for approval, or is refused for a time: pure, by what one query told. */
import { type Actor, isStaff } from "../accounts/rules.ts";
import { Failure } from "../failure.ts";

/** As fast as anybody types and thinks; more is a machine, or a quarrel. */
export const POSTS_PER_WINDOW = 10;
export const RATE_SECONDS = 10 * 60;
/** More corrections than that are no corrections: each names people anew, and keeps what stood there before. */
export const EDITS_PER_WINDOW = 20;
export const THREADS_PER_DAY = 5;
export const THREADS_SECONDS = 24 * 60 * 60;
/** The same words in another thread within this time are refused: they belong into one place. */
export const LIKENESS_SECONDS = 60 * 60;
/** Trigrams in common, of all: a changed greeting or link does not make another text. */
export const LIKENESS = 0.85;
/** "Thank you very much" may be said in many threads. In letters and digits. */
export const MIN_LIKE_LENGTH = 20;
/** So much of a text is compared: enough to know it again, little enough to compare in no time. */
export const LIKE_LENGTH = 2000;
/** So many approved posts end a new member's first stage … */
export const FIRST_POSTS = 2;
/** … and so many the stage in which posts with links wait. */
export const FIRST_LINKS = 5;
/** Either stage ends by itself: who is here for a season is no new account any more. */
export const NEWCOMER_DAYS = 90;
/** A day: with a longer pace a thread is closed rather than slow. */
export const MAX_SLOW_SECONDS = 24 * 60 * 60;

/** A suspension or ban that holds. */
export interface Limit {
  kind: "suspended" | "banned";
  /** Where; null: in the boards of all regions. */
  region: string | null;
  /** ISO 8601; null: until it is lifted. */
  until: string | null;
}

/** What the rules go by, as the gate's query tells it. */
export interface Standing {
  limits: readonly Limit[];
  /** Demonstration people of a load test, and nobody else. */
  unlimited: boolean;
  joinedAt: Date;
  /** Own visible posts, counted no further than the rules ask. */
  approved: number;
  /** When the post was written that has to be older than the window before another may follow; null: there are fewer. */
  rateFrom: Date | null;
  /** The same for threads that were started; null where no thread is being started. */
  threadsFrom: Date | null;
  /** When the person last posted in this thread, and in this board; null: not within a day, or there is no pace. */
  lastInThread: Date | null;
  lastInBoard: Date | null;
  /** Seconds between two posts of one person; 0: none. */
  threadPace: number;
  boardPace: number;
  /** The same words, or nearly, were posted elsewhere within the window. */
  repeats: boolean;
}

/** Staff of the board's region; in boards of all regions that of any: they set the pace, and need nobody's approval. */
export function isStaffOf(actor: Actor, region: string | null): boolean {
  return region === null ? actor.roles.length > 0 : isStaff(actor, region);
}

/** In a region's boards, and in those of all regions, which every region's moderators keep. */
export function limitIn(limits: readonly Limit[], region: string | null, now: Date): Limit | null {
  const holds = ({ region: of, until }: Limit) =>
    (of === region || region === null) && (until === null || Date.parse(until) > now.getTime());
  const holding = limits.filter(holds);
  return holding.find(({ kind }) => kind === "banned") ?? longest(holding);
}

function longest(limits: readonly Limit[]): Limit | null {
  return limits.toSorted((one, other) => endOf(other) - endOf(one))[0] ?? null;
}

const endOf = ({ until }: Limit) => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until));

export const refusals = ["rate", "threads", "slow", "repeats"] as const;
export type Refusal = (typeof refusals)[number];

/** Why something is not taken now, and when it may be tried again: API and pages say the same. */
export class NotNow extends Failure {
  readonly reason: Refusal;

  constructor(reason: Refusal, retryAfter: number) {
    super("too-many", { detail: sentences[reason], retryAfter });
    this.reason = reason;
  }
}

/** For readers of the API. */
const sentences: Record<Refusal, string> = {
  rate: `At most ${POSTS_PER_WINDOW} posts within ${RATE_SECONDS / 60} minutes.`,
  threads: `At most ${THREADS_PER_DAY} new threads within a day.`,
  slow: "This thread or board is in slow mode: there is a time to wait between two posts.",
  repeats: "The same text, or nearly, was posted in another thread a short time ago.",
};

export class Suspended extends Failure {
  readonly limit: Limit;

  constructor(limit: Limit) {
    const until = limit.until === null ? "" : ` until ${limit.until}`;
    super("suspended", { detail: `${limit.kind === "banned" ? "Banned" : "Suspended"}${until}.` });
    this.limit = limit;
  }
}

/** What is answered instead of taking the post; null: it is taken. */
export function refusalOf(
  standing: Standing,
  writing: { region: string | null; isStaff: boolean },
  now: Date,
): Failure | null {
  const limit = limitIn(standing.limits, writing.region, now);
  if (limit) return new Suspended(limit);
  if (standing.unlimited) return null;
  const rate = waitFrom(standing.rateFrom, RATE_SECONDS, now);
  if (rate > 0) return new NotNow("rate", rate);
  const threads = waitFrom(standing.threadsFrom, THREADS_SECONDS, now);
  if (threads > 0) return new NotNow("threads", threads);
  const slow = Math.max(
    waitFrom(standing.lastInThread, standing.threadPace, now),
    waitFrom(standing.lastInBoard, standing.boardPace, now),
  );
  if (slow > 0 && !writing.isStaff) return new NotNow("slow", slow);
  return standing.repeats ? new NotNow("repeats", LIKENESS_SECONDS) : null;
}

/** Whole seconds until `from` is that old; 0: it is. */
function waitFrom(from: Date | null, seconds: number, now: Date): number {
  if (from === null || seconds === 0) return 0;
  return Math.max(0, Math.ceil((from.getTime() - now.getTime()) / 1000) + seconds);
}

/** New members' first posts, and for some more time their posts with links, wait for a moderator. */
export function waitsForApproval(
  standing: Pick<Standing, "joinedAt" | "approved" | "unlimited">,
  { isStaff, hasLinks }: { isStaff: boolean; hasLinks: boolean },
  now: Date,
): boolean {
  const isNew = now.getTime() - standing.joinedAt.getTime() < NEWCOMER_DAYS * 86_400_000;
  if (standing.unlimited || isStaff || !isNew) return false;
  return standing.approved < FIRST_POSTS || (hasLinks && standing.approved < FIRST_LINKS);
}

/** Letters and digits alone, in one case: what makes two texts the same. */
export function wordsOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** What is compared of a text; null where it is too short to be anybody's own. */
export function likenessOf(body: string): string | null {
  const words = wordsOf(body);
  return words.length < MIN_LIKE_LENGTH ? null : words.slice(0, LIKE_LENGTH);
}

/** Whether the HTML of a post has a link or a picture of elsewhere: what stands on the platform leads nobody away. */
export function leadsAway(html: string, origin: string): boolean {
  const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address = ""]) => address);
  return addresses.some(
    (address) => !/^(?:[#?]|\/(?!\/))/.test(address) && !address.startsWith(`${origin}/`),
  );
}
