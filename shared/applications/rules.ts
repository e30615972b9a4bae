/** Decisions and limits of the applications room: who may be believed, how long things are kept, what may follow what. */

export const applicationKinds = ["organisation", "person", "claim"] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

export const applicationStatuses = [
  "draft",
  "unconfirmed",
  "waiting",
  "asked",
  "accepted",
  "declined",
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Long enough to gather what a form asks for; then what was typed is erased. */
export const DRAFT_DAYS = 30;
/** Whoever has not confirmed an address by then typed it wrongly or thought better of it. */
export const UNCONFIRMED_DAYS = 7;
/** Long enough to ask why; then a declined application is erased. */
export const DECLINED_DAYS = 90;
/** Of an accepted one the dates are kept, for the median; what was typed is emptied. */
export const ACCEPTED_DAYS = 90;

export const CODE_DIGITS = 8;
export const CODE_HOURS = 24;
/** Five guesses of eight digits are one in twenty million. */
export const CODE_TRIES = 5;
/** A new code not more often than this, so that nobody's mailbox is filled. */
export const CODE_PAUSE_MINUTES = 10;
/** After so many wrong tries with several codes the way by code is closed: an admin calls back. */
export const CODE_TRIES_IN_ALL = 15;

/** So many unconfirmed applications may wait for one address; further ones send no letter. */
export const LETTERS_PER_ADDRESS = 3;

/** For so long a claim that was accepted by its domain can be taken back by an admin of the region. */
export const UNDO_DAYS = 30;
/** So long a website or address that was changed here, or a claim that was taken back, lets no mailbox prove a claim. */
export const DOMAIN_REST_DAYS = 90;

/** The median waiting time is that of decisions of the last year, told from so many on. */
export const MEDIAN_OVER_DAYS = 365;
export const MEDIAN_FROM = 3;

/** An application that waits longer is shown as late: members of the region are told to expect less. */
export const LATE_DAYS = 14;

export const decisions = ["accept", "ask", "decline"] as const;
export type Decision = (typeof decisions)[number];

/** Only what waits for an admin, or for an answer to an admin, can be decided. */
export function canBeDecided(status: ApplicationStatus): boolean {
  return status === "waiting" || status === "asked";
}

/** A question and a refusal need words; an acceptance may have some. */
export function needsWords(decision: Decision): boolean {
  return decision !== "accept";
}

/** Whether a new code may be mailed now. */
export function mayHaveNewCode(
  { codeExpiresAt, codeTries }: { codeExpiresAt: Date | null; codeTries: number },
  now: Date,
): boolean {
  if (codeTries >= CODE_TRIES_IN_ALL) return false;
  if (codeExpiresAt === null) return true;
  const mailedAt = codeExpiresAt.getTime() - CODE_HOURS * 3_600_000;
  return now.getTime() - mailedAt >= CODE_PAUSE_MINUTES * 60_000;
}

/** Whole days since then. */
export function daysSince(moment: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - moment.getTime()) / 86_400_000));
}
