/** Tables of the organisations room: specialisations, organisations, activities, and the counts that the writes keep. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { editable, firstDayOf, id, known, rangeOf } from "../columns.ts";
import { countries } from "../countries/tables.ts";

export const specializations = pgTable("specializations", {
  slug: text().primaryKey(),
  position: integer().notNull(),
  name: text().notNull(),
  uncacArticles: integer().array().notNull(),
});

export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    nameLocal: text(),
    /** Further names: `{ language, name }`. */
    names: jsonb().notNull().default([]).$type<{ language: string; name: string }[]>(),
    acronym: text(),
    iso2: text()
      .notNull()
      .references(() => countries.iso2),
    region: text().notNull(),
    cityName: text(),
    cityLat: doublePrecision(),
    cityLon: doublePrecision(),
    website: text(),
    websiteVerified: text(),
    email: text(),
    phone: text(),
    socials: jsonb().notNull().default({}).$type<Record<string, string>>(),
    foundedYear: text(),
    specializations: text().array().notNull(),
    languages: text().array().notNull().default([]),
    summary: text().notNull(),
    language: text().notNull().default("en"),
    uncacCoalitionMember: boolean(),
    /** `listed` (imported, nobody has claimed it), `claimed` or `hidden`. */
    status: text().notNull().default("listed"),
    /** Contact field → `public`, `members` or `hidden`; a field that is absent is public. */
    visibility: jsonb().notNull().default({}).$type<Record<string, string>>(),
    lastConfirmedOn: text(),
    /** When it was last asked whether its profile is still true. */
    confirmAskedAt: timestamp({ withTimezone: true }),
    /** Since when it hides itself, and what `status` was before. */
    darkSince: timestamp({ withTimezone: true }),
    statusBefore: text(),
    /** The set of files that is its logo. */
    logo: text(),
    /** Labelled CSOs of `npm run demo`. */
    demonstration: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    ...known,
    ...editable,
  },
  (table) => [
    index("organisations_by_name")
      .on(table.region, sql`name COLLATE "und-x-icu"`, table.id)
      .where(sql`status <> 'hidden'`),
    index("organisations_by_country")
      .on(table.iso2, sql`name COLLATE "und-x-icu"`, table.id)
      .where(sql`status <> 'hidden'`),
    index("organisations_newest")
      .on(table.region, table.createdAt.desc(), table.id.desc())
      .where(sql`status <> 'hidden'`),
    // Who applies with the website of a profile is probably the same organisation.
    index("organisations_by_site").on(sql`site_of(website)`),
    // Few hide themselves, and every name in the news is asked whether it is one of theirs.
    index("organisations_dark").on(table.id).where(sql`dark_since is not null`),
    index("organisations_by_confirmed")
      .on(table.region, sql`upper(partial_date_range(last_confirmed_on))`)
      .where(sql`last_confirmed_on is not null and status <> 'hidden'`),
    // News name organisations in any of these ways.
    index("organisations_by_any_name")
      .using("gin", sql`(array[slug, name, name_local, acronym])`)
      .where(sql`status <> 'hidden'`),
  ],
);

export const activities = pgTable(
  "activities",
  {
    id: id(),
    organisationId: bigint({ mode: "number" })
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    title: text().notNull(),
    summary: text().notNull(),
    startedOn: text(),
    startedRange: rangeOf(sql`started_on`),
    endedOn: text(),
    status: text().notNull(),
    url: text(),
    source: text(),
    uncacArticles: integer().array().notNull().default([]),
    language: text().notNull().default("en"),
    sortOn: firstDayOf(sql`coalesce(started_on, ended_on)`),
    ...editable,
  },
  (table) => [index().on(table.organisationId, table.sortOn)],
);

/**
 * Each visible CSO once per facet value ("specialization:gender", "language:not-stated", "member:yes"), so that any
 * filtered list is read in the order of names, however rare the value. Kept by a trigger.
 */
export const organisationFacets = pgTable(
  "organisation_facets",
  {
    facet: text().notNull(),
    region: text().notNull(),
    iso2: text().notNull(),
    name: text().notNull(),
    organisationId: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    index("organisation_facets_by_name").on(
      table.facet,
      table.region,
      sql`name COLLATE "und-x-icu"`,
      table.organisationId,
    ),
    index("organisation_facets_by_country").on(
      table.facet,
      table.iso2,
      sql`name COLLATE "und-x-icu"`,
      table.organisationId,
    ),
  ],
);

/** How many visible CSOs have each combination of one value per facet; '*' stands for any. Kept by a trigger. */
export const organisationCounts = pgTable(
  "organisation_counts",
  {
    region: text().notNull(),
    iso2: text().notNull(),
    specialization: text().notNull(),
    language: text().notNull(),
    member: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.region, table.iso2, table.specialization, table.language, table.member] }),
  ],
);
