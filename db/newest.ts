/** Reading on in lists that stand newest first, records without any date at the end. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import { type Cursor, readCursor, writeCursor } from "shared/page.ts";
import { partialDatePattern, rangeOf } from "shared/time.ts";

export interface NewestRow {
  id: number;
  sortOn: string | null;
}

/** `t` has the columns `sort_on` and `id`. */
export const newestFirst = sql`t.sort_on desc nulls last, t.id desc`;

/** Rows after the one that the cursor stands for; throws `invalid` naming `after`. */
export function afterNewest(after: string | undefined): SQL | undefined {
  if (after === undefined) return undefined;
  const [sortOn, id] = readCursor(after, 2);
  if (typeof id !== "number" || !Number.isSafeInteger(id) || !isDayOrNull(sortOn)) throw notOurs();
  if (sortOn === null) return sql`t.sort_on is null and t.id < ${id}`;
  return sql`(t.sort_on < ${sortOn}::date or t.sort_on is null or (t.sort_on = ${sortOn}::date and t.id < ${id}))`;
}

export function newestCursor(row: NewestRow): string {
  return writeCursor([row.sortOn, row.id]);
}

function isDayOrNull(value: Cursor[number] | undefined): value is string | null {
  if (value === null) return true;
  if (typeof value !== "string" || !new RegExp(partialDatePattern).test(value) || value < "1000")
    return false;
  try {
    return rangeOf(value).precision === "day";
  } catch {
    return false;
  }
}

function notOurs(): Failure {
  return new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

/** Cuts a reading of one row more than asked, and says where to read on. */
export function cutAt<T>(
  rows: T[],
  limit: number,
  cursor: (row: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursor(last) : null };
}
