/** Limits of following by mail. */

/** A link that confirms ends with this; until then the address is kept, and no longer. */
export const CONFIRM_HOURS = 24;
/** Whoever types another's address can have it written to no oftener than this in a day. */
export const MAX_CONFIRMATIONS_PER_DAY = 3;
/** One letter has to stay readable. */
export const MAX_FOLLOWS = 20;
/** Of each follow; the page has the rest. */
export const MAX_NEW_ITEMS = 15;
/** Mondays at six in the morning, UTC: read in the working week of every region. */
export const DIGEST_CRON = "0 6 * * 1";
/** A write that began before a digest and ended after it must not be missed: digests look no nearer than this. */
export const DIGEST_LAG_MS = 10 * 60_000;
/** Digests and follows: fewer at once keep other work going. */
export const ADDRESSES_AT_ONCE = 50;
