/** One part of a search's hits, best first, cut out in the database: it may have found a thousand. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import { countUpTo, EXACT_COUNT, readCursor, writeCursor } from "shared/page.ts";
import type { Queries } from "../connect.ts";

export interface RankedPart {
  refs: string[];
  total: number;
  totalIsAtLeast?: true;
  next: string | null;
}

/** What a cursor of a search stands for: how many hits were read, and the last of them. */
export function readPlace(after: string): { read: number; last: string } {
  const [read, last] = readCursor(after, 2);
  if (Number.isSafeInteger(read) && Number(read) >= 0 && typeof last === "string")
    return { read: Number(read), last };
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

interface Row extends Record<string, unknown> {
  total: number;
  sampled: boolean;
  ref: string | null;
  place: number | null;
}

/**
 * `ranked` gives rows (ref, place), places from 1, and one without a ref where there are more than it gives. It goes on
 * after the last hit, or where that is gone, after as many.
 */
export async function partOf(
  db: Queries,
  ranked: SQL,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<RankedPart> {
  const { read, last } = after === undefined ? { read: 0, last: "" } : readPlace(after);
  const { rows } = await db.execute<Row>(sql`
    with ranked as materialized (${ranked})
    select (select count(ref) from ranked)::int as total, exists(select from ranked where ref is null) as sampled, part.ref, part.place::int as place
    from (select) as one left join lateral (
      select ref, place from ranked where ref is not null and place > coalesce((select place from ranked where ref = ${last}), ${read}::int)
      order by place limit ${limit}
    ) as part on true order by part.place`);
  const refs = rows.flatMap(({ ref }) => (ref === null ? [] : [ref]));
  const [{ total, sampled } = { total: 0, sampled: false }] = rows;
  const end = rows.at(-1);
  const more = end?.place != null && (sampled || end.place < total);
  const counted = sampled ? ({ total: EXACT_COUNT, totalIsAtLeast: true } as const) : countUpTo(total);
  return { refs, ...counted, next: more ? writeCursor([end.place ?? 0, end.ref ?? ""]) : null };
}
