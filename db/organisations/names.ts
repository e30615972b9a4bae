/** The names of a region's CSOs, to be completed in forms. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

/** As many as a page carries for a field's completion: a few tens of kilobytes. */
const MOST = 500;

export async function organisationNamesIn(db: Queries, region: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select name from organisations where region = ${region} and status <> 'hidden'
    order by name collate "und-x-icu" limit ${MOST}`);
  return rows.map(({ name }) => name);
}
