/** When a proof of who somebody is counts as fresh. */

/** What changes how one signs in asks for the password again after so long: the device may lie open on a table. */
export const RECENT_MS = 10 * 60_000;
/** Between the password and the code: long enough to find the phone. */
export const CODE_STEP_MS = 10 * 60_000;
/** A change of address can be taken back for so long from the old one: over a weekend. */
export const UNDO_EMAIL_HOURS = 72;
/** More letters of one kind in an hour help nobody; they would only fill a mailbox. */
export const LETTERS_PER_HOUR = 3;
