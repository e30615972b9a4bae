/** Whether a scheduled entry may be published, and holds it meanwhile. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";

/** False: another node holds it, or it is no longer as it was seen. */
export async function lockEntry(
  tx: Transaction,
  { id, version }: { id: number; version: number },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select id from entries where id = ${id} and version = ${version} and state = 'scheduled' for update skip locked`);
  return rows.length > 0;
}

/** Whoever scheduled it is a curator of its region still, or covers one. */
export async function mayStillPublish(
  db: Queries,
  { changedBy, region }: { changedBy: number | null; region: string },
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select id from roles where person_id = ${changedBy}
      and (role = 'steward' or (role in ('curator', 'admin') and region = ${region})) limit 1`);
  return rows.length > 0;
}
