/** What waits for a region's staff, counted. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

export interface Waiting {
  applications: number;
  corrections: number;
}

/** Corrections of a claimed CSO wait for its own editors. */
export async function waitingIn(db: Queries, region: string): Promise<Waiting> {
  const result = await db.execute<Waiting & Record<string, unknown>>(sql`
    select
      (select count(*)::int from applications where region = ${region} and status = 'waiting') as applications,
      (select count(*)::int from corrections as c left join organisations as o on o.id = c.organisation_id
        where c.region = ${region} and c.status = 'waiting' and (o.id is null or o.status = 'listed')) as corrections`);
  return result.rows[0] ?? { applications: 0, corrections: 0 };
}
