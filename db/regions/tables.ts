/** Tables of the regions room. A fourth region is a row, not code. */
import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { editable } from "../columns.ts";

export const regions = pgTable("regions", {
  slug: text().primaryKey(),
  position: integer().notNull(),
  /** By language of the interface. */
  names: jsonb().notNull().$type<Record<string, string>>(),
  languages: text().array().notNull(),
  bounds: jsonb().notNull().$type<{ west: number; south: number; east: number; north: number }>(),
  secretariat: jsonb().$type<{ name: string; url: string | null; email: string | null }>(),
  ...editable,
});
