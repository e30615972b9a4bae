/** What a CSO that hides itself is called in the news. */
import { type SQL, sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";

/**
 * Whether a name in a news item, with the item's regions, is that of a CSO that is dark: then it is not told, also where
 * another one is called the same.
 */
export const namesDark = (name: SQL, regions: SQL) => sql`exists (
  select from organisations dark where dark.dark_since is not null
    and (${name} in (dark.slug, dark.name, dark.name_local)
      or (dark.acronym = ${name} and dark.region = any(${regions}))
      or dark.names @> jsonb_build_array(jsonb_build_object('name', ${name}))))`;

/** Those of the names, in something of these regions, that are told nowhere at present. */
export async function darkAmong(
  db: Queries,
  names: readonly string[],
  regions: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await db.execute<{ name: string }>(sql`
    select named.text as name from unnest(${textArray(names)}) as named(text)
    where ${namesDark(sql`named.text`, textArray(regions))}`);
  return rows.map(({ name }) => name);
}
