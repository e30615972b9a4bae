/** Holds a scheduled entry while it is published. */
import { sql } from "drizzle-orm";
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
