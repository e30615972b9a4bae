/** Resources from a file: what is said of documents; the documents themselves are uploaded at the desk. */
import { recordsElsewhere } from "db/intake/queries.ts";
import { resourcesAfter } from "db/resources/queries.ts";
import { MAX_COUNTRIES, MAX_PUBLISHER, MAX_SUMMARY, MAX_TITLE } from "shared/entries/rules.ts";
import { LanguageTag, line, orNull, paragraphs, TypedDate, WebAddress } from "shared/fields.ts";
import { Resource, resourceKinds } from "shared/resources/contract.ts";
import Type from "typebox";
import type { Fields, Kind } from "./kind.ts";
import { knownFields } from "./known.ts";
import { nameKey } from "./plan.ts";
import { changeRecords, createRecords, placeMisfits, standingRecords } from "./records.ts";

/** United Nations symbols have some thirty signs: "CAC/COSP/IRG/I/3/1/Add.27". */
const MAX_SYMBOL = 100;

const ResourceFields = Type.Object({
  title: line({ max: MAX_TITLE }),
  kind: Type.Enum(resourceKinds),
  regions: Type.Array(Type.String(), { maxItems: 20 }),
  countries: Type.Array(Type.String(), { maxItems: MAX_COUNTRIES }),
  language: LanguageTag,
  publisher: line({ max: MAX_PUBLISHER }),
  publishedOn: orNull(TypedDate),
  url: orNull(WebAddress),
  symbol: orNull(line({ max: MAX_SYMBOL })),
  summary: paragraphs({ max: MAX_SUMMARY }),
  summaryLanguage: LanguageTag,
  ...knownFields,
});

const columnsOf = (fields: Fields): Fields => fields;

export const resourcesKind: Kind = {
  record: Resource,
  fields: ResourceFields,
  required: ["title", "kind", "language", "publisher", "summary", "source"],
  blank: (region) => ({
    ...{ regions: [region], countries: [], summaryLanguage: "en", moreSources: [] },
    ...{ publishedOn: null, url: null, symbol: null, asOf: null, verified: null },
  }),
  standing: (db, region) =>
    standingRecords(db, "resources", region, (after, limit) => resourcesAfter(db, [region], after, limit)),
  elsewhere: (db, region, slugs) => recordsElsewhere(db, "resources", region, slugs),
  nameOf: ({ title }) => (typeof title === "string" ? title : ""),
  sameness: ({ title, language }) => (title ? nameKey(title, language) : null),
  check: placeMisfits,
  create: (writing, records) => createRecords("resources", writing, records, columnsOf),
  change: (writing, records) => changeRecords("resources", writing, records, columnsOf),
};
