/** What a directory is narrowed by; a key that is empty does not narrow. */
import { type SQL, sql } from "drizzle-orm";
import { scopeOf } from "../search/document.ts";
import type { Scope } from "../search/plan.ts";

export const facetKeys = ["country", "specialization", "language", "member"] as const;
export type FacetKey = (typeof facetKeys)[number];

export interface DirectoryFilter {
  region: string;
  /** ISO 3166-1 alpha-2 in capitals. */
  country: readonly string[];
  specialization: readonly string[];
  /** Tags, or "not-stated". */
  language: readonly string[];
  /** "yes", "no" or "not-stated". */
  member: readonly string[];
}

export const list = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

/** The filter for the search index. */
export function scopeOfFilter(filter: DirectoryFilter): Scope {
  const chosen = facetKeys.filter((key) => filter[key].length > 0);
  return [
    [scopeOf("organisations", filter.region)],
    ...chosen.map((key) => filter[key].map((value) => `${key}:${value}`)),
  ];
}

/** The filter as conditions on a row of organisations. */
export function conditions(filter: DirectoryFilter): SQL {
  const parts = [sql`o.region = ${filter.region} and o.status <> 'hidden'`];
  if (filter.country.length > 0) parts.push(sql`o.iso2 = any(${list(filter.country)})`);
  const facets = facetKeys.slice(1).filter((key) => filter[key].length > 0);
  for (const key of facets)
    parts.push(sql`facets_of(o) && ${list(filter[key].map((value) => `${key}:${value}`))}`);
  return sql.join(parts, sql` and `);
}

/**
 * Whether the kept counts can answer for the filter: they have one value per key. A CSO has one country and one
 * membership, so those may be added up; of specialisations and languages it may have several.
 */
export function isCounted(filter: DirectoryFilter): boolean {
  return filter.specialization.length <= 1 && filter.language.length <= 1;
}
