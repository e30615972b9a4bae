/** The page of a country's change log. */
import { countryLog } from "db/revisions/queries.ts";
import { nameIn } from "shared/countries/overview.ts";
import { paging } from "shared/page.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { countryAt, countryRooms } from "./actions.ts";

const query = Type.Object({ after: paging.after });
/** As many as a reader looks through at once. */
const CHANGES = 20;

export function countryHistoryPage(app: App): void {
  serveRegionPage(app, {
    path: "/countries/:iso2/history",
    rooms: [...countryRooms, "revisions"],
    query,
    load: async ({ region, language, t, params, query: { after } }) => {
      const path = (slug: string, iso2: string) => `/${language}/${slug}/countries/${iso2}/history`;
      const country = await countryAt(app, { region: region.slug, iso2: params.iso2 ?? "", path });
      const log = await countryLog(app.db.queries, country.iso2, { limit: CHANGES, after });
      const name = nameIn(language, country);
      const { iso2 } = country;
      return {
        view: { page: "CountryHistory", props: { country: { iso2, name, region: region.slug }, log } },
        title: t("countryLog.title", { country: name }),
        description: t("countryLog.description", { country: name }),
      };
    },
  });
}
