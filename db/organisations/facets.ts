/** The facets' counts: each value with how many CSOs it would leave, under the other keys. */
import { type SQL, sql } from "drizzle-orm";
import type { FacetCount } from "shared/facets.ts";
import { EXACT_COUNT } from "shared/page.ts";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { documentsIn, hasNone, type Search } from "../search/plan.ts";
import { countValues } from "./counts.ts";
import { type DirectoryFilter, type FacetKey, facetKeys, isCounted, scopeOfFilter } from "./filter.ts";
import { matching } from "./matching.ts";

export type Facets = Record<FacetKey, FacetCount[]>;

/** Exact where the kept counts answer, or where a search finds up to 1,000; else among some of those that match. */
export async function facetsOf(db: Queries, filter: DirectoryFilter, text: Search | null): Promise<Facets> {
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
  text: Search | null,
): Promise<Count[]> {
  if (keys.length === 0) return [];
  if (text === null && isCounted(under)) {
    const counts = await Promise.all(
      keys.map(async (key) => ({ key, counts: await countValues(db, under, key) })),
    );
    return counts.flatMap(({ key, counts }) => counts.map((count) => ({ ...count, key })));
  }
  const found = text === null ? await tagsByName(db, under) : documentsIn(scopeOfFilter(under), text, false);
  const result = await db.execute<Count & Record<string, unknown>>(sql`
    select split_part(tag, ':', 1) as key, split_part(tag, ':', 2) as value, count(*)::int as count
    from ${found} as found cross join lateral unnest(found.tags) as tag
    where split_part(tag, ':', 1) = any(${textArray(keys)}) group by 1, 2`);
  return result.rows;
}

/** The tags that the index has of CSOs that match without a search. */
async function tagsByName(db: Queries, under: DirectoryFilter): Promise<SQL> {
  const found = await matching(db, under, { after: null, limit: EXACT_COUNT });
  return sql`(select array_append(facets_of(o), 'country:' || o.iso2) as tags
    from ${found} as c join organisations as o on o.id = c.id)`;
}
