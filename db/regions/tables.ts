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
  /** The colour of its pages: see `accents` in shared/regions/rules.ts. */
  accent: text().notNull().default("ocean"),
  secretariat: jsonb().$type<{ name: string; url: string | null; email: string | null }>(),
  ...editable,
});

/**
 * The maps of a region that was added or changed by form: drawn once, when it is saved, and read by every node. A region
 * without a row has those that were built with the pages.
 */
export const regionMaps = pgTable("region_maps", {
  region: text()
    .primaryKey()
    .references(() => regions.slug, { onDelete: "cascade" }),
  /** What they were drawn from: alpha-2 codes in order, and the edges. */
  countries: text().array().notNull(),
  bounds: jsonb().notNull().$type<{ west: number; south: number; east: number; north: number }>(),
  maps: jsonb().notNull(),
  ...editable,
});
