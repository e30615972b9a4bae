/** An event as it is written at the desk: the fields of its form, and of its JSON twin. */
import Type, { type Static } from "typebox";
import { MAX_COUNTRIES, MAX_PUBLISHER, MAX_SUMMARY, MAX_TITLE } from "../entries/rules.ts";
import { CountryCode, LanguageTag, line, paragraphs, Slug, TypedDate, WebAddress } from "../fields.ts";
import { coverContent } from "../files/cover.ts";
import { MAX_CAPACITY } from "../registrations/rules.ts";
import { eventKinds } from "./contract.ts";

/** As its announcement says it: "trainers of two CSOs", "editors and lawyers of member CSOs". */
const MAX_SAID = 500;
const MAX_DOCUMENTS = 30;
/** UIDs of calendars are seldom longer than a line. */
export const MAX_UID = 300;

const Time = Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$", problem: "entries.problem.time" });

export const EventContent = Type.Object({
  title: line({ max: MAX_TITLE }),
  kind: Type.Enum(eventKinds),
  startsOn: Type.Optional(TypedDate),
  /** By the clocks of the event's own zone. */
  startsTime: Type.Optional(Time),
  endsOn: Type.Optional(TypedDate),
  endsTime: Type.Optional(Time),
  /** IANA. */
  timeZone: Type.Optional(line({ max: 60 })),
  deadlineOn: Type.Optional(TypedDate),
  online: Type.Optional(Type.Boolean()),
  place: Type.Optional(
    Type.Object({
      name: Type.Optional(line({ max: MAX_PUBLISHER })),
      iso2: Type.Optional(CountryCode),
      lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
      lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    }),
  ),
  organiser: line({ max: MAX_PUBLISHER }),
  runBy: Type.Optional(line({ max: MAX_SAID })),
  audience: Type.Optional(line({ max: MAX_SAID })),
  summary: paragraphs({ max: MAX_SUMMARY }),
  /** Of title and summary. */
  language: LanguageTag,
  url: Type.Optional(WebAddress),
  /** Where it is known from; its page unless said. */
  source: Type.Optional(line({ max: 2000 })),
  countries: Type.Array(CountryCode, { maxItems: MAX_COUNTRIES }),
  registration: Type.Optional(Type.Boolean()),
  capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_CAPACITY })),
  registrationEndsOn: Type.Optional(TypedDate),
  outcome: Type.Optional(paragraphs({ max: MAX_SUMMARY })),
  recordingUrl: Type.Optional(WebAddress),
  /** Title and address are needed of each; the form shows empty places, which are none. */
  documents: Type.Optional(
    Type.Array(
      Type.Object({
        title: Type.Optional(line({ max: MAX_TITLE })),
        url: Type.Optional(WebAddress),
        language: Type.Optional(LanguageTag),
      }),
      { maxItems: MAX_DOCUMENTS },
    ),
  ),
  /** Of the .ics that it came from, so that it is not taken in twice. */
  icsUid: Type.Optional(line({ max: MAX_UID })),
  ...coverContent,
  /** Those in which it stands; unless said, the region of the desk. */
  regions: Type.Optional(Type.Array(Slug, { maxItems: 20 })),
});
export type EventContent = Static<typeof EventContent>;
