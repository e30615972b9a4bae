/** Where countries are listed, for the rooms that link to them. */
import { sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";

/** The region by iso2 of those of these countries that have a page. */
export async function regionsOfCountries(
  db: Queries,
  iso2s: readonly string[],
): Promise<Record<string, string>> {
  if (iso2s.length === 0) return {};
  const result = await db.execute<{ iso2: string; region: string }>(
    sql`select iso2, region from countries where iso2 = any(${textArray(iso2s)})`,
  );
  return Object.fromEntries(result.rows.map(({ iso2, region }) => [iso2, region]));
}
