/** Tables of the search room: one document per record that can be found, and the words that all of them use. */
import { sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { tsvector } from "../columns.ts";

export const searchDocuments = pgTable(
  "search_documents",
  {
    /** organisation, country, article, event or resource. */
    kind: text().notNull(),
    /** The record's id, or a country's iso2. */
    ref: text().notNull(),
    /** Empty: found in every region. */
    regions: text().array().notNull(),
    /** Folded and segmented words by weight: A names, B what it is about, C the text. */
    words: tsvector().notNull(),
    /** The folded name, to rank whole and leading matches first. */
    name: text().notNull(),
    sortKey: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.ref] }),
    index("search_documents_words").using("gin", table.words),
    index("search_documents_name").using("gin", sql`name gin_trgm_ops`),
  ],
);

/** The vocabulary: a misspelt word is looked for here, so that a typo costs the same at any size. */
export const searchWords = pgTable("search_words", { word: text().primaryKey() }, (table) => [
  index("search_words_similar").using("gin", sql`${table.word} gin_trgm_ops`),
]);
