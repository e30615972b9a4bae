/** Tables of the resources room. */
import { sql } from "drizzle-orm";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { editable, firstDayOf, id, known, rangeOf } from "../columns.ts";

export const resources = pgTable(
  "resources",
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    kind: text().notNull(),
    /** Empty: for all regions. */
    regions: text().array().notNull(),
    countries: text().array().notNull(),
    language: text().notNull(),
    publisher: text().notNull(),
    publishedOn: text(),
    publishedRange: rangeOf(sql`published_on`),
    url: text(),
    symbol: text(),
    summary: text().notNull(),
    summaryLanguage: text().notNull().default("en"),
    sortOn: firstDayOf(sql`coalesce(published_on, as_of)`),
    ...known,
    ...editable,
  },
  (table) => [
    index("resources_newest").on(table.sortOn.desc().nullsLast(), table.id.desc()),
    index().using("gin", table.regions),
    index().using("gin", table.countries),
  ],
);

/** Guides that stand on a page of their own: the participation guide, the follow-up template. */
export const guides = pgTable("guides", {
  slug: text().primaryKey(),
  content: text().notNull(),
  ...editable,
});
