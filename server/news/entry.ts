/** A news item at the desk: what its form becomes, and what a form shows of it. */
import { regionsOfCountries } from "db/countries/places.ts";
import { newsAlike, oneArticle, unwrittenArticle } from "db/news/queries.ts";
import { coverName } from "shared/files/cover.ts";
import { ArticleContent } from "shared/news/content.ts";
import { impossibleDay, unknownCountries } from "../entries/checks.ts";
import { coverProblems } from "../entries/cover.ts";
import type { EntryRoom } from "../entries/kinds.ts";
import { linkedHere } from "./actions.ts";
import { fillFromSource } from "./source.ts";

export const newsEntry: EntryRoom = {
  kind: "news",
  content: ArticleContent,
  titleField: "title",
  problems: async (app, content) => ({
    ...coverProblems(content),
    ...(await unknownCountries(app, content)),
    ...impossibleDay(content, app.now()),
  }),
  columnsOf: (content, today) => {
    const article = content as ArticleContent;
    return {
      title: article.title,
      titleBasis: "page",
      countries: article.countries.map((iso2) => iso2.toUpperCase()),
      organisations: article.organisations ?? [],
      publishedOn: article.publishedOn ?? null,
      publisher: article.publisher ?? siteOf(article.url),
      language: article.language,
      url: article.url,
      summary: article.summary,
      summaryLanguage: article.summaryLanguage ?? article.language,
      cover: coverName(article.cover),
      coverText: article.cover === undefined ? null : (article.coverText ?? null),
      source: article.url,
      asOf: article.publishedOn ?? today,
      verified: "page",
    };
  },
  contentOf: (row) => {
    const {
      title,
      summary,
      summaryLanguage,
      url,
      language,
      publisher,
      publishedOn,
      countries,
      organisations,
    } = row;
    return {
      title,
      summary,
      summaryLanguage,
      url,
      language,
      publisher,
      publishedOn,
      countries,
      organisations,
      ...(typeof row.cover === "string" ? { cover: `/files/${row.cover}`, coverText: row.coverText } : {}),
    };
  },
  preview: async (app, values) => {
    const article = linkedHere(app, await unwrittenArticle(app.db.queries, values));
    const countryRegions = await regionsOfCountries(app.db.queries, article.countries);
    return { kind: "news", article, countryRegions };
  },
  alike: (app, asked) => newsAlike(app.db.queries, asked),
  fetchInto: fillFromSource,
  sourceOf: ({ url }) => (typeof url === "string" ? url : null),
  read: async (app, slug) => {
    const article = await oneArticle(app.db.queries, slug);
    return article && linkedHere(app, article);
  },
};

/** The name of the site in its address. */
function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
