/** Events from a file. */
import { eventsAfter } from "db/events/queries.ts";
import { recordsElsewhere } from "db/intake/queries.ts";
import { MAX_COUNTRIES, MAX_PUBLISHER, MAX_SUMMARY, MAX_TITLE } from "shared/entries/rules.ts";
import { Event, eventKinds } from "shared/events/contract.ts";
import { LanguageTag, line, orNull, paragraphs, TypedDate, WebAddress } from "shared/fields.ts";
import type { FieldProblem } from "shared/form.ts";
import { isCountryCode } from "shared/regions/names.ts";
import { rangeOf } from "shared/time.ts";
import Type, { type Static } from "typebox";
import type { Fields, Judged, Kind } from "./kind.ts";
import { knownFields } from "./known.ts";
import { nameKey } from "./plan.ts";
import { changeRecords, createRecords, placeMisfits, standingRecords } from "./records.ts";

const Moment = Type.String({
  pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
  problem: "intake.problem.moment",
});

const EventFields = Type.Object({
  title: line({ max: MAX_TITLE }),
  regions: Type.Array(Type.String(), { maxItems: 20 }),
  countries: Type.Array(Type.String(), { maxItems: MAX_COUNTRIES }),
  kind: Type.Enum(eventKinds),
  startsOn: orNull(TypedDate),
  endsOn: orNull(TypedDate),
  startsAt: orNull(Moment),
  endsAt: orNull(Moment),
  timeZone: orNull(line({ max: 60 })),
  deadlineOn: orNull(TypedDate),
  place: orNull(
    Type.Object({
      name: line({ max: MAX_PUBLISHER }),
      iso2: Type.String({ pattern: "^[A-Z]{2}$" }),
      lat: orNull(Type.Number({ minimum: -90, maximum: 90 })),
      lon: orNull(Type.Number({ minimum: -180, maximum: 180 })),
    }),
  ),
  online: orNull(Type.Boolean()),
  organiser: line({ max: MAX_PUBLISHER }),
  url: orNull(WebAddress),
  summary: paragraphs({ max: MAX_SUMMARY }),
  language: LanguageTag,
  ...knownFields,
});
type Values = Partial<Static<typeof EventFields>>;

export const eventsKind: Kind = {
  record: Event,
  fields: EventFields,
  required: ["title", "kind", "organiser", "summary", "source"],
  blank: (region) => ({
    ...{ regions: [region], countries: [], language: "en", moreSources: [] },
    ...{ startsOn: null, endsOn: null, startsAt: null, endsAt: null, timeZone: null, deadlineOn: null },
    ...{ place: null, online: null, url: null, asOf: null, verified: null },
  }),
  standing: (db, region) =>
    standingRecords(db, "events", region, (after, limit) => eventsAfter(db, [region], after, limit)),
  elsewhere: (db, region, slugs) => recordsElsewhere(db, "events", region, slugs),
  nameOf: ({ title }) => (typeof title === "string" ? title : ""),
  sameness: ({ title, startsOn }) => (title ? nameKey(title, startsOn) : null),
  check,
  create: (writing, records) => createRecords("events", writing, records, columnsOf),
  change: (writing, records) => changeRecords("events", writing, records, columnsOf),
};

function check(judged: Judged): FieldProblem[] {
  const { startsOn, endsOn, startsAt, endsAt, timeZone, place }: Values = judged.fields;
  const misfits = placeMisfits(judged);
  const isBefore =
    startsOn && endsOn && isDay(startsOn) && isDay(endsOn) && rangeOf(endsOn).to < rangeOf(startsOn).from;
  if (isBefore || (startsAt && endsAt && endsAt < startsAt))
    misfits.push({ field: isBefore ? "endsOn" : "endsAt", key: "intake.problem.endBeforeStart" });
  for (const field of ["startsOn", "endsOn", "deadlineOn", "asOf"] as const) {
    const day = judged.given[field];
    if (typeof day === "string" && !isDay(day)) misfits.push({ field, key: "intake.problem.noDay" });
  }
  if (timeZone && !isZone(timeZone)) misfits.push({ field: "timeZone", key: "intake.problem.timeZone" });
  if (place && !isCountryCode(place.iso2))
    misfits.push({ field: "place.iso2", key: "intake.problem.anyCountry", values: { value: place.iso2 } });
  return misfits;
}

function isDay(partial: string): boolean {
  try {
    rangeOf(partial);
    return true;
  } catch {
    return false;
  }
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function columnsOf(fields: Fields): Fields {
  const { place, startsAt, endsAt, ...values }: Values = fields;
  const where = place ?? { name: null, iso2: null, lat: null, lon: null };
  return {
    ...values,
    ...(startsAt === undefined ? {} : { startsAt: startsAt && new Date(startsAt) }),
    ...(endsAt === undefined ? {} : { endsAt: endsAt && new Date(endsAt) }),
    ...(place === undefined
      ? {}
      : { placeName: where.name, placeIso2: where.iso2, placeLat: where.lat, placeLon: where.lon }),
  };
}
