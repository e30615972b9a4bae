/** Tables of the resources room. */
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
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

/** What is known of a document's file: its digest, and its words, for those who cannot load it. */
export const resourceTexts = pgTable("resource_texts", {
  /** The set of files. */
  file: text().primaryKey(),
  /** Of the bytes as they are served, in hexadecimal. */
  sha256: text().notNull(),
  /** Taken out by a program, one for each page; all empty where its pages are pictures. */
  pages: text().array().notNull(),
  /** Beside them, since lists need no more than this. */
  pageCount: integer().notNull(),
  hasWords: boolean().notNull(),
});

/** Guides that stand on a page of their own: the participation guide, the follow-up template. */
export const guides = pgTable("guides", {
  slug: text().primaryKey(),
  content: text().notNull(),
  ...editable,
});
