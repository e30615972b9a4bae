/** Column groups that every curated table shares: the source of a fact, its version, partial dates as sortable days. */
import { type SQL, sql } from "drizzle-orm";
import { bigint, customType, date, integer, text, timestamp } from "drizzle-orm/pg-core";

export const daterange = customType<{ data: string }>({ dataType: () => "daterange" });
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

export const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** Where a fact comes from, as of when, and how it is known ("page" or "record"). */
export const known = {
  source: text(),
  moreSources: text().array().notNull().default([]),
  asOf: text(),
  verified: text(),
};

/** For optimistic locking; a trigger raises it at each update. */
export const editable = {
  version: integer().notNull().default(1),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
};

/** The days that a partial date may mean, kept by the database. */
export const rangeOf = (partial: SQL) => daterange().generatedAlwaysAs(sql`partial_date_range(${partial})`);

/** The first of those days, to sort and to index by. */
export const firstDayOf = (partial: SQL) =>
  date().generatedAlwaysAs(sql`lower(partial_date_range(${partial}))`);
