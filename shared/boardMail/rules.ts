/** Limits of letters that come in, and how a subject becomes a title. */

/** Photographs that people send along are left out, but have to arrive with the letter. */
export const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;
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
