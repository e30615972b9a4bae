/** What each kind of record is found by. */
import { languageCodes } from "shared/i18n/languages.ts";
import { type TextKey, textsIn } from "shared/i18n/text.ts";
import { specializationKey } from "shared/organisations/specializations.ts";
import { countryName, everydayNames } from "shared/regions/names.ts";
import type { SearchDocument } from "./document.ts";

function nameIn(tag: string, iso2: string): string {
  return new Intl.DisplayNames([tag], { type: "region" }).of(iso2) ?? iso2;
}

/** A country's names in the languages of the interface, in the one that most people there write (CLDR), and of every day. */
export function countryNames(iso2: string): string[] {
  const own = new Intl.Locale(`und-${iso2}`).maximize().language;
  return [
    ...languageCodes.map((language) => countryName(iso2, language)),
    nameIn(own, iso2),
    ...(everydayNames[iso2] ?? []),
  ];
}

function inEveryLanguage(key: TextKey): string[] {
  return languageCodes.map((language) => textsIn(language)(key));
}

export interface FoundOrganisation {
  name: string;
  nameLocal?: string | null;
  acronym: string | null;
  /** In further languages and scripts. */
  names?: { name: string }[];
  iso2: string;
  region: string;
  cityName: string | null;
  specializations: string[];
  languages: string[];
  summary: string;
  uncacCoalitionMember: boolean | null;
  activities: { title: string; summary: string }[];
}

export function organisationDocument(ref: string, organisation: FoundOrganisation): SearchDocument {
  const { uncacCoalitionMember: member, languages } = organisation;
  return {
    kind: "organisations",
    ref,
    regions: [organisation.region],
    names: [
      organisation.name,
      organisation.nameLocal ?? null,
      organisation.acronym,
      ...(organisation.names ?? []).map(({ name }) => name),
    ],
    subjects: [
      ...countryNames(organisation.iso2),
      organisation.cityName,
      ...organisation.specializations.flatMap((slug) => {
        const key = specializationKey(slug);
        return key === null ? [slug] : inEveryLanguage(key);
      }),
    ],
    texts: [
      organisation.summary,
      ...organisation.activities.flatMap(({ title, summary }) => [title, summary]),
    ],
    facets: [
      `country:${organisation.iso2}`,
      ...organisation.specializations.map((slug) => `specialization:${slug}`),
      ...(languages.length > 0 ? languages : ["not-stated"]).map((language) => `language:${language}`),
      `member:${member === null ? "not-stated" : member ? "yes" : "no"}`,
    ],
  };
}

export interface FoundCountry {
  iso2: string;
  iso3: string;
  name: string;
  region: string;
  capitalName: string | null;
  languages: string[];
  note: string | null;
  focalPoints: (string | null)[];
  /** Working languages of its region. */
  around: readonly string[];
}

/** Its names in its own languages and in those of its neighbours. */
function namesAround({ iso2, languages, around }: FoundCountry): string[] {
  return [...new Set([...languages, ...around])].map((tag) => nameIn(tag, iso2));
}

export function countryDocument(country: FoundCountry): SearchDocument {
  return {
    kind: "countries",
    ref: country.iso2,
    regions: [country.region],
    names: [country.name, ...countryNames(country.iso2), ...namesAround(country), country.iso3],
    subjects: [country.capitalName],
    texts: [country.note, ...country.focalPoints],
  };
}

interface FoundText {
  title: string;
  summary: string;
  regions: string[];
  countries: string[];
}

export function articleDocument(
  ref: string,
  article: FoundText & { publisher: string; organisations: string[] },
): SearchDocument {
  const subjects = [article.publisher, ...article.organisations, ...article.countries.flatMap(countryNames)];
  return {
    kind: "news",
    ref,
    regions: article.regions,
    names: [article.title],
    subjects,
    texts: [article.summary],
  };
}

export function eventDocument(
  ref: string,
  event: FoundText & { organiser: string; place: string | null },
): SearchDocument {
  const subjects = [event.organiser, event.place, ...event.countries.flatMap(countryNames)];
  return {
    kind: "events",
    ref,
    regions: event.regions,
    names: [event.title],
    subjects,
    texts: [event.summary],
  };
}

export function resourceDocument(
  ref: string,
  resource: FoundText & { symbol: string | null; publisher: string; kind: string },
): SearchDocument {
  const subjects = [resource.publisher, resource.kind, ...resource.countries.flatMap(countryNames)];
  const names = [resource.title, resource.symbol];
  return { kind: "resources", ref, regions: resource.regions, names, subjects, texts: [resource.summary] };
}
