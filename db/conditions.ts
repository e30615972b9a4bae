/** Filters of a list as named conditions, so that a facet can be counted under all of them but its own. */
import { type SQL, sql } from "drizzle-orm";
import type { FacetCount } from "shared/facets.ts";
import { EXACT_COUNT } from "shared/page.ts";
import type { Queries } from "./connect.ts";

/** By filter; undefined where the filter is not set. */
export type Conditions = Record<string, SQL | undefined>;

/** All conditions together, without the one of that name. */
export function allOf(conditions: Conditions, except?: string): SQL {
  const parts = Object.entries(conditions).flatMap(([name, condition]) =>
    condition && name !== except ? [condition] : [],
  );
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

export function textArray(values: readonly string[]): SQL {
  return sql`${sql.param(values)}::text[]`;
}

/** Whether a column holds one of these values; no filter where none is asked. */
export function isAnyOf(column: SQL, values: readonly string[] | undefined): SQL | undefined {
  return values && sql`${column} = any(${textArray(values)})`;
}

/** Whether an array column holds one of these values. */
export function overlaps(column: SQL, values: readonly string[] | undefined): SQL | undefined {
  return values && sql`${column} && ${textArray(values)}`;
}

/** How many rows there are, counted no further than one beyond what a list tells exactly. */
export async function countRows(db: Queries, from: SQL, where: SQL): Promise<number> {
  const result = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select from ${from} where ${where} limit ${EXACT_COUNT + 1}) as counted`,
  );
  return result.rows[0]?.count ?? 0;
}

export interface FacetSource {
  /** What the rows are grouped by. */
  value: SQL;
  from: SQL;
  where: SQL;
}

/** How many rows have each value of each facet. */
export async function countFacets<K extends string>(
  db: Queries,
  sources: Record<K, FacetSource>,
): Promise<Record<K, FacetCount[]>> {
  const parts = Object.entries<FacetSource>(sources).map(
    ([facet, { value, from, where }]) =>
      sql`select ${facet}::text as facet, ${value} as value, count(*)::int as count from ${from} where ${where} group by 2`,
  );
  const { rows } = await db.execute<{ facet: string; value: string | null; count: number }>(
    sql.join(parts, sql` union all `),
  );
  const counts = (facet: string) =>
    rows.flatMap((row) =>
      row.facet === facet && row.value !== null ? [{ value: row.value, count: row.count }] : [],
    );
  return Object.fromEntries(Object.keys(sources).map((facet) => [facet, counts(facet)])) as Record<
    K,
    FacetCount[]
  >;
}
