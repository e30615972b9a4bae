/** A news item as it is written at the desk: the fields of its form, and of its JSON twin. */
import Type, { type Static } from "typebox";
import { MAX_COUNTRIES, MAX_NAMED, MAX_PUBLISHER, MAX_SUMMARY, MAX_TITLE } from "../entries/rules.ts";
import { CountryCode, LanguageTag, line, paragraphs, Slug, TypedDate, WebAddress } from "../fields.ts";
import { coverContent } from "../files/cover.ts";

export const ArticleContent = Type.Object({
  title: line({ max: MAX_TITLE }),
  /** In our own words: never copied from the source. */
  summary: paragraphs({ max: MAX_SUMMARY }),
  /** Of the summary; the source's unless said. */
  summaryLanguage: Type.Optional(LanguageTag),
  url: WebAddress,
  /** Of the page it links to. */
  language: LanguageTag,
  /** Unless said, the site's name as it stands in the address. */
  publisher: Type.Optional(line({ max: MAX_PUBLISHER })),
  publishedOn: Type.Optional(TypedDate),
  countries: Type.Array(CountryCode, { maxItems: MAX_COUNTRIES }),
  /** Names or slugs of CSOs as the source has them. */
  organisations: Type.Optional(Type.Array(line({ max: MAX_PUBLISHER }), { maxItems: MAX_NAMED })),
  ...coverContent,
  /** Those in which it stands; unless said, the region of the desk. */
  regions: Type.Optional(Type.Array(Slug, { maxItems: 20 })),
});
export type ArticleContent = Static<typeof ArticleContent>;
