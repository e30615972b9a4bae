/** Tables of the intake room: files that were handed in at the desk, until they are taken in or forgotten. */
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { regions } from "../regions/tables.ts";

const moment = () => timestamp({ withTimezone: true });

/** One for each person and region: a further file takes the place of the one before. */
export const intakes = pgTable(
  "intakes",
  {
    region: text()
      .notNull()
      .references(() => regions.slug),
    personId: bigint({ mode: "number" })
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Told apart from the one before, so that no button takes in another file than the one that was looked at. */
    token: text().notNull(),
    kind: text().notNull(),
    format: text().notNull(),
    /** Events and resources: as drafts, not at once to be read by everybody. */
    asDrafts: boolean().notNull().default(false),
    /** The file as text; empty once it was taken in. */
    content: text().notNull(),
    /** `waiting` for its second step, `writing`, `done` or `failed`. */
    state: text().notNull().default("waiting"),
    /** What the person saw of its rows when they were told to be taken in. */
    digest: text(),
    /** Rows that are written, and that will be. */
    written: integer().notNull().default(0),
    total: integer().notNull().default(0),
    /** How many rows had which fate. */
    counts: jsonb().$type<Record<string, number>>(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.region, table.personId] })],
);
