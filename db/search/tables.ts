/** Tables of the search room: one document per record that can be found, and the words that all of them use. */
import { type SQL, sql } from "drizzle-orm";
import { index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { tsvector } from "../columns.ts";

/** One document in 256 is of tier 2, one in 17 of tier 1, by chance; the index is cut along the tiers. */
const tierOf = (key: SQL) =>
  sql`CASE WHEN hashtext(${key}) & 255 = 0 THEN 2 WHEN hashtext(${key}) & 15 = 0 THEN 1 ELSE 0 END`;

export const searchDocuments = pgTable(
  "search_documents",
  {
    /** organisation, country, article, event or resource. */
    kind: text().notNull(),
    /** The record's id, or a country's iso2. */
    ref: text().notNull(),
    /**
     * Folded and segmented words by weight: A names, B what it is about, C the text. Beside them each word of a name
     * as `^word`, and what the record is by as `=organisation/africa`, `=specialization:gender`.
     */
    words: tsvector().notNull(),
    /** The folded name, to find whole and leading matches first. */
    name: text().notNull(),
    /** Common words are looked for in the small tiers first, so that a search costs the same at any size. */
    tier: smallint().notNull().generatedAlwaysAs(tierOf(sql`kind || ref`)),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.ref] }),
    index("search_documents_tier_2").using("gin", table.words).where(sql`tier = 2`),
    index("search_documents_tier_1").using("gin", table.words).where(sql`tier = 1`),
    index("search_documents_tier_0").using("gin", table.words).where(sql`tier = 0`),
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
