/** The countries' pages: the region's map with its table, and one country. */
import { countryQuery } from "shared/countries/contract.ts";
import { nameIn } from "shared/countries/overview.ts";
import type { App } from "../app.ts";
import { feedLinks } from "../feeds/links.ts";
import { serveRegionPage } from "../page.ts";
import { watchOf } from "../watches/actions.ts";
import { LINK_ROOM } from "../webLinks/words.ts";
import { countryAt, countryRooms, listedCountries } from "./actions.ts";
import { countryProps, nextChange } from "./country.ts";
import { countryHistoryPage } from "./history.ts";
import { countryJsonLd } from "./jsonLd.ts";
import { regionOverview } from "./overview.ts";

export function countryPages(app: App): void {
  listPage(app);
  countryPage(app);
  countryHistoryPage(app);
}

function listPage(app: App): void {
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

function countryPage(app: App): void {
  serveRegionPage(app, {
    path: "/countries/:iso2",
    rooms: [...countryRooms, "news", "events", LINK_ROOM],
    personal: true,
    load: async ({ actor, region, language, t, params, now }) => {
      const path = (slug: string, iso2: string) => `/${language}/${slug}/countries/${iso2}`;
      const country = await countryAt(app, { region: region.slug, iso2: params.iso2 ?? "", path });
      const name = nameIn(language, country);
      const url = (below: string) => `${app.origin()}/${language}/${region.slug}${below}`;
      const validUntil = await nextChange(app, region.slug, now);
      const watch = await watchOf(app, actor, { kind: "country", target: country.iso2 });
      return {
        ...(validUntil ? { validUntil } : {}),
        view: { page: "Country", props: { ...(await countryProps(app, country, now)), watch } },
        title: name,
        description: t("country.description", { country: name }),
        jsonLd: countryJsonLd(country, [
          { name: region.names[language] ?? region.slug, url: url("") },
          { name: t("frame.room.countries"), url: url("/countries") },
          { name, url: url(`/countries/${country.iso2.toLowerCase()}`) },
        ]),
      };
    },
  });
}
