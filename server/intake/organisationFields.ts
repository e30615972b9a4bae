/** What of a CSO may be taken in from a file, and how it must be. */
import { LanguageTag, line, orNull, paragraphs, TypedDate, WebAddress } from "shared/fields.ts";
import { ProfileChanges } from "shared/organisations/profile.ts";
import {
  LAST_ARTICLE,
  MAX_ACTIVITIES,
  MAX_ACTIVITY_SUMMARY,
  MAX_ACTIVITY_TITLE,
} from "shared/organisations/rules.ts";
import Type, { type Static } from "typebox";
import { knownFields } from "./known.ts";

const profile = ProfileChanges.properties;
export const OrganisationFields = Type.Object({
  name: profile.name,
  nameLocal: profile.nameLocal,
  acronym: profile.acronym,
  names: profile.names,
  iso2: Type.String({ pattern: "^[A-Z]{2}$", problem: "intake.problem.country" }),
  city: profile.city,
  website: profile.website,
  email: profile.email,
  phone: profile.phone,
  socials: profile.socials,
  foundedYear: profile.foundedYear,
  specializations: profile.specializations,
  languages: profile.languages,
  summary: profile.summary,
  language: LanguageTag,
  uncacCoalitionMember: orNull(Type.Boolean()),
  ...knownFields,
});
export type Values = Partial<Static<typeof OrganisationFields>>;

/** As our own files have it. */
const Activity = Type.Object({
  title: line({ max: MAX_ACTIVITY_TITLE }),
  summary: paragraphs({ min: 0, max: MAX_ACTIVITY_SUMMARY }),
  startedOn: orNull(TypedDate),
  endedOn: orNull(TypedDate),
  status: Type.Enum(["past", "current"]),
  url: orNull(WebAddress),
  source: orNull(line({ max: 2000 })),
  uncacArticles: Type.Optional(
    Type.Array(Type.Integer({ minimum: 1, maximum: LAST_ARTICLE }), { maxItems: LAST_ARTICLE }),
  ),
});
/** Of a profile that stands, its activities are kept on its own page. */
export const OnlyNew = Type.Object({ activities: Type.Array(Activity, { maxItems: MAX_ACTIVITIES }) });
export type NewValues = Values & Partial<Static<typeof OnlyNew>>;
