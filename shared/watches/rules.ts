/** How closely a person watches something, what they are told of, and the limits of telling. */

/** `mentions`: only what names or answers me, also what holds where nothing was chosen. */
export const watchLevels = ["all", "mentions", "none"] as const;
export type WatchLevel = (typeof watchLevels)[number];
export const watchKinds = ["thread", "board", "country"] as const;
export type WatchKind = (typeof watchKinds)[number];

/**
 * What happened on the board, the strongest first: a person is told of a post once. `mention`: they or their CSO are named;
 * `quote`: their post is answered; `answer`: their post answers a question; `reply`: in a thread that they watch;
 * `thread`: begun in a board or about a country that they watch.
 */
export const postKinds = ["mention", "quote", "answer", "reply", "thread"] as const;
export type PostKind = (typeof postKinds)[number];

export const isPostKind = (kind: string): kind is PostKind => (postKinds as readonly string[]).includes(kind);

export const mailRhythms = ["at-once", "daily", "weekly", "never"] as const;
export type MailRhythm = (typeof mailRhythms)[number];
/** Of who chose nothing: it loses nothing, and fills no mailbox. */
export const DEFAULT_RHYTHM: MailRhythm = "daily";

/** Beyond it a bell says "99+": nobody counts further, and counting costs time. */
export const MOST_UNREAD = 100;
/** A letter at once waits so long for what comes right after it, and leaves within a minute. */
export const GATHER_MS = 45_000;
/** Every morning, before work begins in the three regions. */
export const DIGEST_CRON = "0 5 * * *";
/** What is older is no news; it stands on the page. */
export const NEWS_DAYS = 14;
/** With headers and both parts, as sent: some 30 KB load on the slowest phone. */
export const MAX_LETTER_BYTES = 30_000;
/** Of one thread in a letter; the thread has the rest. */
export const MAX_POSTS_PER_LETTER = 40;
/** Of one person in a digest. */
export const MAX_DIGEST_POSTS = 100;
/** Of a post in a digest, in characters: enough to know whether to read it. */
export const MAX_EXCERPT = 280;
/** People at a time whose letters are made: fewer at once keep other work going. */
export const PEOPLE_AT_ONCE = 50;
/** Posts whose telling is one statement. */
export const POSTS_AT_ONCE = 100;
/** Of what one watches a page shows so many. */
export const MAX_WATCHES_SHOWN = 200;

const DAY_MS = 86_400_000;

/** From when on a digest was told before this one: the start of the day, or of the week (Monday), in UTC. */
export function periodStart(rhythm: MailRhythm, now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(rhythm === "weekly" ? today - sinceMonday * DAY_MS : today);
}
