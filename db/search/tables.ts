/** Tables of the search room: one document per record that can be found, and the words that all of them use. */
import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { tsvector } from "../columns.ts";

/**
 * The table is cut into partitions by tier, so that a search reads a small, dense one first and the next only while it
 * has found too few.
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    /** The record's room. */
    kind: text().notNull(),
    /** The record's id, or a country's iso2. */
    ref: text().notNull(),
    /** By chance, from the key: `search_tier(kind, ref)`. */
    tier: smallint().notNull(),
    /** The folded name, to find whole and leading matches first. */
    name: text().notNull(),
    /** What the record can be narrowed by: "organisations/africa", "specialization:gender". */
    tags: text().array().notNull(),
    /**
     * Folded and segmented words by weight: A names, B what it is about, C the text. Beside them each word of a name
     * as `^word`, and each tag as `=specialization:gender`, so that words and filters are one look-up.
     */
    words: tsvector().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.ref, table.tier] }),
    index("search_documents_words").using("gin", table.words),
    index("search_documents_name").on(table.name),
  ],
);

/** The vocabulary: a misspelt word is looked for here, so that a typo costs the same at any size. */
export const searchWords = pgTable(
  "search_words",
  {
    word: text().primaryKey(),
    /** As somebody wrote it, to be shown: "Đorđević" for "dordevic". */
    spelling: text().notNull(),
  },
  (table) => [index("search_words_similar").using("gin", sql`${table.word} gin_trgm_ops`)],
);
