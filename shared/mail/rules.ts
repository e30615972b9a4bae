/** Limits of letters, and for how long the platform tries to deliver one. */

/** RFC 5321 §4.5.3.1: what any mail server must take, and none need take more. */
export const MAX_ADDRESS = 254;
export const MAX_LOCAL_PART = 64;
/** RFC 5322 §2.1.1 wants lines below 78 signs; a longer subject is cut by most readers anyway. */
export const MAX_SUBJECT = 150;

/** The first retry comes soon, for servers that greylist; then each waits twice as long … */
export const FIRST_RETRY_SECONDS = 30;
/** … up to two hours, so that a server that is back is used the same morning. */
export const LONGEST_RETRY_SECONDS = 2 * 60 * 60;
/** With the waits above a little over a day: by then the links of most letters have ended. */
export const RETRIES = 20;
/** How long a letter that could not be sent waits for a steward's decision. */
export const KEEP_UNSENT_DAYS = 30;
/** A node that died while it sent is given up after this time, and another one sends the letter. */
export const SENDING_SECONDS = 300;
/** One mail server is enough to be kind to: letters go one after another, over one connection per batch. */
export const LETTERS_AT_ONCE = 5;
