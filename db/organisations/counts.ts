/** Counts from the table that the writes keep: the same cost whatever the number of CSOs. */
import { type SQL, sql } from "drizzle-orm";
import type { FacetCount } from "shared/facets.ts";
import type { Queries } from "../connect.ts";
import { type DirectoryFilter, type FacetKey, list } from "./filter.ts";

const ANY = ["*"];
const orAny = (values: readonly string[]) => (values.length > 0 ? values : ANY);

/** Exact where `isCounted`; else no less than there are, since a CSO may have several of the values. */
export async function countKept(db: Queries, filter: DirectoryFilter): Promise<number> {
  const result = await db.execute<{ count: number }>(sql`
    select coalesce(sum(count), 0)::int as count from organisation_counts where region = ${filter.region}
      and iso2 = any(${list(orAny(filter.country))}) and specialization = any(${list(orAny(filter.specialization))})
      and language = any(${list(orAny(filter.language))}) and member = any(${list(orAny(filter.member))})`);
  return result.rows[0]?.count ?? 0;
}

/** Each value of a facet with how many CSOs have it, under the filter's other keys. */
export async function countValues(
  db: Queries,
  filter: DirectoryFilter,
  key: FacetKey,
): Promise<FacetCount[]> {
  const column = sql.identifier(key === "country" ? "iso2" : key);
  const of = (one: FacetKey, values: readonly string[]): SQL =>
    one === key ? domains[key](filter.region) : list(orAny(values));
  const result = await db.execute<{ value: string; count: number }>(sql`
    select ${column} as value, sum(count)::int as count from organisation_counts where region = ${filter.region}
      and iso2 = any(${of("country", filter.country)}) and specialization = any(${of("specialization", filter.specialization)})
      and language = any(${of("language", filter.language)}) and member = any(${of("member", filter.member)})
    group by 1 having sum(count) > 0`);
  return result.rows;
}

/** The values that a facet may have, so that the table is asked for them one by one instead of read through. */
const domains: Record<FacetKey, (region: string) => SQL> = {
  country: (region) => sql`array(select c.iso2 from countries as c where c.region = ${region})`,
  specialization: () => sql`array(select s.slug from specializations as s)`,
  language: (region) =>
    sql`array(select k.language from organisation_counts as k where k.region = ${region} and k.iso2 = '*'
      and k.specialization = '*' and k.language <> '*' and k.member = '*')`,
  member: () => sql`array['yes', 'no', 'not-stated']`,
};
