/** A profile as its CSO keeps it: every field with its visibility, and what may be changed of it. */
import Type, { type Static } from "typebox";
import {
  CountryCode,
  EmailAddress,
  LanguageTag,
  line,
  orNull,
  paragraphs,
  Slug,
  TypedDate,
  WebAddress,
} from "../fields.ts";
import { PictureFile } from "../files/contract.ts";
import {
  LAST_ARTICLE,
  MAX_ACRONYM,
  MAX_ACTIVITIES,
  MAX_ACTIVITY_SUMMARY,
  MAX_ACTIVITY_TITLE,
  MAX_CHOICES,
  MAX_CITY,
  MAX_NAME,
  MAX_NAMES,
  MAX_PHONE,
  MAX_SUMMARY,
  NAME_PATTERN,
  organisationStatuses,
  visibilities,
} from "./rules.ts";

export const Name = Type.String({
  minLength: 1,
  maxLength: MAX_NAME,
  pattern: NAME_PATTERN,
  problem: "edit.problem.name",
});
export const Phone = Type.String({
  pattern: "^[+0-9\\u0660-\\u0669][-0-9\\u0660-\\u0669 ()./,;x]+$",
  maxLength: MAX_PHONE,
  problem: "edit.problem.phone",
});
const Article = Type.Integer({ minimum: 1, maximum: LAST_ARTICLE });

const activityFields = {
  title: line({ max: MAX_ACTIVITY_TITLE }),
  summary: paragraphs({ min: 0, max: MAX_ACTIVITY_SUMMARY }),
  startedOn: orNull(TypedDate),
  endedOn: orNull(TypedDate),
  status: Type.Enum(["current", "past"]),
  url: orNull(WebAddress),
  uncacArticles: Type.Array(Article, { maxItems: LAST_ARTICLE }),
};
const ActivityFields = Type.Object(activityFields, { additionalProperties: false });
export type Activity = Static<typeof ActivityFields>;
/** Without an id: a new one. */
const KeptActivity = Type.Object(
  { id: Type.Optional(Type.Integer()), ...activityFields },
  { additionalProperties: false },
);

/** A city as such: where it lies is known from other records, or given, and never more exactly than a city. */
export const City = Type.Object(
  {
    name: line({ max: MAX_CITY }),
    lat: Type.Optional(orNull(Type.Number({ minimum: -90, maximum: 90 }))),
    lon: Type.Optional(orNull(Type.Number({ minimum: -180, maximum: 180 }))),
  },
  { additionalProperties: false },
);
export type City = Static<typeof City>;

const OtherNames = Type.Array(
  Type.Object({ language: LanguageTag, name: Name }, { additionalProperties: false }),
  { maxItems: MAX_NAMES },
);
const Choices = Type.Array(Slug, { maxItems: MAX_CHOICES, uniqueItems: true });
const Languages = Type.Array(LanguageTag, { maxItems: MAX_CHOICES, uniqueItems: true });
const Level = Type.Enum(visibilities);
const social = orNull(WebAddress);
const socials = { twitter: social, facebook: social, linkedin: social, youtube: social };
const levels = {
  website: Level,
  email: Level,
  phone: Level,
  twitter: Level,
  facebook: Level,
  linkedin: Level,
  youtube: Level,
};

const editable = {
  name: Name,
  nameLocal: orNull(Name),
  acronym: orNull(line({ max: MAX_ACRONYM })),
  names: OtherNames,
  iso2: CountryCode,
  city: orNull(City),
  website: orNull(WebAddress),
  email: orNull(EmailAddress),
  phone: orNull(Phone),
  socials: Type.Partial(Type.Object(socials), { additionalProperties: false }),
  visibility: Type.Object(levels, { additionalProperties: false }),
  foundedYear: orNull(TypedDate),
  specializations: Choices,
  languages: Languages,
  summary: paragraphs({ max: MAX_SUMMARY }),
  language: LanguageTag,
  activities: Type.Array(KeptActivity, { maxItems: MAX_ACTIVITIES }),
};
const EditableProfile = Type.Object(editable);
export type EditableProfile = Static<typeof EditableProfile>;

/** What changes, and no more: the status, the address and the region of a profile are not its own to set. */
export const ProfileChanges = Type.Partial(
  Type.Object({
    ...editable,
    visibility: Type.Partial(Type.Object(levels), { additionalProperties: false }),
  }),
);
export type ProfileChanges = Static<typeof ProfileChanges>;

export const OwnProfile = Type.Object({
  id: Type.Integer(),
  slug: Slug,
  region: Slug,
  status: Type.Enum(organisationStatuses),
  version: Type.Integer(),
  lastConfirmedOn: orNull(Type.String()),
  logo: orNull(Type.Array(PictureFile)),
  ...editable,
  // What was recorded before it was kept here may be worded more freely.
  phone: orNull(Type.String()),
  website: orNull(Type.String()),
});
export type OwnProfile = Static<typeof OwnProfile>;
