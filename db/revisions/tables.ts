/** The table of revisions: before and after of every curated fact, never changed once written. */
import { bigint, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { id } from "../columns.ts";

export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    /** `organisation`, `country`, `review`, `review-document` … */
    kind: text().notNull(),
    /** The record's id, as text. */
    ref: text().notNull(),
    region: text().notNull(),
    /** Of review data: the country, so that its log is read at once. */
    iso2: text(),
    /** The record's version after the change. */
    version: integer().notNull(),
    /** The fields that changed, as they were and as they are. */
    before: jsonb().notNull().$type<Record<string, unknown>>(),
    after: jsonb().notNull().$type<Record<string, unknown>>(),
    /** Who did it; null: nobody signed in (an import, a command, an erased person's row stays by id). */
    personId: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    /** As what: `member`, `curator`, `admin`, `steward`, `platform`. */
    actedAs: text().notNull(),
    source: text(),
    /** Whom to thank for it, if wished. */
    credit: text(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index().on(table.kind, table.ref, table.id.desc()),
    index().on(table.iso2, table.id.desc()),
    index().on(table.region, table.id.desc()),
  ],
);
