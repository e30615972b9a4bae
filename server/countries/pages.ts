/** The countries' pages: the region's map with its table, and one country. */
import { countryQuery } from "shared/countries/contract.ts";
import type { App } from "../app.ts";
import { feedLinks } from "../feeds/links.ts";
import { serveRegionPage } from "../page.ts";
import { countryRooms, listedCountries } from "./actions.ts";
import { regionOverview } from "./overview.ts";

export function countryPages(app: App): void {
  serveRegionPage(app, {
    path: "/countries",
    rooms: countryRooms,
    query: countryQuery,
    load: async ({ region, language, t, query }) => {
      const asked = { ...query, region: region.slug, language };
      const [overview, list] = await Promise.all([regionOverview(app, asked), listedCountries(app, asked)]);
      const name = region.names[language] ?? region.slug;
      return {
        view: {
          page: "Countries",
          props: {
            overview,
            sort: query.sort ?? "name",
            list: { ...list, items: list.items.map(({ line }) => line) },
            ...(query.limit === undefined ? {} : { limit: query.limit }),
          },
        },
        title: t("countries.title", { region: name }),
        description: t("countries.lead"),
        feeds: feedLinks(region, language, ["reviews"]),
      };
    },
  });
}
