/** What fits an event's form and still cannot be: days that no calendar has, hours that no clock shows, ends before beginnings. */
import type { TextKey } from "../i18n/text.ts";
import { type DayRange, rangeOf } from "../time.ts";
import type { EventContent } from "./content.ts";
import { momentOf, zoneOf } from "./zones.ts";

/** Before the 1990s there was no movement to invite; what is planned beyond the other is a slip of the hand. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

export type EventProblems = Record<string, TextKey>;

const dates = ["startsOn", "endsOn", "deadlineOn", "registrationEndsOn"] as const;

/** By field; none: it can be published as far as time and place go. */
export function planningProblems(event: EventContent): EventProblems {
  const wrong = dayProblems(event);
  // What is compared has to be days at all.
  if (Object.keys(wrong).length > 0) return wrong;
  return {
    ...orderProblems(event),
    ...hourProblems(event),
    ...placeProblems(event),
    ...documentProblems(event),
  };
}

function dayProblems(event: EventContent): EventProblems {
  const wrong: EventProblems = {};
  for (const field of dates) {
    const on = event[field];
    if (on === undefined) continue;
    const range = rangeIn(on);
    const year = Number(on.slice(0, 4));
    if (range === null) wrong[field] = "form.notADate";
    else if (year < FIRST_YEAR || year > LAST_YEAR) wrong[field] = "events.problem.year";
  }
  return wrong;
}

function rangeIn(on: string): DayRange | null {
  try {
    return rangeOf(on);
  } catch {
    return null;
  }
}

function orderProblems(event: EventContent): EventProblems {
  const { kind, startsOn, endsOn, registration, registrationEndsOn } = event;
  const isDay = startsOn?.length === 10;
  if (kind === "deadline" && !isDay) return { startsOn: "events.problem.deadlineDay" };
  if (registration && !isDay) return { startsOn: "events.problem.registrationDay" };
  if (startsOn === undefined) return endsOn === undefined ? {} : { startsOn: "events.problem.noStart" };
  if (endsOn !== undefined && rangeOf(endsOn).to < rangeOf(startsOn).from)
    return { endsOn: "events.problem.order" };
  const last = endsOn ?? startsOn;
  if (registrationEndsOn !== undefined && rangeOf(registrationEndsOn).from > rangeOf(last).to)
    return { registrationEndsOn: "events.problem.registrationAfter" };
  return {};
}

function hourProblems(event: EventContent): EventProblems {
  const { startsOn, endsOn, startsTime, endsTime, timeZone } = event;
  if (timeZone !== undefined && zoneOf(timeZone) === null) return { timeZone: "events.problem.zone" };
  if (startsTime === undefined) return endsTime === undefined ? {} : { startsTime: "events.problem.noTime" };
  if (startsOn?.length !== 10) return { startsOn: "events.problem.timeDay" };
  if (timeZone === undefined) return { timeZone: "events.problem.noZone" };
  const start = momentOf({ day: startsOn, time: startsTime, zone: timeZone });
  if (start.gap) return { startsTime: "events.problem.gap" };
  if (endsTime === undefined) return {};
  if (endsOn !== undefined && endsOn.length !== 10) return { endsOn: "events.problem.timeDay" };
  const end = momentOf({ day: endsOn ?? startsOn, time: endsTime, zone: timeZone });
  if (end.gap) return { endsTime: "events.problem.gap" };
  return end.at < start.at ? { endsTime: "events.problem.order" } : {};
}

const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** A place is found on a map by its country, and two numbers make a point only together. */
function placeProblems({ place = {} }: EventContent): EventProblems {
  const { name, iso2, lat, lon } = place;
  if (name === undefined)
    return iso2 !== undefined || lat !== undefined || lon !== undefined
      ? { "place.name": "events.problem.placeName" }
      : {};
  if (iso2 === undefined) return { "place.iso2": "events.problem.placeCountry" };
  if (!regionNames.of(iso2.toUpperCase())) return { "place.iso2": "events.problem.placeCountry" };
  if (lat === undefined && lon !== undefined) return { "place.lat": "events.problem.point" };
  return lon === undefined && lat !== undefined ? { "place.lon": "events.problem.point" } : {};
}

function documentProblems({ documents = [] }: EventContent): EventProblems {
  const missing = documents.flatMap((paper, place) =>
    (["title", "url"] as const)
      .filter((name) => paper[name] === undefined)
      .map((name) => [`documents.${place}.${name}`, "form.required"] as const),
  );
  return Object.fromEntries(missing);
}
