/** Limits of the letters that visitors send to CSOs through the platform. */

/** A CSO can answer so many in a day; more would be a flood, and its mailbox would suffer for it. */
export const MAX_LETTERS_PER_DAY = 20;
export const MAX_MESSAGE = 4000;
/** A word or two tell nobody what is asked. */
export const MIN_MESSAGE = 20;
export const MAX_SENDER_NAME = 100;
/** Counts are kept for as long as they limit anything. */
export const KEEP_COUNT_DAYS = 2;
