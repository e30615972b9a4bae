/** Search: one box over organisations, countries, news, events and resources. */
import Type, { type Static } from "typebox";
import { endpoint } from "../endpoint.ts";
import { LanguageTag, orNull, RegionParam, SearchText, Slug } from "../fields.ts";
import { paging } from "../page.ts";

/** The kinds of records that can be found, named as their rooms are. */
export const searchKinds = ["organisations", "countries", "news", "events", "resources"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** From … to, in characters of the text: what the search matched. */
const Marks = Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]));

export const SearchHit = Type.Object({
  kind: Type.Enum(searchKinds),
  /** The page's address below its language: "africa/organisations/…". */
  path: Type.String(),
  region: orNull(Slug),
  title: Type.String(),
  titleMarks: Marks,
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

export const searchQuery = Type.Object({
  q: Type.Optional(SearchText),
  region: Type.Optional(RegionParam),
  kind: Type.Optional(Type.Enum(searchKinds)),
  ...paging,
});
export type SearchQuery = Static<typeof searchQuery>;

export const search = endpoint({
  id: "search",
  method: "GET",
  path: "/api/v1/search",
  summary: "What has these words: the best of each kind, or one kind page by page",
  who: "anyone",
  query: searchQuery,
  reply: SearchReply,
  failures: ["invalid", "not-found"],
});
