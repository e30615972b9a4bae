/** Pages of the whole platform: the way in by language, and home. */
import { preferredLanguage } from "shared/i18n/languages.ts";
import type { App } from "../app.ts";
import { servePage } from "../page.ts";
import { regionHome } from "../regions/home.ts";

export function platform(app: App): void {
  app.fastify.get("/", { config: { who: "anyone" } }, (request, reply) => {
    const language = preferredLanguage(request.headers["accept-language"]);
    return reply.header("cache-control", "no-cache").header("vary", "Accept-Language").redirect(`/${language}`, 302);
  });
  servePage(app, {
    path: "",
    rooms: ["countries", "organisations", "news", "events", "resources"],
    load: async ({ language, now, t }) => {
      const [only] = app.regions();
      if (app.config.REGION && only) return regionHome(app, { region: only, language, now, t });
      return {
        view: { page: "Home", props: { regions: [...app.regions()] } },
        title: t("home.title"),
        description: t("home.lead"),
      };
    },
  });
}
