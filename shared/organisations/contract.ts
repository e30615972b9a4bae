/** Civil society organisations, their specialisations and activities: the records, and the endpoints that give them. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import {
  anyOf,
  CountryCode,
  HowKnown,
  known,
  LanguageTag,
  orNull,
  PartialDate,
  RegionParam,
  SearchText,
  Slug,
} from "../fields.ts";
import { PictureFile } from "../files/contract.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";
import { OwnProfile, ProfileChanges } from "./profile.ts";

export const socialNetworks = ["twitter", "facebook", "linkedin", "youtube"] as const;

export const Specialization = Type.Object({
  slug: Slug,
  name: Type.String(),
  /** Articles of the Convention that the subject belongs to. */
  uncacArticles: Type.Array(Type.Integer()),
});
export type Specialization = Static<typeof Specialization>;

export const Activity = Type.Object({
  title: Type.String(),
  summary: Type.String(),
  startedOn: orNull(PartialDate),
  endedOn: orNull(PartialDate),
  status: Type.Enum(["past", "current"]),
  url: orNull(Type.String()),
  source: orNull(Type.String()),
  /** Articles of the Convention that it was about. */
  uncacArticles: Type.Array(Type.Integer()),
});
export type Activity = Static<typeof Activity>;

/** A city; without coordinates where nobody knows them. */
const OrganisationPlace = Type.Object({
  name: Type.String(),
  lat: orNull(Type.Number()),
  lon: orNull(Type.Number()),
});

const OtherName = Type.Object({ language: LanguageTag, name: Type.String() });

export const Organisation = Type.Object({
  id: Type.Integer(),
  slug: Slug,
  name: Type.String(),
  nameLocal: orNull(Type.String()),
  acronym: orNull(Type.String()),
  /** What it is called in further languages and scripts. */
  names: Type.Array(OtherName),
  /** Its logo in several sizes, smallest first; null where it gave none. */
  logo: orNull(Type.Array(PictureFile)),
  iso2: Type.String(),
  region: Slug,
  city: orNull(OrganisationPlace),
  website: orNull(Type.String()),
  websiteVerified: orNull(HowKnown),
  email: orNull(Type.String()),
  phone: orNull(Type.String()),
  socials: Type.Partial(
    Type.Object({
      twitter: Type.String(),
      facebook: Type.String(),
      linkedin: Type.String(),
      youtube: Type.String(),
    }),
  ),
  foundedYear: orNull(PartialDate),
  specializations: Type.Array(Slug),
  /** Working languages that it has stated; empty means not stated, never its country's. */
  languages: Type.Array(LanguageTag),
  summary: Type.String(),
  /** The language of name-independent texts: summary and activities. */
  language: LanguageTag,
  activities: Type.Array(Activity),
  uncacCoalitionMember: orNull(Type.Boolean()),
  status: Type.Enum(["listed", "claimed"]),
  lastConfirmedOn: orNull(PartialDate),
  stale: Type.Optional(Type.Literal(true, { description: "Nobody has confirmed it for 18 months." })),
  ...known,
});
export type Organisation = Static<typeof Organisation>;

export const organisationSorts = ["name", "relevance"] as const;

export const organisationQuery = Type.Object({
  q: Type.Optional(SearchText),
  country: anyOf(CountryCode),
  specialization: anyOf(Slug),
  language: anyOf(Type.Union([LanguageTag, Type.Literal("not-stated")])),
  member: anyOf(Type.Enum(["yes", "no", "not-stated"])),
  sort: Type.Optional(Type.Enum(organisationSorts)),
  ...paging,
});
export type OrganisationQuery = Static<typeof organisationQuery>;

export const listOrganisations = endpoint({
  id: "listOrganisations",
  method: "GET",
  path: "/api/v1/regions/:region/organisations",
  summary: "The region's directory: searched, filtered, sorted",
  who: "anyone",
  params: regionParams,
  query: organisationQuery,
  reply: listOf(Organisation),
  failures: ["not-found", "invalid"],
});

export const getOrganisation = endpoint({
  id: "getOrganisation",
  method: "GET",
  path: "/api/v1/regions/:region/organisations/:slug",
  summary: "One organisation's profile",
  who: "anyone",
  params: Type.Object({ region: RegionParam, slug: Slug }),
  reply: Organisation,
  failures: ["not-found"],
});

const ownParams = Type.Object({ region: RegionParam, slug: Slug });

export const getOwnProfile = endpoint({
  id: "getOwnProfile",
  method: "GET",
  path: "/api/v1/regions/:region/organisations/:slug/profile",
  summary: "The whole profile, with the visibility of each contact detail, for those who keep it",
  who: "editor",
  params: ownParams,
  reply: OwnProfile,
  failures: ["not-found", "unauthenticated"],
});

export const changeProfile = endpoint({
  id: "changeProfile",
  method: "PATCH",
  path: "/api/v1/regions/:region/organisations/:slug",
  summary: "Changes the fields that are given; `version` is the one they were made from",
  who: "editor",
  params: ownParams,
  body: Type.Object({ version: Type.Integer({ minimum: 1 }), ...ProfileChanges.properties }),
  reply: OwnProfile,
  failures: ["not-found", "unauthenticated", "forbidden", "invalid", "stale"],
});
