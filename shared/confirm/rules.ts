/** How long a profile counts as true, and how often its CSO is asked. */
import { dayOf, rangeOf } from "../time.ts";

/** A year after it was last confirmed its CSO is asked … */
export const ASK_AFTER_MONTHS = 12;
/** … and again after this time, until it answers: letters get lost, and people leave. */
export const ASK_AGAIN_DAYS = 180;
/** Nobody is asked twice within so many days, whoever wishes it. */
export const ASK_AGAIN_SOONEST_DAYS = 7;
/** After a year and a half without a word the page says so. */
export const STALE_AFTER_MONTHS = 18;
/** Owners of small organisations read mail every other week, as with invitations. */
export const CONFIRM_LINK_HOURS = 14 * 24;
/** Once a day, in the morning of most regions (UTC). */
export const CONFIRM_CRON = "0 7 * * *";
/** The first day after a large import of claims should not flood the mail server; the rest is asked the next day. */
export const MAX_ASKED_PER_DAY = 200;

/** The same day so many months later, or earlier; the last of its month where that has no such day. */
export function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

/** Whether nobody has said for too long that a profile is true; one that was never confirmed claims nothing. */
export function isStale(lastConfirmedOn: string | null, today: string): boolean {
  if (lastConfirmedOn === null) return false;
  return monthsFrom(rangeOf(lastConfirmedOn).to, STALE_AFTER_MONTHS) <= today;
}
