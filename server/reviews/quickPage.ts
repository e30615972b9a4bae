/** The page of quick entry: one cycle's reviews, by country. */
import { nameIn } from "shared/countries/overview.ts";
import { languages } from "shared/i18n/languages.ts";
import Type from "typebox";
import type { App } from "../app.ts";
import { countriesIn, cycles } from "../countries/actions.ts";
import { serveRegionPage } from "../page.ts";
import { allReviews } from "./actions.ts";

export function quickPage(app: App): void {
  serveRegionPage(app, {
    path: "/desk/reviews/quick",
    rooms: ["countries"],
    who: "curator",
    query: Type.Object({ cycle: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })) }),
    load: async ({ region, language, t, query }) => {
      const known = (await cycles(app)).flatMap(({ cycle }) => (cycle === null ? [] : [cycle]));
      // The latest is the one that is under way.
      const cycle = known.find((one) => one === query.cycle) ?? known.at(-1) ?? 1;
      const countries = new Map((await countriesIn(app, region.slug)).map((one) => [one.iso2, one]));
      const collator = new Intl.Collator(languages[language].locale);
      const rows = (await allReviews(app, region.slug)).flatMap(
        ({ iso2, version, status, phase, ...review }) => {
          const country = countries.get(iso2);
          if (!country || review.cycle !== cycle) return [];
          return [{ iso2, name: nameIn(language, country), version, status, phase }];
        },
      );
      return {
        view: {
          page: "QuickEntry",
          props: {
            cycle,
            cycles: known,
            rows: rows.toSorted((one, other) => collator.compare(one.name, other.name)),
          },
        },
        title: t("reviews.quick.title", { region: region.names[language] ?? region.slug }),
        description: t("reviews.quick.lead"),
        noIndex: true,
      };
    },
  });
}
