/** An event at the desk: what its form becomes, what a form shows of it, and who is told when it changes or goes. */
import { regionsOfCountries } from "db/countries/places.ts";
import type { RecordRow } from "db/entries/records.ts";
import { eventById, oneEvent } from "db/events/queries.ts";
import type { events } from "db/events/tables.ts";
import { coverNamed } from "db/files/covers.ts";
import type { Transaction } from "db/transaction.ts";
import { EventContent } from "shared/events/content.ts";
import type { Event } from "shared/events/contract.ts";
import { isOver } from "shared/events/days.ts";
import { planningProblems } from "shared/events/planning.ts";
import { localOf, momentOf, zoneOf } from "shared/events/zones.ts";
import { found } from "shared/failure.ts";
import { coverName } from "shared/files/cover.ts";
import { worldCountry } from "shared/regions/world.ts";
import type { App } from "../app.ts";
import { unknownCountries } from "../entries/checks.ts";
import { coverProblems } from "../entries/cover.ts";
import type { Content, EntryRoom, Problems } from "../entries/kinds.ts";
import { tellOfCancellation, tellOfChange } from "../registrations/telling.ts";

type Row = typeof events.$inferSelect;
type Columns = Omit<typeof events.$inferInsert, "slug" | "regions">;

export const eventEntry: EntryRoom = {
  kind: "events",
  content: EventContent,
  titleField: "title",
  problems: async (app, content) => ({
    ...coverProblems(content),
    ...(await unknownCountries(app, content)),
    ...planningProblems(content as EventContent),
    ...unknownPlace(content as EventContent),
  }),
  columnsOf: (content, today) => columnsOf(content as EventContent, today),
  contentOf: (row) => contentOf(row as unknown as Row),
  preview: async (app, values) => {
    const row = values as unknown as Row;
    const event = { ...unwrittenEvent(row), cover: await coverNamed(app.db.queries, row) };
    const iso2s = [...event.countries, ...(event.place ? [event.place.iso2] : [])];
    const countryRegions = await regionsOfCountries(app.db.queries, iso2s);
    return { kind: "events", event, countryRegions, over: isOver(event, app.now()) };
  },
  sourceOf: ({ source, url }) => [source, url].find((one) => typeof one === "string") ?? null,
  read: (app, slug) => oneEvent(app.db.queries, slug),
  published: (app, tx, { before, after }) => published(app, tx, before, after),
  withdrawing: async (app, tx, { id }) => tellOfCancellation(app, tx, found(await eventById(tx, id))),
};

/** A place may lie outside all regions, but not outside the world. */
function unknownPlace({ place }: EventContent): Problems {
  const code = place?.iso2;
  return code === undefined || worldCountry(code.toUpperCase())
    ? {}
    : { "place.iso2": { key: "entries.problem.country", values: { code } } };
}

/** Fields of a text or a number that may be missing: missing is null. */
const optional = [
  "startsOn",
  "endsOn",
  "deadlineOn",
  "runBy",
  "audience",
  "url",
  "capacity",
  "registrationEndsOn",
  "outcome",
  "recordingUrl",
  "icsUid",
] as const;

function columnsOf(event: EventContent, today: string): Columns & Record<string, unknown> {
  const { title, kind, organiser, summary, language, place = {} } = event;
  const may = Object.fromEntries(optional.map((name) => [name, event[name] ?? null]));
  return {
    ...may,
    ...momentsOf(event),
    title,
    kind,
    organiser,
    summary,
    language,
    countries: event.countries.map((iso2) => iso2.toUpperCase()),
    placeName: place.name ?? null,
    placeIso2: place.iso2?.toUpperCase() ?? null,
    placeLat: place.lat ?? null,
    placeLon: place.lon ?? null,
    // Where there is neither a place nor a word of it, nobody knows.
    online: event.online ? true : place.name === undefined ? null : false,
    registration: event.registration ?? false,
    documents: (event.documents ?? []).map(({ title: called = "", url = "", language: spoken = null }) => ({
      title: called,
      url,
      language: spoken,
    })),
    cover: coverName(event.cover),
    coverText: event.cover === undefined ? null : (event.coverText ?? null),
    source: event.source ?? event.url ?? null,
    asOf: today,
    verified: "page",
  };
}

/** In a zone that there is not, or on a day that is none, there is no moment: a draft may say so. */
function momentsOf({
  startsOn,
  endsOn = startsOn,
  startsTime,
  endsTime,
  timeZone,
}: EventContent): Pick<Columns, "startsAt" | "endsAt" | "timeZone"> {
  const zone = timeZone === undefined ? null : zoneOf(timeZone);
  const at = (day: string | undefined, time: string | undefined) =>
    zone === null || day?.length !== 10 || time === undefined ? null : momentOf({ day, time, zone }).at;
  return { startsAt: at(startsOn, startsTime), endsAt: at(endsOn, endsTime), timeZone: zone };
}

function contentOf(row: Row): Content {
  const { title, kind, organiser, summary, language, countries, registration, source } = row;
  const zone = row.timeZone ?? "UTC";
  const starts = row.startsAt && localOf(row.startsAt, zone);
  const ends = row.endsAt && localOf(row.endsAt, zone);
  const content = {
    title,
    kind,
    startsOn: row.startsOn ?? starts?.day,
    startsTime: starts?.time,
    endsOn: row.endsOn,
    endsTime: ends?.time,
    timeZone: row.timeZone ?? (starts ? zone : null),
    deadlineOn: row.deadlineOn,
    online: row.online === true,
    place: given({ name: row.placeName, iso2: row.placeIso2, lat: row.placeLat, lon: row.placeLon }),
    organiser,
    runBy: row.runBy,
    audience: row.audience,
    summary,
    language,
    url: row.url,
    source,
    countries,
    registration,
    capacity: row.capacity,
    registrationEndsOn: row.registrationEndsOn,
    outcome: row.outcome,
    recordingUrl: row.recordingUrl,
    documents: row.documents.map(given),
    icsUid: row.icsUid,
    cover: row.cover === null ? null : `/files/${row.cover}`,
    coverText: row.coverText,
  };
  return given(content);
}

/** Without what is not there. */
function given(record: Record<string, unknown>): Content {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** As its twin would be, of columns that are not written; one does not register for what is not there. */
function unwrittenEvent(row: Row): Omit<Event, "cover"> {
  const { placeName: name, placeIso2: iso2, placeLat: lat, placeLon: lon } = row;
  return {
    ...row,
    kind: row.kind as Event["kind"],
    verified: "page",
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    place: name === null || iso2 === null ? null : { name, iso2, lat, lon },
    registration: null,
  };
}

const whenAndWhere = [
  "startsOn",
  "endsOn",
  "startsAt",
  "endsAt",
  "timeZone",
  "placeName",
  "placeIso2",
  "online",
];

async function published(
  app: App,
  tx: Transaction,
  before: RecordRow | null,
  after: RecordRow,
): Promise<void> {
  if (before === null) return;
  const isElsewhere = whenAndWhere.some(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  );
  await tellOfChange(app, tx, { event: found(await eventById(tx, after.id)), isElsewhere });
}
