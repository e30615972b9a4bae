/** Tables of the events room. */
import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { editable, firstDayOf, id, known, rangeOf } from "../columns.ts";

export const events = pgTable(
  "events",
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    regions: text().array().notNull(),
    countries: text().array().notNull(),
    kind: text().notNull(),
    startsOn: text(),
    endsOn: text(),
    startsAt: timestamp({ withTimezone: true, mode: "date" }),
    endsAt: timestamp({ withTimezone: true, mode: "date" }),
    timeZone: text(),
    deadlineOn: text(),
    placeName: text(),
    placeIso2: text(),
    placeLat: doublePrecision(),
    placeLon: doublePrecision(),
    online: boolean(),
    organiser: text().notNull(),
    url: text(),
    summary: text().notNull(),
    language: text().notNull().default("en"),
    /** Who runs it, and for whom, as the organisers say it. */
    runBy: text(),
    audience: text(),
    cover: text(),
    coverText: text(),
    /** Whether one registers for it here. */
    registration: boolean().notNull().default(false),
    /** Places; null: as many as come. */
    capacity: integer(),
    /** The last day on which one may register; null: until it begins. */
    registrationEndsOn: text(),
    /** After it: what came of it, its recording, its documents. */
    outcome: text(),
    recordingUrl: text(),
    documents: jsonb()
      .notNull()
      .default([])
      .$type<{ title: string; url: string; language: string | null }[]>(),
    /** The UID of the .ics that it came from, so that it is not taken in twice. */
    icsUid: text(),
    /** All days that the event may take, from the first of its start to the last of its end. */
    days: rangeOf(sql`starts_on, ends_on`),
    sortOn: firstDayOf(sql`coalesce(starts_on, as_of)`),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    ...known,
    ...editable,
  },
  (table) => [
    index("events_by_day").on(table.sortOn, table.id),
    // Of those few whose organisers still have to tell what came of it.
    index("events_without_outcome")
      .on(table.id)
      .where(sql`outcome is null and kind in ('workshop', 'training')`),
    index().using("gin", table.regions),
    index().using("gin", table.countries),
  ],
);
