/** The facets' counts: each value with how many CSOs it would leave, under the other keys. */
import { type SQL, sql } from "drizzle-orm";
import type { FacetCount } from "shared/facets.ts";
import { EXACT_COUNT } from "shared/page.ts";
import type { Queries } from "../connect.ts";
import { documentsIn } from "../search/plan.ts";
import { countValues } from "./counts.ts";
import { hasNone, type TextSearch } from "./directory.ts";
import { type DirectoryFilter, type FacetKey, facetKeys, isCounted, scopeOfFilter } from "./filter.ts";
import { matching } from "./matching.ts";

export type Facets = Record<FacetKey, FacetCount[]>;

/** Exact where the kept counts answer; else among the first 1,000 CSOs that match. */
export async function facetsOf(
  db: Queries,
  filter: DirectoryFilter,
  text: TextSearch | null,
): Promise<Facets> {
  const facets: Facets = { country: [], specialization: [], language: [], member: [] };
  if (text !== null && hasNone(text)) return facets;
  // A key that is not chosen is counted under the whole filter: those keys look at the same CSOs, once.
  const free = facetKeys.filter((key) => filter[key].length === 0);
  const chosen = facetKeys.filter((key) => filter[key].length > 0);
  const asked = [
    { keys: free, under: filter },
    ...chosen.map((key) => ({ keys: [key], under: { ...filter, [key]: [] } })),
  ];
  const counted = await Promise.all(asked.map(({ keys, under }) => countsOf(db, keys, under, text)));
  for (const { key, ...count } of counted.flat()) facets[key].push(count);
  return facets;
}

type Count = FacetCount & { key: FacetKey };

async function countsOf(
  db: Queries,
  keys: FacetKey[],
  under: DirectoryFilter,
  text: TextSearch | null,
): Promise<Count[]> {
  if (keys.length === 0) return [];
  if (text === null && isCounted(under)) {
    const counts = await Promise.all(
      keys.map(async (key) => ({ key, counts: await countValues(db, under, key) })),
    );
    return counts.flatMap(({ key, counts }) => counts.map((count) => ({ ...count, key })));
  }
  const each = keys.map(
    (key) => sql`select ${key}::text as key, value, count(*)::int as count
    from found as o cross join lateral unnest(${values[key]}) as value group by value`,
  );
  const result = await db.execute<Count & Record<string, unknown>>(sql`
    with found as materialized (
      select o.iso2, o.specializations, o.languages, o.uncac_coalition_member from ${await rowsOf(db, under, text)}
    ) ${sql.join(each, sql` union all `)}`);
  return result.rows;
}

async function rowsOf(db: Queries, under: DirectoryFilter, text: TextSearch | null): Promise<SQL> {
  if (text === null) {
    const found = await matching(db, under, { after: null, limit: EXACT_COUNT });
    return sql`${found} as c join organisations as o on o.id = c.id`;
  }
  return sql`${documentsIn(scopeOfFilter(under), text)} as c
    join organisations as o on o.id = c.ref::bigint and o.status <> 'hidden'`;
}

/** The values of a facet that a row (o) has. */
const values: Record<FacetKey, SQL> = {
  country: sql`array[o.iso2]`,
  specialization: sql`o.specializations`,
  language: sql`case when o.languages = '{}' then array['not-stated'] else o.languages end`,
  member: sql`array[case o.uncac_coalition_member when true then 'yes' when false then 'no' else 'not-stated' end]`,
};
