/** Tables of the desk: who took what on, what is set aside for a time, and whether the weekly letter is wanted. */
import { bigint, boolean, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { regions } from "../regions/tables.ts";

const moment = () => timestamp({ withTimezone: true });
const region = () =>
  text()
    .notNull()
    .references(() => regions.slug);

/** One row for each waiting thing that somebody took on. */
export const assignments = pgTable(
  "assignments",
  {
    region: region(),
    /** As in the queue: `application`, `correction`, `proposal`, `flag`, `link`, `profile`, `fact` … */
    kind: text().notNull(),
    ref: text().notNull(),
    personId: bigint({ mode: "number" })
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    at: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.region, table.kind, table.ref] }), index().on(table.personId)],
);

/** What only keeps the data true, and should not be seen at the desk for a time. */
export const setAside = pgTable(
  "set_aside",
  {
    region: region(),
    kind: text().notNull(),
    ref: text().notNull(),
    until: moment().notNull(),
    personId: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
  },
  (table) => [primaryKey({ columns: [table.region, table.kind, table.ref] }), index().on(table.personId)],
);

/** What a member of staff wants of a region's desk by letter. No row: the weekly letter comes. */
export const deskSettings = pgTable(
  "desk_settings",
  {
    personId: bigint({ mode: "number" })
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    region: region(),
    weekly: boolean().notNull().default(true),
    sentAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.region] })],
);
