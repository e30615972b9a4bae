/** Days and hours of an event in a calendar file, as they are written: nothing is rolled over into another day. */
import type ICAL from "ical.js";
import type { IcsContent, IcsNote, IcsProblem } from "shared/events/ics.ts";
import { FIRST_YEAR, LAST_YEAR } from "shared/events/planning.ts";
import { localOf, momentOf } from "shared/events/zones.ts";
import { zoneNamed } from "./zones.ts";

/** Why an event cannot be taken: the property, and what stands in it. */
export class Misfit extends Error {
  readonly problem: IcsProblem;
  readonly field: string;
  readonly value: string;

  constructor(problem: IcsProblem, field: string, value = "") {
    super(problem);
    this.name = "Misfit";
    this.problem = problem;
    this.field = field;
    this.value = value;
  }
}

type Dates = Pick<IcsContent, "startsOn" | "startsTime" | "endsOn" | "endsTime" | "timeZone">;

interface Written {
  field: string;
  day: string;
  /** `HH:MM`; null: a whole day. */
  time: string | null;
  isUtc: boolean;
  zoneName: string | null;
}

export interface Calendar {
  component: ICAL.Component;
  /** The zone of the whole file, where it says one. */
  zone: string | null;
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}):\d{2}(Z?))?$/;

export function datesOf(event: ICAL.Component, calendar: Calendar, notes: Set<IcsNote>): Dates {
  const start = written(event.getFirstProperty("dtstart"), "no-start", "start");
  if (start === null) throw new Misfit("no-start", "DTSTART");
  const end = written(event.getFirstProperty("dtend"), "end", "end");
  if (start.time === null) return wholeDays(start, end, event);
  const zone = zoneFor(start, calendar);
  // An hour that is nowhere says no more than its day.
  if (zone === null) {
    notes.add("floating");
    return wholeDays({ ...start, time: null }, end && { ...end, time: null }, event, true);
  }
  return hours(start, end, { event, calendar, zone, notes });
}

function written(property: ICAL.Property | null, missing: IcsProblem, wrong: IcsProblem): Written | null {
  if (property === null) return null;
  const field = property.name.toUpperCase();
  const [, params, , value] = property.toJSON() as [string, Record<string, unknown>, string, unknown];
  const text = String(value);
  const [, day, time, mark] = WRITTEN.exec(text) ?? [];
  if (day === undefined) throw new Misfit(text === "" ? missing : wrong, field, text);
  try {
    Temporal.PlainDate.from(day, { overflow: "reject" });
    if (time !== undefined) Temporal.PlainTime.from(time, { overflow: "reject" });
  } catch {
    throw new Misfit(wrong, field, text);
  }
  const year = Number(day.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new Misfit("year", field, text);
  const zoneName = typeof params.tzid === "string" ? params.tzid : null;
  return { field, day, time: time ?? null, isUtc: mark === "Z", zoneName };
}

/** Null: the hour is of no zone at all. */
function zoneFor({ field, isUtc, zoneName }: Written, { component, zone }: Calendar): string | null {
  if (isUtc) return zone ?? "UTC";
  if (zoneName === null) return zone;
  const named = zoneNamed(zoneName, component);
  if (named === null) throw new Misfit("zone", field, zoneName);
  return named;
}

/** The end of whole days is the first day after them (RFC 5545 §3.6.1); some programs write the last one. */
function wholeDays(start: Written, end: Written | null, event: ICAL.Component, isInclusive = false): Dates {
  const first = Temporal.PlainDate.from(start.day);
  const last = end ? Temporal.PlainDate.from(end.day) : afterDuration(first, event);
  if (last === null) return { startsOn: start.day };
  const inclusive = isInclusive || last.equals(first) ? last : last.subtract({ days: 1 });
  if (Temporal.PlainDate.compare(inclusive, first) < 0)
    throw new Misfit("order", end?.field ?? "DURATION", end?.day ?? "");
  return inclusive.equals(first)
    ? { startsOn: start.day }
    : { startsOn: start.day, endsOn: inclusive.toString() };
}

function afterDuration(first: Temporal.PlainDate, event: ICAL.Component): Temporal.PlainDate | null {
  const seconds = secondsOf(event);
  return seconds === null ? null : first.add({ days: Math.floor(seconds / 86_400) });
}

/** A century and more is no duration of an event. */
const MOST_SECONDS = 3_660 * 86_400;

function secondsOf(event: ICAL.Component): number | null {
  const value = event.getFirstPropertyValue("duration");
  if (value === null) return null;
  const seconds = typeof value === "object" && "toSeconds" in value ? value.toSeconds() : Number.NaN;
  if (!Number.isFinite(seconds) || seconds > MOST_SECONDS) throw new Misfit("end", "DURATION", String(value));
  if (seconds < 0) throw new Misfit("order", "DURATION", String(value));
  return seconds;
}

interface Around {
  event: ICAL.Component;
  calendar: Calendar;
  zone: string;
  notes: Set<IcsNote>;
}

function hours(start: Written, end: Written | null, around: Around): Dates {
  const { event, calendar, zone, notes } = around;
  const startsAt = momentIn(start, zone, notes);
  const local = localOf(startsAt, zone);
  const dates = { startsOn: local.day, startsTime: local.time, timeZone: zone };
  const seconds = end === null ? secondsOf(event) : null;
  if (end === null && seconds === null) return dates;
  const endsAt = end
    ? momentIn(end, zoneFor(end, calendar) ?? zone, notes)
    : new Date(startsAt.getTime() + (seconds ?? 0) * 1000);
  if (endsAt < startsAt) throw new Misfit("order", end?.field ?? "DURATION", end?.day ?? "");
  const last = localOf(endsAt, zone);
  return { ...dates, ...(last.day === local.day ? {} : { endsOn: last.day }), endsTime: last.time };
}

function momentIn({ day, time, isUtc }: Written, zone: string, notes: Set<IcsNote>): Date {
  const { at, gap } = momentOf({ day, time: time ?? "00:00", zone: isUtc ? "UTC" : zone });
  if (gap) notes.add("gap");
  return at;
}
