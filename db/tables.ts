/** Tables that belong to no single room: what changed, what was imported, and addresses that moved. */
import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { id, xid8 } from "./columns.ts";

/** One row per committed change of a room's content; every node follows it, so that no cache outlives a fact. */
export const changes = pgTable(
  "changes",
  {
    id: id(),
    room: text().notNull(),
    /** The writing transaction: a follower asks for what its last snapshot did not see, in whatever order they commit. */
    tx: xid8().notNull().default(sql`pg_current_xact_id()`),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index().on(table.tx), index().on(table.at)],
);

/** What the import wrote, by record: a row whose version differs from the one written here was changed by a person. */
export const seedRows = pgTable(
  "seed_rows",
  {
    kind: text().notNull(),
    key: text().notNull(),
    digest: text().notNull(),
    rowId: bigint({ mode: "number" }),
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] })],
);

/** A renamed record keeps its old address, which answers 308. */
export const oldSlugs = pgTable(
  "old_slugs",
  {
    kind: text().notNull(),
    oldSlug: text().notNull(),
    slug: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.oldSlug] })],
);
