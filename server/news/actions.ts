/** What the news pages and their JSON twins share. */
import { listNews, type NewsFacets, newsFacets, oneArticle } from "db/news/queries.ts";
import { inCapitals, pagePart } from "shared/listQuery.ts";
import type { Article, NewsQuery } from "shared/news/contract.ts";
import type { List } from "shared/page.ts";
import type { App } from "../app.ts";
import { recordAt } from "../record.ts";

/** CSOs are linked by their names, so a changed profile changes the news too. */
export const newsRooms = ["news", "organisations"];

export async function newsIn(app: App, region: string, query: NewsQuery): Promise<List<Article>> {
  const list = await listNews(app.db.queries, { ...inCapitals(query), region }, pagePart(query));
  return { ...list, items: list.items.map((article) => linkedHere(app, article)) };
}

/** A CSO of a region that is not served here is named, and not linked. */
export function linkedHere<A extends Article>(app: App, article: A): A {
  if (!app.config.REGION) return article;
  const organisations = article.organisations.map((one) =>
    app.regions().some(({ slug }) => slug === one.region) ? one : { ...one, slug: null, region: null },
  );
  return { ...article, organisations };
}

export function newsFacetsIn(app: App, region: string, query: NewsQuery): Promise<NewsFacets> {
  return newsFacets(app.db.queries, { ...inCapitals(query), region });
}

interface ArticleAddress {
  region: string;
  slug: string;
  path(region: string, slug: string): string;
}

export async function articleAt(app: App, address: ArticleAddress): Promise<Article> {
  const read = (slug: string) => oneArticle(app.db.queries, slug);
  return linkedHere(app, await recordAt(app, { ...address, kind: "article", read }));
}
