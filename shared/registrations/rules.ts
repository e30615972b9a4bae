/** Limits of registering for an event, and what decides whether one may. */
import type { Event } from "../events/contract.ts";
import { rangeOf } from "../time.ts";

/** A link that confirms ends with this; until then the address is kept, and no longer. */
export const CONFIRM_HOURS = 24;
/** Whoever types another's address can have it written to no oftener than this in a day, whatever the event. */
export const MAX_LETTERS_PER_DAY = 3;
/** Letters before an event: time to plan a journey, and time to tell somebody else of one's place. */
export const REMINDER_DAYS = [14, 3] as const;
/** After the last day: as long as organisers write to who was there. */
export const KEEP_DAYS = 30;
/** Of an event without any date nobody can tell when it was. */
export const KEEP_UNDATED_DAYS = 365;
/** As many as the largest hall that a CSO rents. */
export const MAX_CAPACITY = 5_000;
export const MAX_NAME = 100;
export const MAX_ORGANISATION = 200;
/** What one eats, how one hears and comes in: a few lines. */
export const MAX_NOTE = 500;
/** Letters and rows: fewer at once keep other work going. */
export const ROWS_AT_ONCE = 50;
/** At a quarter past each hour: reminders, and places that became free by themselves. */
export const KEEPING_CRON = "15 * * * *";

/** `full`: who registers waits; `closed`: no more; `over`: it has begun. */
export type RegistrationState = "open" | "full" | "closed" | "over";

type Registered = Pick<Event, "startsOn" | "startsAt" | "registration">;

/** Null: one does not register for it here. */
export function registrationState(event: Registered, now: Date): RegistrationState | null {
  const { registration } = event;
  if (registration === null) return null;
  if (hasBegun(event, now)) return "over";
  if (registration.endsOn !== null && isPast(registration.endsOn, now)) return "closed";
  return registration.placesLeft === 0 ? "full" : "open";
}

/** Where no hour is known, it begins at the end of its first day: that it is on that day is all that anybody knows. */
export function hasBegun({ startsOn, startsAt }: Omit<Registered, "registration">, now: Date): boolean {
  if (startsAt !== null) return new Date(startsAt) <= now;
  return startsOn !== null && isPast(startsOn, now);
}

/** Whether the last day that a partial date may mean has passed (UTC). */
function isPast(on: string, now: Date): boolean {
  return rangeOf(on).to < now.toISOString().slice(0, 10);
}
