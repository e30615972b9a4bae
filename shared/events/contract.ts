/** Events: conferences, trainings, briefings and deadlines, and how one registers for them. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { anyOf, CountryCode, known, LanguageTag, orNull, PartialDate, RegionParam, Slug } from "../fields.ts";
import { Cover } from "../files/cover.ts";
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
  "deadline",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** A paper of an event: its agenda, its report. */
export const EventDocument = Type.Object({
  title: Type.String(),
  url: Type.String(),
  language: orNull(LanguageTag),
});
export type EventDocument = Static<typeof EventDocument>;

/** How one registers here; who did is nobody's to know. */
export const EventRegistration = Type.Object({
  /** Places; null: as many as come. */
  capacity: orNull(Type.Integer({ minimum: 1 })),
  /** 0: who registers waits until somebody gives a place back. Null where there are as many as come. */
  placesLeft: orNull(Type.Integer({ minimum: 0 })),
  /** The last day (UTC); null: until the event begins. */
  endsOn: orNull(PartialDate),
});
export type EventRegistration = Static<typeof EventRegistration>;

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
    Type.Object({
      name: Type.String(),
      iso2: Type.String(),
      /** Null where only its name is known. */
      lat: orNull(Type.Number()),
      lon: orNull(Type.Number()),
    }),
  ),
  online: orNull(Type.Boolean()),
  organiser: Type.String(),
  /** Who runs a workshop or training, and for whom, as its announcement says it. */
  runBy: orNull(Type.String()),
  audience: orNull(Type.String()),
  url: orNull(Type.String()),
  summary: Type.String(),
  language: LanguageTag,
  /** Null: one does not register for it here. */
  registration: orNull(EventRegistration),
  /** After it: what came of it, where it can be watched or heard, and its papers. */
  outcome: orNull(Type.String()),
  recordingUrl: orNull(Type.String()),
  documents: Type.Array(EventDocument),
  cover: Cover,
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
