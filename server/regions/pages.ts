/** A region's home page. */
import { mapQuery } from "shared/countries/contract.ts";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { homeRooms, regionHome } from "./home.ts";

export function regionPages(app: App): void {
  serveRegionPage(app, {
    path: "",
    rooms: homeRooms,
    query: mapQuery,
    load: ({ region, language, now, t, query }) =>
      regionHome(app, { region, language, now, t, map: query.map }),
  });
}
