/** Tables of the countries room: countries, review cycles, reviews with their documents, parallel reports, commitments. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { editable, firstDayOf, id, known, rangeOf } from "../columns.ts";
import { regions } from "../regions/tables.ts";

export const countries = pgTable(
  "countries",
  {
    iso2: text().primaryKey(),
    iso3: text().notNull().unique(),
    name: text().notNull(),
    region: text()
      .notNull()
      .references(() => regions.slug),
    /** Null: not recorded. */
    capitalName: text(),
    capitalLat: doublePrecision(),
    capitalLon: doublePrecision(),
    languages: text().array().notNull(),
    uncacStatus: text().notNull(),
    signedOn: text(),
    ratifiedOn: text(),
    ratificationAct: text(),
    uncacSource: text(),
    uncacMoreSources: text().array().notNull().default([]),
    uncacAsOf: text(),
    uncacVerified: text(),
    pledgeSigned: boolean(),
    pledgeSignedOn: text(),
    pledgeSource: text(),
    pledgeAsOf: text(),
    note: text(),
    verified: text(),
    ...editable,
  },
  (table) => [index().on(table.region, table.name)],
);

/** Cycles of the Implementation Review Mechanism (CoSP resolution 3/1), and its second phase. */
export const reviewCycles = pgTable("review_cycles", {
  slug: text().primaryKey(),
  phase: integer().notNull(),
  cycle: integer().unique(),
  startsIn: text().notNull(),
  endsIn: text(),
  chapters: text().array().notNull(),
});

export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    iso2: text()
      .notNull()
      .references(() => countries.iso2),
    cycle: integer()
      .notNull()
      .references(() => reviewCycles.cycle),
    scheduledYear: integer(),
    startedIn: text(),
    status: text().notNull(),
    phase: text(),
    reviewers: text().array().notNull(),
    visitHeld: boolean(),
    visitWhen: text(),
    civilSocietyInvolved: boolean(),
    civilSocietyNote: text(),
    focalPointInstitution: text(),
    note: text(),
    /** The last day on which a curator looked and found nothing new. */
    checkedOn: date(),
    ...known,
    ...editable,
  },
  (table) => [unique().on(table.iso2, table.cycle)],
);

export const reviewDocuments = pgTable(
  "review_documents",
  {
    id: id(),
    reviewId: bigint({ mode: "number" })
      .notNull()
      .references(() => reviews.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    language: text(),
    url: text().notNull(),
    publishedOn: text(),
    size: integer(),
    ...editable,
  },
  (table) => [index().on(table.reviewId, table.position)],
);

export const parallelReports = pgTable(
  "parallel_reports",
  {
    id: id(),
    iso2: text()
      .notNull()
      .references(() => countries.iso2),
    position: integer().notNull(),
    title: text().notNull(),
    authors: text().array().notNull(),
    cycle: integer(),
    year: text(),
    url: text(),
    source: text().notNull(),
    ...editable,
  },
  (table) => [index().on(table.iso2, table.position)],
);

export const commitments = pgTable(
  "commitments",
  {
    id: id(),
    slug: text().notNull().unique(),
    iso2: text()
      .notNull()
      .references(() => countries.iso2),
    forum: text().notNull(),
    pledgedOn: text(),
    pledgedRange: rangeOf(sql`pledged_on`),
    sortOn: firstDayOf(sql`pledged_on`),
    title: text().notNull(),
    summary: text().notNull(),
    url: text().notNull(),
    ...known,
    ...editable,
  },
  (table) => [index().on(table.iso2, table.sortOn)],
);
