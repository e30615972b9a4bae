/** A country as a map and its table show it: one line of the chosen view, and how such lines are sorted. */
import { type Language, languages } from "../i18n/languages.ts";
import { countryName } from "../regions/names.ts";
import type { Country, CountrySort, MapView, recordedStatuses } from "./contract.ts";
import { asOfIn, cycleOf, levelOf, levelsOfView, type MapLevel, reviewLevel } from "./rules.ts";

export interface CountryLine {
  iso2: string;
  /** In the reader's language. */
  name: string;
  level: MapLevel;
  /** Status of the review that the view tells of. */
  review: MapLevel;
  asOf: string | null;
  organisations: number;
  /** Null where the Convention's lists cannot include it. */
  convention: (typeof recordedStatuses)[number] | null;
}

/** English names are the record's own, as the United Nations write them. */
export function nameIn(language: Language, country: Pick<Country, "iso2" | "name">): string {
  return language === "en" ? country.name : countryName(country.iso2, language);
}

export function lineOf(country: Country, view: MapView, language: Language): CountryLine {
  return {
    iso2: country.iso2,
    name: nameIn(language, country),
    level: levelOf(country, view),
    review: reviewLevel(country, cycleOf(view)),
    asOf: asOfIn(country, view),
    organisations: country.organisations,
    convention: country.uncac?.status ?? null,
  };
}

/** What a sentence or a table says of a country: the pledge, else the review that the view tells of. */
export function statusIn(view: MapView, line: CountryLine): MapLevel {
  return view === "pledge" ? line.level : line.review;
}

const collators = new Map<Language, Intl.Collator>();

function collator(language: Language): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator(languages[language].locale);
  collators.set(language, known);
  return known;
}

/**
 * By name in the reader's language; by status as the legend names them; by number of CSOs, most first; by date, newest
 * first and undated last. Equal ones by name.
 */
export function sortLines(
  lines: CountryLine[],
  sort: CountrySort,
  view: MapView,
  language: Language,
): CountryLine[] {
  const names = collator(language);
  const order = levelsOfView[view === "csos" ? "cycle-2" : view];
  const first: Record<CountrySort, (a: CountryLine, b: CountryLine) => number> = {
    name: () => 0,
    status: (a, b) => order.indexOf(statusIn(view, a)) - order.indexOf(statusIn(view, b)),
    organisations: (a, b) => b.organisations - a.organisations,
    asOf: (a, b) => compare(b.asOf ?? "", a.asOf ?? ""),
  };
  return lines.toSorted(
    (a, b) => first[sort](a, b) || names.compare(a.name, b.name) || compare(a.iso2, b.iso2),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
