/** News: what was published elsewhere, told in our own words with its source. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { anyOf, CountryCode, known, LanguageTag, orNull, PartialDate, RegionParam, Slug } from "../fields.ts";
import { Cover } from "../files/cover.ts";
import { listOf, paging } from "../page.ts";
import { regionParams } from "../regions/contract.ts";

export const Article = Type.Object({
  id: Type.Integer(),
  slug: Slug,
  title: Type.String(),
  /** "descriptive": the title is ours and describes the page. */
  titleBasis: orNull(Type.Enum(["page", "descriptive"])),
  regions: Type.Array(Slug),
  countries: Type.Array(Type.String()),
  /** Slugs of listed organisations, or the names as the source gives them. */
  organisations: Type.Array(Type.Object({ name: Type.String(), slug: orNull(Slug), region: orNull(Slug) })),
  publishedOn: orNull(PartialDate),
  publisher: Type.String(),
  /** The language of the page it links to. */
  language: LanguageTag,
  url: Type.String(),
  summary: Type.String(),
  summaryLanguage: LanguageTag,
  cover: Cover,
  ...known,
});
export type Article = Static<typeof Article>;

export const newsQuery = Type.Object({
  country: anyOf(CountryCode),
  language: anyOf(LanguageTag),
  year: anyOf(Type.String({ pattern: "^([0-9]{4}|undated)$" })),
  ...paging,
});
export type NewsQuery = Static<typeof newsQuery>;

export const listNews = endpoint({
  id: "listNews",
  method: "GET",
  path: "/api/v1/regions/:region/news",
  summary: "The region's news, newest first",
  who: "anyone",
  params: regionParams,
  query: newsQuery,
  reply: listOf(Article),
  failures: ["not-found", "invalid"],
});

export const getArticle = endpoint({
  id: "getArticle",
  method: "GET",
  path: "/api/v1/regions/:region/news/:slug",
  summary: "One news item",
  who: "anyone",
  params: Type.Object({ region: RegionParam, slug: Slug }),
  reply: Article,
  failures: ["not-found"],
});
