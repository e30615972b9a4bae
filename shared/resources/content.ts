/** A document as it is written at the desk: the fields of its form, and of its JSON twin. */
import Type, { type Static } from "typebox";
import { MAX_COUNTRIES, MAX_PUBLISHER, MAX_SUMMARY, MAX_TITLE } from "../entries/rules.ts";
import { CountryCode, LanguageTag, line, paragraphs, Slug, TypedDate, WebAddress } from "../fields.ts";
import type { TextKey } from "../i18n/text.ts";
import { resourceKinds } from "./contract.ts";

/** "CAC/COSP/IRG/2016/CRP.1", "CAC/COSP resolution 3/1, annex", "Evaluation(2018)24": capitals first, and a number. */
export const DocumentSymbol = Type.String({
  pattern: "^(?=[^0-9]*[0-9])[A-Z][A-Za-z0-9]*([/ .()*,-]+[A-Za-z0-9]+)+[)*]?$",
  minLength: 3,
  maxLength: 60,
  problem: "resources.problem.symbol",
});

/** The Convention is to be had in six languages; no document in more than these. */
const MAX_LANGUAGES = 30;

export const ResourceContent = Type.Object({
  title: line({ max: MAX_TITLE }),
  kind: Type.Enum(resourceKinds),
  /** Of the document that is linked to or kept. */
  language: LanguageTag,
  /** Further ones in which it is to be had. */
  languages: Type.Optional(Type.Array(LanguageTag, { maxItems: MAX_LANGUAGES })),
  publisher: line({ max: MAX_PUBLISHER }),
  publishedOn: Type.Optional(TypedDate),
  url: Type.Optional(WebAddress),
  /** Of a PDF that was uploaded before: `POST /api/v1/regions/{region}/documents` gives it. */
  file: Type.Optional(Type.String({ pattern: "^[\\w-]{1,64}$" })),
  symbol: Type.Optional(DocumentSymbol),
  summary: paragraphs({ max: MAX_SUMMARY }),
  summaryLanguage: Type.Optional(LanguageTag),
  /** Where it is known from; its address unless said. */
  source: Type.Optional(line({ max: 2000 })),
  countries: Type.Array(CountryCode, { maxItems: MAX_COUNTRIES }),
  /** Those in which it stands; unless said, the region of the desk. */
  regions: Type.Optional(Type.Array(Slug, { maxItems: 20 })),
});
export type ResourceContent = Static<typeof ResourceContent>;

/** What fits each field, but not together. */
export function resourceProblems({ url, file, symbol, language, languages }: ResourceContent) {
  const problems: Record<string, TextKey> = {};
  // By its symbol a document of the United Nations is found by anybody.
  if (url === undefined && file === undefined && symbol === undefined)
    problems.url = "resources.problem.nowhere";
  if (languages?.includes(language)) problems.languages = "resources.problem.sameLanguage";
  return problems;
}
