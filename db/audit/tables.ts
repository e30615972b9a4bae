/** The audit log: append-only and hash-chained; only opaque ids, actions, targets and keyed digests of values. */
import { bigint, boolean, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

export const audit = pgTable(
  "audit",
  {
    /** Without gaps, given by the writer under a lock. */
    id: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Opaque: the row of an erased person stays. Null: the platform itself, or a command. */
    personId: bigint({ mode: "number" }),
    action: text().notNull(),
    /** "organisation:12", "person:5" … */
    target: text().notNull(),
    region: text(),
    digest: text(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [index().on(table.region, table.id.desc()), index().on(table.target, table.id.desc())],
);

/** The end of the log, in one row: writers take their turns at it, and it shows when the newest rows are gone. */
export const auditHead = pgTable("audit_head", {
  single: boolean().primaryKey().default(true),
  rowId: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
});
