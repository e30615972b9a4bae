/** Tables of the news room. */
import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { editable, firstDayOf, id, known, rangeOf } from "../columns.ts";

export const articles = pgTable(
  "articles",
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    titleBasis: text(),
    regions: text().array().notNull(),
    countries: text().array().notNull(),
    /** Names or slugs as the source gives them; linked when read, so that a later profile is found too. */
    organisations: text().array().notNull(),
    publishedOn: text(),
    publishedRange: rangeOf(sql`published_on`),
    publisher: text().notNull(),
    language: text().notNull(),
    url: text().notNull(),
    summary: text().notNull(),
    summaryLanguage: text().notNull().default("en"),
    /** The set of files of its picture, and what is to be seen on it. */
    cover: text(),
    coverText: text(),
    /** By date of publication, else by what date it describes. */
    sortOn: firstDayOf(sql`coalesce(published_on, as_of)`),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    ...known,
    ...editable,
  },
  (table) => [
    index("articles_newest").on(table.sortOn.desc().nullsLast(), table.id.desc()),
    index().using("gin", table.regions),
    index().using("gin", table.countries),
    // What came by a feed is recognised, however its address is written.
    index("articles_address").on(sql`address_key(url)`),
  ],
);
