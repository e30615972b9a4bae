/** Countries and their reviews under the Convention: the records, and the endpoints that give them. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import {
  CountryCode,
  HowKnown,
  known,
  LanguageTag,
  orNull,
  PartialDate,
  RegionParam,
  Slug,
} from "../fields.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";

export const conventionStatuses = ["state-party", "signatory", "not-party"] as const;
/** As recorded: a country that was just added is of no known status. */
export const recordedStatuses = [...conventionStatuses, "unknown"] as const;
export const ratificationActs = [
  "ratification",
  "accession",
  "acceptance",
  "approval",
  "succession",
] as const;
export const reviewStatuses = ["completed", "ongoing", "probably-ongoing", "not-started", "unknown"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];
export const reviewPhases = [
  "self-assessment",
  "desk-review",
  "country-visit",
  "drafting",
  "published",
  "follow-up",
] as const;
export const documentKinds = [
  "executive-summary",
  "country-report",
  "self-assessment",
  "expert-list",
  "follow-up",
  "parallel-report",
] as const;
export const forums = ["UNGASS-2021", "CoSP", "IACC", "AC-Summit-2016", "other"] as const;

export const Place = Type.Object({ name: Type.String(), lat: Type.Number(), lon: Type.Number() });
export type Place = Static<typeof Place>;

/** Signature and ratification, acceptance, approval, accession or succession (articles 67 and 68). */
export const Uncac = Type.Object({
  status: Type.Enum(recordedStatuses),
  signedOn: orNull(PartialDate),
  ratifiedOn: orNull(PartialDate),
  ratificationAct: orNull(Type.Enum(ratificationActs)),
  ...known,
});

export const ReviewDocument = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(documentKinds),
  title: Type.String(),
  language: orNull(LanguageTag),
  url: Type.String(),
  publishedOn: orNull(PartialDate),
  /** Bytes, where the publisher's page states the size. */
  size: orNull(Type.Integer()),
});
export type ReviewDocument = Static<typeof ReviewDocument>;

export const Review = Type.Object({
  cycle: Type.Integer({ minimum: 1 }),
  /** The year of the cycle in which the country was drawn, 1 to 5. */
  scheduledYear: orNull(Type.Integer()),
  startedIn: orNull(PartialDate),
  status: Type.Enum(reviewStatuses),
  phase: orNull(Type.Enum(reviewPhases)),
  /** ISO 3166-1 alpha-2 of the two reviewing States (terms of reference, paragraph 18). */
  reviewers: Type.Array(Type.String()),
  countryVisit: Type.Object({ held: orNull(Type.Boolean()), when: orNull(Type.String()) }),
  civilSocietyInvolved: orNull(Type.Boolean()),
  civilSocietyNote: orNull(Type.String()),
  focalPointInstitution: orNull(Type.String()),
  documents: Type.Array(ReviewDocument),
  note: orNull(Type.String()),
  ...known,
  /** The last day on which a curator looked and found nothing new. */
  checkedOn: orNull(PartialDate),
});
export type Review = Static<typeof Review>;

export const TransparencyPledge = Type.Object({
  signed: orNull(Type.Boolean()),
  signedOn: orNull(PartialDate),
  source: orNull(Type.String()),
  asOf: orNull(PartialDate),
});

export const ParallelReport = Type.Object({
  title: Type.String(),
  authors: Type.Array(Type.String()),
  cycle: orNull(Type.Integer()),
  year: orNull(PartialDate),
  url: orNull(Type.String()),
  source: Type.String(),
});
export type ParallelReport = Static<typeof ParallelReport>;

export const Commitment = Type.Object({
  slug: Slug,
  iso2: Type.String(),
  forum: Type.Enum(forums),
  pledgedOn: orNull(PartialDate),
  title: Type.String(),
  summary: Type.String(),
  url: Type.String(),
  ...known,
});
export type Commitment = Static<typeof Commitment>;

export const Country = Type.Object({
  iso2: Type.String(),
  iso3: Type.String(),
  /** English short name as the United Nations writes it. */
  name: Type.String(),
  region: Slug,
  /** Null where it is not recorded. */
  capital: orNull(Place),
  languages: Type.Array(LanguageTag),
  /** Null where the Convention's parties and signatories cannot include it. */
  uncac: orNull(Uncac),
  /** One per cycle that is recorded; a cycle that is absent is unknown. */
  reviews: Type.Array(Review),
  transparencyPledge: TransparencyPledge,
  parallelReports: Type.Array(ParallelReport),
  commitments: Type.Array(Commitment),
  organisations: Type.Integer({ description: "How many CSOs are listed there." }),
  note: orNull(Type.String()),
  verified: orNull(HowKnown),
});
export type Country = Static<typeof Country>;

export const mapViews = ["cycle-2", "cycle-1", "csos", "pledge"] as const;
export type MapView = (typeof mapViews)[number];
export const countrySorts = ["name", "status", "organisations", "asOf"] as const;
export type CountrySort = (typeof countrySorts)[number];

const map = Type.Optional(Type.Enum(mapViews));

/** What a page with a region's map is asked for. */
export const mapQuery = Type.Object({ map });

export const countryQuery = Type.Object({
  map,
  sort: Type.Optional(Type.Enum(countrySorts)),
  ...paging,
});

export const listCountries = endpoint({
  id: "listCountries",
  method: "GET",
  path: "/api/v1/regions/:region/countries",
  summary: "The region's countries with all that is recorded of their reviews",
  who: "anyone",
  params: regionParams,
  query: countryQuery,
  reply: listOf(Country),
  failures: ["not-found", "invalid"],
});

export const getCountry = endpoint({
  id: "getCountry",
  method: "GET",
  path: "/api/v1/regions/:region/countries/:iso2",
  summary: "One country",
  who: "anyone",
  params: Type.Object({ region: RegionParam, iso2: CountryCode }),
  reply: Country,
  failures: ["not-found"],
});

/** A review cycle of the Implementation Review Mechanism, or its second phase. */
export interface ReviewCycle {
  slug: string;
  phase: number;
  /** Null for a phase whose cycles are not yet drawn. */
  cycle: number | null;
  startsIn: string;
  endsIn: string | null;
  /** Chapters of the Convention under review. */
  chapters: string[];
}
