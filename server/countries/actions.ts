/** What pages and their JSON twins ask of the countries room. */
import { citiesOf, countriesOf, regionsByCountry, reviewCycles } from "db/countries/queries.ts";
import type { Country, CountrySort, MapView, ReviewCycle } from "shared/countries/contract.ts";
import type { CsoCity } from "shared/countries/csos.ts";
import { type CountryLine, lineOf, sortLines } from "shared/countries/overview.ts";
import { Failure, found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { type List, MAX_LIMIT, readCursor, writeCursor } from "shared/page.ts";
import type { App } from "../app.ts";
import { Moved } from "../serve.ts";

/** The rooms whose changes change a country's record: its CSOs are counted in it. */
export const countryRooms = ["countries", "organisations"] as const;

/** All countries of a region, by code; kept in memory until one of them changes. */
export function countriesIn(app: App, region: string): Promise<Country[]> {
  return app.remember(`countries ${region}`, countryRooms, () => countriesOf(app.db.queries, region));
}

export function cycles(app: App): Promise<ReviewCycle[]> {
  return app.remember("review cycles", ["countries"], () => reviewCycles(app.db.queries));
}

export function citiesIn(app: App, region: string): Promise<CsoCity[]> {
  return app.remember(`cities ${region}`, ["organisations"], () => citiesOf(app.db.queries, { region }));
}

/** The region of every country that this instance serves, by code. */
export async function servedCountries(app: App): Promise<Map<string, string>> {
  const all = await app.remember("regions by country", ["countries"], () => regionsByCountry(app.db.queries));
  const served = new Set(app.regions().map(({ slug }) => slug));
  return new Map([...all].filter(([, region]) => served.has(region)));
}

export interface CountriesAsked {
  region: string;
  language: Language;
  map?: MapView;
  sort?: CountrySort;
  limit?: number;
  after?: string;
}

export interface ListedCountry {
  country: Country;
  line: CountryLine;
}

/** A part of the region's countries, in order; throws `invalid` for a cursor of another order. */
export async function listedCountries(app: App, asked: CountriesAsked): Promise<List<ListedCountry>> {
  const { map = "cycle-2", sort = "name", limit = MAX_LIMIT } = asked;
  const countries = await countriesIn(app, asked.region);
  const byCode = new Map(countries.map((country) => [country.iso2, country]));
  const lines = sortLines(
    countries.map((country) => lineOf(country, map, asked.language)),
    sort,
    map,
    asked.language,
  );
  const start = asked.after === undefined ? 0 : placeAfter(asked.after, lines, sort);
  const page = lines.slice(start, start + limit);
  const last = page.at(-1);
  return {
    items: page.map((line) => ({ line, country: found(byCode.get(line.iso2)) })),
    total: lines.length,
    next: last && start + limit < lines.length ? writeCursor([sort, last.iso2]) : null,
  };
}

function placeAfter(after: string, lines: CountryLine[], sort: CountrySort): number {
  const [sortedBy, iso2] = readCursor(after, 2);
  const place = lines.findIndex((line) => line.iso2 === iso2);
  if (sortedBy === sort && place >= 0) return place + 1;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

interface CountryAddress {
  region: string;
  /** As it stands in the address: in small letters, or not. */
  iso2: string;
  /** The path at which a country of that region and code is served. */
  path(region: string, iso2: string): string;
}

/** The country of an address; 308 to its own where it is written in capitals or under another region, else 404. */
export async function countryAt(app: App, { region, iso2, path }: CountryAddress): Promise<Country> {
  const code = iso2.toUpperCase();
  const countries = await countriesIn(app, region);
  const country = countries.find((one) => one.iso2 === code);
  if (country && iso2 === code.toLowerCase()) return country;
  throw new Moved(path(found((await servedCountries(app)).get(code)), code.toLowerCase()));
}
