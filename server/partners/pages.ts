/** The partners page. */
import { MAX_LIMIT } from "shared/page.ts";
import { partnerQuery } from "shared/partners/contract.ts";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { LINK_ROOM } from "../webLinks/words.ts";
import { partnerFacetsIn, partnerRooms, partnersIn } from "./actions.ts";

export function partnerPages(app: App): void {
  serveRegionPage(app, {
    path: "/partners",
    rooms: [...partnerRooms, LINK_ROOM],
    query: partnerQuery,
    load: async ({ region, language, t, query }) => {
      // A region has some dozens: grouped by kind, all of them stand on one page.
      const [list, facets] = await Promise.all([
        partnersIn(app, region.slug, { limit: MAX_LIMIT, ...query }),
        partnerFacetsIn(app, region.slug),
      ]);
      return {
        view: { page: "Partners", props: { list, facets, query } },
        title: t("partners.title", { region: region.names[language] ?? region.slug }),
        description: t("partners.lead"),
      };
    },
  });
}
