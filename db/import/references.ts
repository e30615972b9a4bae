/** Checks what records say of one another: each stands there once, and what it names exists. */
import { isCountryCode, iso2OfName } from "shared/regions/names.ts";
import { rangeOf } from "shared/time.ts";
import { SeedFailure } from "./failure.ts";
import { misfit } from "./misfit.ts";
import type { Seed } from "./read.ts";
import type { CountrySeed, EventSeed, OrganisationSeed } from "./records.ts";
import { dayText } from "./values.ts";

/** A field that does not hold, and what was expected of it. */
type Misfit = [field: string, expected: string];

const A_COUNTRY = "a country's ISO 3166-1 alpha-2 code";
const ONE_OF_OURS = "the code of a country in the files of countries";

export function checkReferences(seed: Seed): void {
  const { countries, organisations, articles, events, resources, partners, commitments } = seed;
  for (const list of [organisations, articles, events, resources, partners, commitments])
    once<{ slug: string }>(seed, list, ({ slug }) => slug);
  once(seed, countries, ({ iso2 }) => iso2);
  once(seed, countries, ({ iso3 }) => iso3);
  const regions = new Map(countries.map(({ iso2, region }) => [iso2, region]));
  const subjects = new Set(seed.specializations.map(({ slug }) => slug));
  each(seed, countries, countryMisfits);
  each(seed, organisations, (record) => organisationMisfits(record, regions, subjects));
  each(seed, articles, whereaboutsMisfits);
  each(seed, resources, whereaboutsMisfits);
  each(seed, events, eventMisfits);
  each(seed, commitments, ({ iso2 }) => (regions.has(iso2) ? [] : [["/iso2", ONE_OF_OURS]]));
}

function once<T extends object>({ places }: Seed, list: T[], keyOf: (record: T) => string): void {
  const seen = new Map<string, T>();
  for (const record of list) {
    const first = seen.get(keyOf(record));
    if (first) {
      throw new SeedFailure(
        `${places.get(record)}: "${keyOf(record)}" stands already at ${places.get(first)}.`,
      );
    }
    seen.set(keyOf(record), record);
  }
}

function each<T extends object>({ places }: Seed, list: T[], misfitsOf: (record: T) => Misfit[]): void {
  for (const record of list) {
    const [first] = misfitsOf(record);
    if (first) throw new SeedFailure(`${places.get(record)}${misfit(...first, record)}.`);
  }
}

function countryMisfits({ iso2, reviews }: CountrySeed): Misfit[] {
  const misfits: Misfit[] = isCountryCode(iso2) ? [] : [["/iso2", A_COUNTRY]];
  for (const [index, { cycle, reviewers }] of reviews.entries()) {
    if (reviews.findIndex((review) => review.cycle === cycle) !== index)
      misfits.push([`/reviews/${index}/cycle`, "one review of each cycle"]);
    for (const [position, name] of reviewers.entries()) {
      if (iso2OfName(name) === null)
        misfits.push([`/reviews/${index}/reviewers/${position}`, "a country's English name"]);
    }
  }
  return misfits;
}

function organisationMisfits(
  record: OrganisationSeed,
  regions: Map<string, string>,
  subjects: Set<string>,
): Misfit[] {
  const misfits: Misfit[] = record.specializations.flatMap((slug, index) =>
    subjects.has(slug) ? [] : [[`/specializations/${index}`, "a slug of specializations.json"]],
  );
  const region = regions.get(record.iso2);
  if (region === undefined) misfits.push(["/iso2", ONE_OF_OURS]);
  else if (region !== record.region) misfits.push(["/region", `"${region}", its country's`]);
  return misfits;
}

/** News, events and resources may name any country: a meeting in Vienna matters to the regions too. */
function whereaboutsMisfits({ countries }: { countries: string[] }): Misfit[] {
  return countries.flatMap((code, index) =>
    isCountryCode(code) ? [] : [[`/countries/${index}`, A_COUNTRY]],
  );
}

function eventMisfits(event: EventSeed): Misfit[] {
  const misfits = whereaboutsMisfits(event);
  if (event.place && !isCountryCode(event.place.iso2)) misfits.push(["/place/iso2", A_COUNTRY]);
  const [start, end] = [dayText(event.startsOn), dayText(event.endsOn)];
  if (start && end && rangeOf(end).to < rangeOf(start).from)
    misfits.push(["/endsOn", `no day before ${start}`]);
  return misfits;
}
