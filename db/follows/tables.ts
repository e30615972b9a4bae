/** The table of follows: who is told by mail, without an account, of what is new in a country, a region or a search. */
import { index, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { id } from "../columns.ts";
import { regions } from "../regions/tables.ts";

const moment = () => timestamp({ withTimezone: true });

export const follows = pgTable(
  "follows",
  {
    id: id(),
    email: text().notNull(),
    language: text().notNull(),
    region: text()
      .notNull()
      .references(() => regions.slug),
    /** `region`, `country` or `search`. */
    kind: text().notNull(),
    /** `{ iso2 }` or `{ q }`. */
    target: jsonb().notNull().default({}).$type<Record<string, string>>(),
    createdAt: moment().notNull().defaultNow(),
    /** Null: not yet confirmed by the link in its letter. */
    confirmedAt: moment(),
    /** What came after this is news to its reader. */
    toldUntil: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.confirmedAt), index().on(table.email)],
);
