/** Limits of letters that come in, and how a subject becomes a title. */

/** Photographs that people send along are left out, but have to arrive with the letter. */
export const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;
/** Attachments of that size have some 180,000 lines; what has more is made to keep its reader busy. */
export const MAX_LINES = 250_000;
/** Lines that may part a letter: it has some ten parts, and a text may have rules of its own. */
export const MAX_DIVIDERS = 2_000;
/** A letter that was forwarded again and again has some ten parts within each other. */
export const MAX_NESTED_PARTS = 20;
/** Letters that are taken in at the same time, each as large as that. */
export const MAX_CLIENTS = 8;
/** Of text or HTML, in characters: what is longer is no post, and is not looked through. */
export const MAX_PART = 400_000;
/** What of a letter that was not posted is sent back. */
export const MAX_KEPT = 60_000;

const PREFIX = /^\s*(re|fwd?|aw|tr|rép|rv|رد|إعادة توجيه)\s*:\s*/iu;
/** More of them than a long conversation has. */
const MOST_PREFIXES = 10;

/** "Re: Fwd: Dates" is "Dates". */
export function titleOf(subject: string): string {
  let title = subject.replace(/\s+/g, " ").trim();
  for (let time = 0; time < MOST_PREFIXES && PREFIX.test(title); time++) title = title.replace(PREFIX, "");
  return title;
}
