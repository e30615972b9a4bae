/** The table of the contact room: how many letters a CSO was passed on in a day; never what they said or from whom. */
import { bigint, date, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { organisations } from "../organisations/tables.ts";

export const contactDays = pgTable(
  "contact_days",
  {
    organisationId: bigint({ mode: "number" })
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** In UTC. */
    day: date().notNull(),
    letters: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.day] })],
);
