/** Events: conferences, trainings, briefings and their deadlines. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { anyOf, CountryCode, known, LanguageTag, orNull, PartialDate, RegionParam, Slug } from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";

export const eventKinds = [
  "conference",
  "workshop",
  "training",
  "briefing",
  "meeting",
  "campaign",
  "webinar",
  "side-event",
] as const;
export type EventKind = (typeof eventKinds)[number];

export const Event = Type.Object({
  id: Type.Integer(),
  slug: Slug,
  title: Type.String(),
  regions: Type.Array(Slug),
  countries: Type.Array(Type.String()),
  kind: Type.Enum(eventKinds),
  startsOn: orNull(PartialDate),
  endsOn: orNull(PartialDate),
  /** Exact moments in UTC (RFC 3339), where the hour is known, and the event's own zone (IANA). */
  startsAt: orNull(Type.String()),
  endsAt: orNull(Type.String()),
  timeZone: orNull(Type.String()),
  /** Last day to register or to send a contribution. */
  deadlineOn: orNull(PartialDate),
  place: orNull(
    Type.Object({ name: Type.String(), iso2: Type.String(), lat: Type.Number(), lon: Type.Number() }),
  ),
  online: orNull(Type.Boolean()),
  organiser: Type.String(),
  url: orNull(Type.String()),
  summary: Type.String(),
  language: LanguageTag,
  ...known,
});
export type Event = Static<typeof Event>;

export const eventQuery = Type.Object({
  country: anyOf(CountryCode),
  kind: anyOf(Type.Enum(eventKinds)),
  when: Type.Optional(Type.Enum(["upcoming", "past"])),
  month: Type.Optional(Type.String({ pattern: "^[12][0-9]{3}-(0[1-9]|1[0-2])$" })),
  ...paging,
});
export type EventQuery = Static<typeof eventQuery>;

export const listEvents = endpoint({
  id: "listEvents",
  method: "GET",
  path: "/api/v1/regions/:region/events",
  summary: "The region's events: upcoming ones soonest first, past ones latest first",
  who: "anyone",
  params: regionParams,
  query: eventQuery,
  reply: listOf(Event),
  failures: ["not-found", "invalid"],
});

export const getEvent = endpoint({
  id: "getEvent",
  method: "GET",
  path: "/api/v1/regions/:region/events/:slug",
  summary: "One event",
  who: "anyone",
  params: Type.Object({ region: RegionParam, slug: Slug }),
  reply: Event,
  failures: ["not-found"],
});
