/** The news pages: the list with its filters, and one item. */
import { regionsOfCountries } from "db/countries/places.ts";
import { newsAbout } from "db/news/queries.ts";
import { newsQuery } from "shared/news/contract.ts";
import type { App } from "../app.ts";
import { feedLinks } from "../feeds/links.ts";
import { serveRegionPage } from "../page.ts";
import { LINK_ROOM } from "../webLinks/words.ts";
import { articleAt, newsFacetsIn, newsIn, newsRooms } from "./actions.ts";
import { articleAsData } from "./linkedData.ts";

/** Enough to go on with; the list has the rest. */
const RELATED = 5;

export function newsPages(app: App): void {
  newsList(app);
  articlePage(app);
}

function newsList(app: App): void {
  serveRegionPage(app, {
    path: "/news",
    rooms: newsRooms,
    query: newsQuery,
    load: async ({ region, language, t, query }) => {
      const [list, facets] = await Promise.all([
        newsIn(app, region.slug, query),
        newsFacetsIn(app, region.slug, query),
      ]);
      const title = t("news.title", { region: region.names[language] ?? region.slug });
      return {
        view: { page: "News", props: { list, facets, query } },
        title,
        description: t("news.lead"),
        feeds: feedLinks(region, language, ["news"]),
      };
    },
  });
}

function articlePage(app: App): void {
  serveRegionPage(app, {
    path: "/news/:slug",
    rooms: [...newsRooms, "countries", LINK_ROOM],
    load: async ({ region, language, params }) => {
      const article = await articleAt(app, {
        region: region.slug,
        slug: params.slug ?? "",
        path: (at, slug) => `/${language}/${at}/news/${slug}`,
      });
      const about = { region: region.slug, country: article.countries };
      const [countryRegions, related] = await Promise.all([
        regionsOfCountries(app.db.queries, article.countries),
        article.countries.length > 0 ? newsAbout(app.db.queries, about, RELATED, article.id) : [],
      ]);
      const address = `${app.origin()}/${language}/${region.slug}/news/${article.slug}`;
      return {
        view: { page: "Article", props: { article, countryRegions, related } },
        title: article.title,
        description: article.summary,
        jsonLd: [articleAsData(article, address, language)],
      };
    },
  });
}
