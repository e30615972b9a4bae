/** The profile's form: its fields as a browser sends them, and how a profile becomes one and back. */
import Type, { type Static } from "typebox";
import {
  CountryCode,
  EmailAddress,
  LanguageTag,
  line,
  paragraphs,
  Slug,
  TypedDate,
  WebAddress,
} from "../fields.ts";
import { articleList, articlesIn } from "./articles.ts";
import { type EditableProfile, Name, Phone, type ProfileChanges } from "./profile.ts";
import {
  MAX_ACRONYM,
  MAX_ACTIVITIES,
  MAX_ACTIVITY_SUMMARY,
  MAX_ACTIVITY_TITLE,
  MAX_CHOICES,
  MAX_CITY,
  MAX_NAMES,
  MAX_SUMMARY,
  visibilities,
} from "./rules.ts";

const Level = Type.Enum(visibilities);
/** "12, 13, 33-35" */
const Articles = Type.String({
  pattern: "^[0-9\\s,;–-]+$",
  maxLength: 200,
  problem: "edit.problem.articles",
});

export const ProfileForm = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  name: Name,
  nameLocal: Type.Optional(Name),
  acronym: Type.Optional(line({ max: MAX_ACRONYM })),
  names: Type.Array(Type.Object({ language: Type.Optional(LanguageTag), name: Type.Optional(Name) }), {
    maxItems: MAX_NAMES,
  }),
  summary: paragraphs({ max: MAX_SUMMARY }),
  language: LanguageTag,
  iso2: CountryCode,
  city: Type.Optional(line({ max: MAX_CITY })),
  foundedYear: Type.Optional(TypedDate),
  website: Type.Optional(WebAddress),
  email: Type.Optional(EmailAddress),
  phone: Type.Optional(Phone),
  twitter: Type.Optional(WebAddress),
  facebook: Type.Optional(WebAddress),
  linkedin: Type.Optional(WebAddress),
  youtube: Type.Optional(WebAddress),
  visibility: Type.Object({
    website: Level,
    email: Level,
    phone: Level,
    twitter: Level,
    facebook: Level,
    linkedin: Level,
    youtube: Level,
  }),
  specializations: Type.Array(Slug, { maxItems: MAX_CHOICES }),
  languages: Type.Array(LanguageTag, { maxItems: MAX_CHOICES }),
  activities: Type.Array(
    Type.Object({
      id: Type.Optional(Type.Integer()),
      title: line({ max: MAX_ACTIVITY_TITLE }),
      status: Type.Enum(["current", "past"]),
      startedOn: Type.Optional(TypedDate),
      endedOn: Type.Optional(TypedDate),
      summary: Type.Optional(paragraphs({ max: MAX_ACTIVITY_SUMMARY })),
      url: Type.Optional(WebAddress),
      articles: Type.Optional(Articles),
    }),
    { maxItems: MAX_ACTIVITIES },
  ),
  removeLogo: Type.Boolean(),
});
export type ProfileForm = Static<typeof ProfileForm>;

/** A field left empty is one that is not given any more. */
export function changesOf(form: ProfileForm): ProfileChanges {
  const { twitter, facebook, linkedin, youtube } = form;
  return {
    name: form.name,
    nameLocal: form.nameLocal ?? null,
    acronym: form.acronym ?? null,
    names: form.names.flatMap(({ language, name }) => (language && name ? [{ language, name }] : [])),
    summary: form.summary,
    language: form.language,
    iso2: form.iso2,
    city: form.city === undefined ? null : { name: form.city },
    foundedYear: form.foundedYear ?? null,
    website: form.website ?? null,
    email: form.email ?? null,
    phone: form.phone ?? null,
    socials: {
      twitter: twitter ?? null,
      facebook: facebook ?? null,
      linkedin: linkedin ?? null,
      youtube: youtube ?? null,
    },
    visibility: form.visibility,
    specializations: form.specializations,
    languages: form.languages,
    activities: form.activities.map(({ id, articles, ...activity }) => ({
      ...(id === undefined ? {} : { id }),
      title: activity.title,
      summary: activity.summary ?? "",
      startedOn: activity.startedOn ?? null,
      endedOn: activity.endedOn ?? null,
      status: activity.status,
      url: activity.url ?? null,
      uncacArticles: articlesIn(articles ?? "") ?? [],
    })),
  };
}

/** What the form's fields hold for a profile. */
export function filledForm(profile: EditableProfile, version: number): unknown {
  const { city, socials, activities, ...fields } = profile;
  return {
    ...fields,
    version,
    city: city?.name,
    ...socials,
    activities: activities.map(({ uncacArticles, ...activity }) => ({
      ...activity,
      articles: articleList(uncacArticles),
    })),
  };
}
