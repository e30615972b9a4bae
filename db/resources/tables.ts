/** Tables of the resources room. */
import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
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
    /** In which further languages the document itself is to be had. */
    languages: text().array().notNull().default([]),
    /** The set of files of a document that is kept here. */
    file: text(),
    fileSize: integer(),
    sha256: text(),
    pages: integer(),
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

/** The words of a document, taken out of its file by a program: for those who cannot load it. */
export const resourceTexts = pgTable("resource_texts", {
  resourceId: bigint({ mode: "number" })
    .primaryKey()
    .references(() => resources.id, { onDelete: "cascade" }),
  /** One for each page. */
  pages: text().array().notNull(),
});

/** Guides that stand on a page of their own: the participation guide, the follow-up template. */
export const guides = pgTable("guides", {
  slug: text().primaryKey(),
  content: text().notNull(),
  ...editable,
});
