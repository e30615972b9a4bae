/** Countries as data. */
import { getCountry, listCountries } from "shared/countries/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { countryAt, countryRooms, listedCountries } from "./actions.ts";

export function countryRoutes(app: App): void {
  serve(app, listCountries, countryRooms, async ({ params, query }) => {
    const region = regionOf(app, params.region).slug;
    const { items, ...list } = await listedCountries(app, { ...query, region, language: "en" });
    return { ...list, items: items.map(({ country }) => country) };
  });
  serve(app, getCountry, countryRooms, async ({ params }) => {
    const region = regionOf(app, params.region).slug;
    const path = (slug: string, iso2: string) => `/api/v1/regions/${slug}/countries/${iso2}`;
    return countryAt(app, { region, iso2: params.iso2, path });
  });
}
