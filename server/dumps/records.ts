/** The records of each dump, part by part: the same objects as the API's, of the regions that are served. */
import { countriesOf } from "db/countries/queries.ts";
import { eventsAfter } from "db/events/queries.ts";
import { newsAfter } from "db/news/queries.ts";
import { organisationsAfter } from "db/organisations/queries.ts";
import { resourcesAfter } from "db/resources/queries.ts";
import { Country, Review } from "shared/countries/contract.ts";
import type { DumpName } from "shared/dumps/addresses.ts";
import { Event } from "shared/events/contract.ts";
import { Article } from "shared/news/contract.ts";
import { Organisation } from "shared/organisations/contract.ts";
import { Resource } from "shared/resources/contract.ts";
import Type, { type TObject } from "typebox";
import type { App } from "../app.ts";
import { linkedHere } from "../news/actions.ts";

/** So many records in memory at once, whatever the size of the table; larger parts are not faster. */
const PART = 500;

export type Parts<T = unknown> = AsyncGenerator<readonly T[]>;

export interface Dump {
  /** What one line of the CSV holds. */
  table: TObject;
  parts(app: App): Parts;
}

const review = Type.Object({
  iso2: Country.properties.iso2,
  country: Country.properties.name,
  region: Country.properties.region,
  ...Review.properties,
});

export const dumps: Record<DumpName, Dump> = {
  organisations: { table: Organisation, parts: organisationParts },
  // Reviews stand in a file of their own.
  countries: { table: Type.Omit(Country, ["reviews"]), parts: countryParts },
  reviews: { table: review, parts: reviewParts },
  events: {
    table: Event,
    parts: (app) => byId((after) => eventsAfter(app.db.queries, served(app), after, PART)),
  },
  news: {
    table: Article,
    parts: (app) =>
      byId(async (after) => {
        const articles = await newsAfter(app.db.queries, served(app), after, PART);
        return articles.map((article) => linkedHere(app, article));
      }),
  },
  resources: {
    table: Resource,
    parts: (app) => byId((after) => resourcesAfter(app.db.queries, served(app), after, PART)),
  },
};

export function organisationParts(app: App): Parts<Organisation> {
  return byId((after) => organisationsAfter(app.db.queries, served(app), after, PART));
}

/** The regions of this instance; null where it serves all, so that nothing needs to be filtered. */
function served(app: App): string[] | null {
  return app.config.REGION ? app.regions().map(({ slug }) => slug) : null;
}

async function* byId<T extends { id: number }>(read: (after: number) => Promise<T[]>): Parts<T> {
  let after = 0;
  while (true) {
    const records = await read(after);
    const last = records.at(-1);
    if (!last) return;
    yield records;
    after = last.id;
  }
}

/** A region has at most some dozens of countries. */
async function* countryParts(app: App): Parts<Country> {
  for (const { slug } of app.regions()) yield await countriesOf(app.db.queries, slug);
}

async function* reviewParts(app: App): Parts {
  for await (const countries of countryParts(app)) {
    yield countries.flatMap(({ iso2, name, region, reviews }) =>
      reviews.map((one) => ({ iso2, country: name, region, ...one })),
    );
  }
}
