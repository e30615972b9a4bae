/** What the news pages and their JSON twins share. */
import { listNews, type NewsFacets, newsFacets, oneArticle } from "db/news/queries.ts";
import { inCapitals, pagePart } from "shared/listQuery.ts";
import type { Article, NewsQuery } from "shared/news/contract.ts";
import type { List } from "shared/page.ts";
import type { App } from "../app.ts";
import { recordAt } from "../record.ts";

/** CSOs are linked by their names, so a changed profile changes the news too. */
export const newsRooms = ["news", "organisations"];

export function newsIn(app: App, region: string, query: NewsQuery): Promise<List<Article>> {
  return listNews(app.db.queries, { ...inCapitals(query), region }, pagePart(query));
}

export function newsFacetsIn(app: App, region: string, query: NewsQuery): Promise<NewsFacets> {
  return newsFacets(app.db.queries, { ...inCapitals(query), region });
}

interface ArticleAddress {
  region: string;
  slug: string;
  path(region: string, slug: string): string;
}

export function articleAt(app: App, address: ArticleAddress): Promise<Article> {
  return recordAt(app, { ...address, kind: "article", read: (slug) => oneArticle(app.db.queries, slug) });
}
