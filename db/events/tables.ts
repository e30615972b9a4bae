/** Tables of the events room. */
import { sql } from "drizzle-orm";
import { boolean, doublePrecision, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
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
    /** All days that the event may take, from the first of its start to the last of its end. */
    days: rangeOf(sql`starts_on, ends_on`),
    sortOn: firstDayOf(sql`coalesce(starts_on, as_of)`),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    ...known,
    ...editable,
  },
  (table) => [
    index("events_by_day").on(table.sortOn, table.id),
    index().using("gin", table.regions),
    index().using("gin", table.countries),
  ],
);
