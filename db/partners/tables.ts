/** Tables of the partners room. */
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { editable, id, known } from "../columns.ts";

export const partners = pgTable(
  "partners",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    kind: text().notNull(),
    regions: text().array().notNull(),
    url: text().notNull(),
    summary: text().notNull(),
    language: text().notNull().default("en"),
    ...known,
    ...editable,
  },
  (table) => [index().using("gin", table.regions)],
);
