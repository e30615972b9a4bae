/** The way in by language, and the platform's home: the regions, or the one that this instance serves. */
import { mapQuery } from "shared/countries/contract.ts";
import { preferredLanguage } from "shared/i18n/languages.ts";
import type { App } from "../app.ts";
import { levelsForSmallMap } from "../countries/overview.ts";
import { servePage } from "../page.ts";
import { homeRooms, regionHome } from "../regions/home.ts";

export function platform(app: App): void {
  app.fastify.get("/", { config: { who: "anyone" } }, (request, reply) => {
    const language = preferredLanguage(request.headers["accept-language"]);
    return reply
      .header("cache-control", "no-cache")
      .header("vary", "Accept-Language")
      .redirect(`/${language}${saverOf(request.query)}`, 302);
  });
  servePage(app, {
    path: "",
    rooms: homeRooms,
    query: mapQuery,
    load: async ({ language, now, t, query }) => {
      const [only] = app.regions();
      if (app.config.REGION && only)
        return regionHome(app, { region: only, language, now, t, map: query.map });
      const regions = await Promise.all(
        app.regions().map(async (region) => ({ region, levels: await levelsForSmallMap(app, region.slug) })),
      );
      return {
        view: { page: "Home", props: { regions } },
        title: t("home.title"),
        description: t("home.lead"),
      };
    },
  });
}

/** Whoever saves data goes on saving it. */
function saverOf(query: unknown): string {
  return typeof query === "object" && query !== null && Reflect.get(query, "saver") === "1" ? "?saver=1" : "";
}
