/** Tables of the entries room: what is written at the desk and not public, or not public yet. What is public is a row of its room. */

import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { editable, id } from "../columns.ts";
import { inboxItems } from "../inbox/tables.ts";
import { regions } from "../regions/tables.ts";

const moment = () => timestamp({ withTimezone: true });
const byPerson = () => bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" });

export const entries = pgTable(
  "entries",
  {
    id: id(),
    /** `news`, `events`, `resources` or `partners`. */
    kind: text().notNull(),
    /** Whose desk keeps it. */
    region: text()
      .notNull()
      .references(() => regions.slug),
    /** `draft`, `proposed`, `scheduled`, `withdrawn` or `declined`; `published` once it became a record. */
    state: text().notNull().default("draft"),
    /** The fields as they stand in the form: complete only once it is published. */
    content: jsonb().notNull().$type<Record<string, unknown>>(),
    /** The record that it changes or became; of a withdrawn one the number under which it comes back. */
    recordId: bigint({ mode: "number" }),
    /** The version of the record that the change was written for. */
    recordVersion: bigint({ mode: "number" }),
    /** The address that its record has, or had: it never changes. */
    slug: text(),
    /** When it is to be published; of scheduled ones. */
    publishAt: moment(),
    /** Why a scheduled one could not be published (a failure's code): it waits as a draft. */
    problem: text(),
    /** Why it was declined or withdrawn. */
    reason: text(),
    inboxItemId: bigint({ mode: "number" }).references(() => inboxItems.id, { onDelete: "set null" }),
    /** The member who proposed it. */
    proposedBy: byPerson(),
    createdBy: byPerson(),
    changedBy: byPerson(),
    createdAt: moment().notNull().defaultNow(),
    ...editable,
  },
  (table) => [
    index().on(table.region, table.kind, table.state, table.id.desc()),
    index("entries_proposed").on(table.region, table.createdAt).where(sql`state = 'proposed'`),
    index("entries_unpublished").on(table.region, table.updatedAt).where(sql`problem is not null`),
    index().on(table.publishAt).where(sql`state = 'scheduled'`),
    index().on(table.proposedBy),
    // What was made of an item; and what lets go of it when its feed is removed.
    index().on(table.inboxItemId),
    // One change of a record waits at a time at each desk: two editors meet in it instead of passing each other.
    uniqueIndex("entries_one_change")
      .on(table.kind, table.recordId, table.region)
      .where(sql`record_id is not null and state in ('draft', 'scheduled')`),
  ],
);
