/** Tables of the registrations room: who comes to an event. Never public; removed 30 days after it. */
import { bigint, index, integer, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
import { people } from "../accounts/tables.ts";
import { editable, id } from "../columns.ts";
import { events } from "../events/tables.ts";

const moment = () => timestamp({ withTimezone: true });

export const registrations = pgTable(
  "registrations",
  {
    id: id(),
    eventId: bigint({ mode: "number" })
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Of somebody signed in; null: a visitor. */
    personId: bigint({ mode: "number" }).references(() => people.id, { onDelete: "cascade" }),
    email: text().notNull(),
    /** As the person wishes to be called there: any name will do. */
    name: text().notNull(),
    organisation: text(),
    note: text(),
    language: text().notNull(),
    /** `unconfirmed` until the link in the letter is used; `confirmed`, `waiting`. One that ends is removed. */
    state: text().notNull(),
    /** A digest of the key in the letters, by which a visitor ends it. */
    tokenHash: text().notNull().unique(),
    /** Days before the event of which a reminder went out. */
    reminded: integer().array().notNull().default([]),
    createdAt: moment().notNull().defaultNow(),
    ...editable,
  },
  (table) => [unique().on(table.eventId, table.email), index().on(table.personId)],
);
