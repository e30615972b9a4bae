/** Tables of the corrections room: anyone's "this is wrong", and how it was answered. */
import { bigint, index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { editable, id } from "../columns.ts";
import { countries } from "../countries/tables.ts";
import { organisations } from "../organisations/tables.ts";
import { regions } from "../regions/tables.ts";

const moment = () => timestamp({ withTimezone: true });

export const corrections = pgTable(
  "corrections",
  {
    id: id(),
    region: text()
      .notNull()
      .references(() => regions.slug),
    iso2: text().references(() => countries.iso2),
    organisationId: bigint({ mode: "number" }).references(() => organisations.id, { onDelete: "cascade" }),
    /** `country`, `review`, `review-document` or `organisation`. */
    kind: text().notNull(),
    /** Of the record of that kind; null: one that is missing. */
    ref: text(),
    field: text().notNull(),
    /** What it said when the correction was written. */
    current: jsonb(),
    proposed: jsonb().notNull(),
    source: text().notNull(),
    note: text(),
    language: text().notNull(),
    /** For the answer; removed once it was sent. */
    email: text(),
    /** The name under which its giver wishes to be credited. */
    credit: text(),
    personId: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    /** `waiting`, `accepted` or `declined`. */
    status: text().notNull().default("waiting"),
    reason: text(),
    decidedBy: bigint({ mode: "number" }).references(() => people.id, { onDelete: "set null" }),
    decidedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    ...editable,
  },
  (table) => [
    index().on(table.region, table.status, table.createdAt),
    index().on(table.organisationId, table.status),
    index().on(table.iso2),
  ],
);
