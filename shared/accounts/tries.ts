/** How long somebody waits after wrong passwords or codes: by the name that was typed, never by where it came from. */

/** Everybody mistypes, or tries the passwords they have. */
export const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 5;
/** Twelve guesses an hour find no password of ours; a longer wait would only shut the owner out. */
export const LONGEST_WAIT_SECONDS = 300;
/** Whoever stays away so long starts anew, which gives fewer guesses than to go on. */
export const TRIES_FORGOTTEN_MS = 60 * 60 * 1000;

/** Seconds until the next try after so many failures in a row. */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - FREE_TRIES));
}

/** A handle or an e-mail as it is looked up and counted, however it was typed. */
export function foldedName(typed: string): string {
  return typed.slice(0, 400).normalize("NFC").trim().toLowerCase();
}
