/** A region's home page. */
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { regionHome } from "./home.ts";

export function regionPages(app: App): void {
  serveRegionPage(app, {
    path: "",
    rooms: ["countries", "organisations", "news", "events", "resources"],
    load: ({ region, language, now, t }) => regionHome(app, { region, language, now, t }),
  });
}
