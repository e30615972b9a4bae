/** Search: one box over organisations, countries, news, events, resources, and what one may read on the board. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { LanguageTag, orNull, SearchText, Slug } from "../fields.ts";
import { paging } from "../page.ts";

/** The kinds of records that can be found, named as their rooms are; posts are those of the board. */
export const searchKinds = ["organisations", "countries", "news", "events", "resources", "posts"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** From … to, in characters of the text: what the search matched. */
const Marks = Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]));

export const SearchHit = Type.Object({
  kind: Type.Enum(searchKinds),
  /** The page's address below its language: "africa/organisations/…"; a resource's with a query and its place. */
  path: Type.String(),
  region: orNull(Slug),
  /** ISO 3166-1 alpha-2 of what it is about: a search finds countries in many languages. */
  countries: Type.Array(Type.String()),
  title: Type.String(),
  titleMarks: Marks,
  titleLanguage: LanguageTag,
  /** The part of the record's text that fits best, in its own language. */
  excerpt: Type.String(),
  excerptMarks: Marks,
  language: LanguageTag,
});
export type SearchHit = Static<typeof SearchHit>;

export const SearchGroup = Type.Object({
  kind: Type.Enum(searchKinds),
  items: Type.Array(SearchHit),
  total: Type.Integer({ minimum: 0 }),
  totalIsAtLeast: Type.Optional(Type.Literal(true)),
  /** Where one kind is asked for: give it back as `after` to read on. */
  next: orNull(Type.String()),
});
export type SearchGroup = Static<typeof SearchGroup>;

export const SearchReply = Type.Object({
  /** The words that were looked for, where some were misspelt: what was probably meant. */
  corrected: orNull(Type.String()),
  /** False where no record has all words: those shown have some of them. */
  allWords: Type.Boolean(),
  groups: Type.Array(SearchGroup),
});
export type SearchReply = Static<typeof SearchReply>;

/** On a region's page the region stands in the address. */
export const searchPageQuery = Type.Object({
  q: Type.Optional(SearchText),
  kind: Type.Optional(Type.Enum(searchKinds)),
  ...paging,
});
export type SearchPageQuery = Static<typeof searchPageQuery>;

export const searchQuery = Type.Object({ region: Type.Optional(Slug), ...searchPageQuery.properties });
export type SearchQuery = Static<typeof searchQuery>;

export const search = endpoint({
  id: "search",
  method: "GET",
  path: "/api/v1/search",
  summary: "What has these words: the best of each kind, or one kind page by page",
  who: "anyone",
  query: searchQuery,
  reply: SearchReply,
  failures: ["invalid"],
});
