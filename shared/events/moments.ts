/** When an event begins and ends to the minute: in its own time zone and in UTC. */
import type { Event } from "./contract.ts";

export interface Moments {
  /** In the event's own zone; null where the zone is not known or is UTC. */
  own: string | null;
  utc: string;
}

/** In words of the locale, or null where no hour is known. */
export function momentsInWords(
  event: Pick<Event, "startsAt" | "endsAt" | "timeZone">,
  locale: string,
): Moments | null {
  if (event.startsAt === null) return null;
  const start = new Date(event.startsAt);
  const end = event.endsAt === null ? start : new Date(event.endsAt);
  const inZone = (timeZone: string) => format(locale, timeZone).formatRange(start, end < start ? start : end);
  return { own: isOwnZone(event.timeZone) ? inZone(event.timeZone) : null, utc: inZone("UTC") };
}

function format(locale: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  });
}

function isOwnZone(zone: string | null): zone is string {
  if (zone === null) return false;
  try {
    return !/^(Etc\/)?(UTC|UCT|GMT|Zulu)$/.test(
      new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone,
    );
  } catch {
    return false;
  }
}
