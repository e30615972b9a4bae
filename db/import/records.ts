/** What a seed record must look like, file by file, as `db/seed` holds them. */

import {
  conventionStatuses,
  documentKinds,
  forums,
  Place,
  ratificationActs,
  reviewStatuses,
} from "shared/countries/contract.ts";
import { eventKinds } from "shared/events/contract.ts";
import { CountryCode, HowKnown, LanguageTag, orNull, Slug } from "shared/fields.ts";
import { partnerKinds } from "shared/partners/contract.ts";
import { resourceKinds } from "shared/resources/contract.ts";
import { partialDatePattern } from "shared/time.ts";
import Type, { type Static, type TSchema } from "typebox";

/** A partial date; the files write bare years as numbers. */
const Day = Type.Union(
  [Type.String({ pattern: partialDatePattern }), Type.Integer({ minimum: 1900, maximum: 2200 })],
  {
    description: "a date (YYYY, YYYY-MM or YYYY-MM-DD)",
  },
);
const text = Type.String({ minLength: 1 });
const maybe = <T extends TSchema>(schema: T) => Type.Optional(orNull(schema));
const known = {
  source: text,
  asOf: orNull(Day),
  verified: Type.Optional(HowKnown),
  moreSources: Type.Optional(Type.Array(text)),
};
const RegionSlug = Type.Enum(["africa", "south-east-europe", "south-east-asia"]);
const whereabouts = { regions: Type.Array(RegionSlug), countries: Type.Array(CountryCode) };

export const ReviewSeed = Type.Object({
  cycle: Type.Integer({ minimum: 1, maximum: 2 }),
  scheduledYear: orNull(Type.Integer({ minimum: 1, maximum: 5 })),
  startedIn: orNull(Day),
  status: Type.Enum(reviewStatuses),
  reviewers: Type.Array(text),
  countryVisit: Type.Object({ held: orNull(Type.Boolean()), when: orNull(text) }),
  civilSocietyInvolved: orNull(Type.Boolean()),
  civilSocietyNote: orNull(text),
  focalPointInstitution: orNull(text),
  documents: Type.Array(
    Type.Object({
      kind: Type.Enum(documentKinds),
      title: text,
      language: orNull(LanguageTag),
      url: text,
      publishedOn: orNull(Day),
    }),
  ),
  note: maybe(text),
  ...known,
});
export type ReviewSeed = Static<typeof ReviewSeed>;

export const CountrySeed = Type.Object({
  iso2: CountryCode,
  iso3: Type.String({ pattern: "^[A-Z]{3}$" }),
  name: text,
  region: RegionSlug,
  capital: Place,
  languages: Type.Array(LanguageTag),
  uncac: Type.Object({
    status: Type.Enum(conventionStatuses),
    signedOn: orNull(Day),
    ratifiedOn: orNull(Day),
    ratificationAct: orNull(Type.Enum(ratificationActs)),
    ...known,
  }),
  reviews: Type.Array(ReviewSeed),
  transparencyPledge: Type.Object({
    signed: orNull(Type.Boolean()),
    signedOn: maybe(Day),
    source: orNull(text),
    asOf: orNull(Day),
  }),
  parallelReports: Type.Array(
    Type.Object({
      title: text,
      authors: Type.Array(text),
      cycle: orNull(Type.Integer()),
      year: orNull(Day),
      url: orNull(text),
      source: text,
    }),
  ),
  note: orNull(text),
  verified: HowKnown,
});
export type CountrySeed = Static<typeof CountrySeed>;

export const OrganisationSeed = Type.Object({
  slug: Slug,
  name: text,
  nameLocal: maybe(text),
  acronym: orNull(text),
  iso2: CountryCode,
  region: RegionSlug,
  city: orNull(Place),
  website: orNull(text),
  websiteVerified: maybe(HowKnown),
  email: orNull(text),
  phone: orNull(text),
  socials: Type.Partial(Type.Object({ twitter: text, facebook: text, linkedin: text, youtube: text })),
  foundedYear: orNull(Day),
  specializations: Type.Array(Slug),
  languages: Type.Optional(Type.Array(LanguageTag)),
  summary: text,
  activities: Type.Array(
    Type.Object({
      title: text,
      summary: text,
      startedOn: orNull(Day),
      endedOn: orNull(Day),
      status: Type.Enum(["past", "current"]),
      url: orNull(text),
      source: text,
    }),
  ),
  uncacCoalitionMember: orNull(Type.Boolean()),
  ...known,
});
export type OrganisationSeed = Static<typeof OrganisationSeed>;

export const SpecializationSeed = Type.Object({
  slug: Slug,
  name: text,
  uncacArticles: Type.Array(Type.Integer({ minimum: 1, maximum: 71 })),
});
export type SpecializationSeed = Static<typeof SpecializationSeed>;

export const ArticleSeed = Type.Object({
  slug: Slug,
  title: text,
  titleBasis: maybe(Type.Enum(["page", "descriptive"])),
  ...whereabouts,
  organisations: Type.Array(text),
  publishedOn: orNull(Day),
  publisher: text,
  language: LanguageTag,
  url: text,
  summary: text,
  ...known,
});
export type ArticleSeed = Static<typeof ArticleSeed>;

export const EventSeed = Type.Object({
  slug: Slug,
  title: text,
  ...whereabouts,
  kind: Type.Enum(eventKinds),
  startsOn: orNull(Day),
  endsOn: orNull(Day),
  place: orNull(Type.Object({ name: text, iso2: CountryCode, lat: Type.Number(), lon: Type.Number() })),
  online: orNull(Type.Boolean()),
  organiser: text,
  url: orNull(text),
  summary: text,
  ...known,
});
export type EventSeed = Static<typeof EventSeed>;

export const ResourceSeed = Type.Object({
  slug: Slug,
  title: text,
  kind: Type.Enum(resourceKinds),
  ...whereabouts,
  language: LanguageTag,
  publisher: text,
  publishedOn: orNull(Day),
  url: orNull(text),
  symbol: orNull(text),
  summary: text,
  ...known,
});
export type ResourceSeed = Static<typeof ResourceSeed>;

export const PartnerSeed = Type.Object({
  slug: Slug,
  name: text,
  kind: Type.Enum(partnerKinds),
  regions: Type.Array(RegionSlug),
  url: text,
  summary: text,
  ...known,
});
export type PartnerSeed = Static<typeof PartnerSeed>;

export const CommitmentSeed = Type.Object({
  slug: Slug,
  iso2: CountryCode,
  forum: Type.Enum(forums),
  pledgedOn: orNull(Day),
  title: text,
  summary: text,
  url: text,
  ...known,
});
export type CommitmentSeed = Static<typeof CommitmentSeed>;

export const GuideSeed = Type.Object({ title: text });
