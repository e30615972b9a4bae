/** Loads one country's page: its record, its reviews by cycle, who works there, its news and events. */
import { csosIn } from "db/countries/queries.ts";
import { listEvents, nextEventChange } from "db/events/queries.ts";
import { newsAbout } from "db/news/queries.ts";
import type { Country } from "shared/countries/contract.ts";
import { reviewOf } from "shared/countries/rules.ts";
import type { CountryProps } from "web/render";
import type { App } from "../app.ts";
import { citiesIn, cycles, servedCountries } from "./actions.ts";

/** Enough to see who works there; the directory has them all. */
const CSOS = 12;
const NEWS = 5;
/** Of the next events, and of the past ones. */
const EVENTS = 4;

export async function countryProps(
  app: App,
  country: Country,
  now: Date,
): Promise<Omit<CountryProps, "watch">> {
  const { iso2, region } = country;
  const [allCycles, cities, regions, around] = await Promise.all([
    cycles(app),
    citiesIn(app, region),
    servedCountries(app),
    aroundCountry(app, country, now),
  ]);
  return {
    country,
    cycles: allCycles.map((cycle) => ({
      cycle,
      review: cycle.cycle === null ? null : reviewOf(country, cycle.cycle),
    })),
    reviewerRegions: Object.fromEntries(
      country.reviews.flatMap(({ reviewers }) =>
        reviewers.flatMap((code) => {
          const own = regions.get(code);
          return own === undefined ? [] : [[code, own]];
        }),
      ),
    ),
    cities: cities.filter((city) => city.iso2 === iso2),
    ...around,
  };
}

/** When the clock alone changes the events of a region's pages next; read again only once that moment has passed. */
export async function nextChange(app: App, region: string, now: Date): Promise<Date | null> {
  const read = () => nextEventChange(app.db.queries, region, now);
  const at = await app.remember(`next event change ${region}`, ["events"], read);
  return at === null || at > now ? at : read();
}

/** What other rooms know of a country, the same until one of them or the clock changes it. */
async function aroundCountry(app: App, { iso2, region }: Country, now: Date) {
  const { queries } = app.db;
  const until = (await nextChange(app, region, now))?.toISOString();
  return app.remember(`around ${iso2} until ${until}`, ["organisations", "news", "events"], async () => {
    const where = { region, country: [iso2] };
    const events = (when: "upcoming" | "past") =>
      listEvents(queries, { ...where, when }, { now, limit: EVENTS });
    const [csos, news, upcoming, past] = await Promise.all([
      csosIn(queries, iso2, CSOS),
      newsAbout(queries, where, NEWS),
      events("upcoming"),
      events("past"),
    ]);
    return { csos, news, upcoming: upcoming.items, past: past.items };
  });
}
