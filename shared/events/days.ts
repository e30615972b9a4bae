/** On which days an event is: for calendars, and to tell whether it is over. */
import { rangeOf } from "../time.ts";
import type { Event } from "./contract.ts";

type Dated = Pick<Event, "startsOn" | "endsOn" | "startsAt" | "endsAt">;

/** First and last day where the first is known in full; else null. An end that is less exact is left out. */
export function fullDays(event: Pick<Event, "startsOn" | "endsOn">): { from: string; to: string } | null {
  const { startsOn, endsOn } = event;
  if (startsOn?.length !== 10) return null;
  return { from: startsOn, to: endsOn?.length === 10 && endsOn > startsOn ? endsOn : startsOn };
}

/** Whether its last moment has passed, or the last day that it may take (UTC); an event without a date is never over. */
export function isOver(event: Dated, now: Date): boolean {
  if (event.endsAt) return new Date(event.endsAt) <= now;
  if (event.startsOn === null) return false;
  return isPast(latest(event.startsOn, event.endsOn), now);
}

/** Whether the last day that a partial date may mean has passed (UTC). */
function isPast(on: string, now: Date): boolean {
  return rangeOf(on).to < now.toISOString().slice(0, 10);
}

function latest(startsOn: string, endsOn: string | null): string {
  return endsOn !== null && rangeOf(endsOn).to > rangeOf(startsOn).to ? endsOn : startsOn;
}
