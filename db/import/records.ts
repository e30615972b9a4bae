/** What a seed record must look like, file by file, as `db/seed` holds them. */

import {
  conventionStatuses,
  documentKinds,
  forums,
  ratificationActs,
  reviewStatuses,
} from "shared/countries/contract.ts";
import { eventKinds } from "shared/events/contract.ts";
import { HowKnown, LanguageTag, orNull, Slug } from "shared/fields.ts";
import { partnerKinds } from "shared/partners/contract.ts";
import { resourceKinds } from "shared/resources/contract.ts";
import Type, { type Static } from "typebox";
import {
  CountryCode,
  Day,
  known,
  maybe,
  Place,
  point,
  RegionSlug,
  record,
  text,
  Url,
  whereabouts,
} from "./fields.ts";

export const ReviewSeed = record({
  cycle: Type.Integer({ minimum: 1, maximum: 2 }),
  scheduledYear: orNull(Type.Integer({ minimum: 1, maximum: 5 })),
  startedIn: orNull(Day),
  status: Type.Enum(reviewStatuses),
  reviewers: Type.Array(text),
  countryVisit: record({ held: orNull(Type.Boolean()), when: orNull(text) }),
  civilSocietyInvolved: orNull(Type.Boolean()),
  civilSocietyNote: orNull(text),
  focalPointInstitution: orNull(text),
  documents: Type.Array(
    record({
      kind: Type.Enum(documentKinds),
      title: text,
      language: orNull(LanguageTag),
      url: Url,
      publishedOn: orNull(Day),
    }),
  ),
  note: maybe(text),
  ...known,
});
export type ReviewSeed = Static<typeof ReviewSeed>;

export const CountrySeed = record({
  iso2: CountryCode,
  iso3: Type.String({ pattern: "^[A-Z]{3}$" }),
  name: text,
  region: RegionSlug,
  capital: Place,
  languages: Type.Array(LanguageTag),
  uncac: record({
    status: Type.Enum(conventionStatuses),
    signedOn: orNull(Day),
    ratifiedOn: orNull(Day),
    ratificationAct: orNull(Type.Enum(ratificationActs)),
    ...known,
  }),
  reviews: Type.Array(ReviewSeed),
  transparencyPledge: record({
    signed: orNull(Type.Boolean()),
    signedOn: maybe(Day),
    source: orNull(text),
    asOf: orNull(Day),
  }),
  parallelReports: Type.Array(
    record({
      title: text,
      authors: Type.Array(text),
      cycle: orNull(Type.Integer()),
      year: orNull(Day),
      url: orNull(Url),
      source: text,
    }),
  ),
  note: orNull(text),
  verified: HowKnown,
});
export type CountrySeed = Static<typeof CountrySeed>;

export const OrganisationSeed = record({
  slug: Slug,
  name: text,
  nameLocal: maybe(text),
  acronym: orNull(text),
  iso2: CountryCode,
  region: RegionSlug,
  city: orNull(Place),
  website: orNull(Url),
  websiteVerified: maybe(HowKnown),
  email: orNull(text),
  phone: orNull(text),
  socials: Type.Partial(record({ twitter: Url, facebook: Url, linkedin: Url, youtube: Url })),
  foundedYear: orNull(Day),
  specializations: Type.Array(Slug),
  languages: Type.Optional(Type.Array(LanguageTag)),
  summary: text,
  activities: Type.Array(
    record({
      title: text,
      summary: text,
      startedOn: orNull(Day),
      endedOn: orNull(Day),
      status: Type.Enum(["past", "current"]),
      url: orNull(Url),
      source: text,
    }),
  ),
  uncacCoalitionMember: orNull(Type.Boolean()),
  ...known,
});
export type OrganisationSeed = Static<typeof OrganisationSeed>;

export const SpecializationSeed = record({
  slug: Slug,
  name: text,
  uncacArticles: Type.Array(Type.Integer({ minimum: 1, maximum: 71 })),
});
export type SpecializationSeed = Static<typeof SpecializationSeed>;

export const ArticleSeed = record({
  slug: Slug,
  title: text,
  titleBasis: maybe(Type.Enum(["page", "descriptive"])),
  ...whereabouts,
  organisations: Type.Array(text),
  publishedOn: orNull(Day),
  publisher: text,
  language: LanguageTag,
  url: Url,
  summary: text,
  ...known,
});
export type ArticleSeed = Static<typeof ArticleSeed>;

export const EventSeed = record({
  slug: Slug,
  title: text,
  ...whereabouts,
  kind: Type.Enum(eventKinds),
  startsOn: orNull(Day),
  endsOn: orNull(Day),
  place: orNull(record({ ...point, iso2: CountryCode })),
  online: orNull(Type.Boolean()),
  organiser: text,
  url: orNull(Url),
  summary: text,
  ...known,
});
export type EventSeed = Static<typeof EventSeed>;

export const ResourceSeed = record({
  slug: Slug,
  title: text,
  kind: Type.Enum(resourceKinds),
  ...whereabouts,
  language: LanguageTag,
  publisher: text,
  publishedOn: orNull(Day),
  url: orNull(Url),
  symbol: orNull(text),
  summary: text,
  ...known,
});
export type ResourceSeed = Static<typeof ResourceSeed>;

export const PartnerSeed = record({
  slug: Slug,
  name: text,
  kind: Type.Enum(partnerKinds),
  regions: Type.Array(RegionSlug),
  url: Url,
  summary: text,
  ...known,
});
export type PartnerSeed = Static<typeof PartnerSeed>;

export const CommitmentSeed = record({
  slug: Slug,
  iso2: CountryCode,
  forum: Type.Enum(forums),
  pledgedOn: orNull(Day),
  title: text,
  summary: text,
  url: Url,
  ...known,
});
export type CommitmentSeed = Static<typeof CommitmentSeed>;
