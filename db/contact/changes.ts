/** Writes of the contact room: a count per CSO and day, and nothing else. */
import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/** Takes one of the day's letters; false where none is left. Of two at once, both are counted. */
export async function takeLetter(
  tx: Transaction,
  { organisationId, day, most }: { organisationId: number; day: string; most: number },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into contact_days as known (organisation_id, day, letters) values (${organisationId}, ${day}, 1)
    on conflict (organisation_id, day) do update set letters = known.letters + 1 where known.letters < ${most}
    returning letters`);
  return rows.length > 0;
}

export async function dropOldCounts(tx: Transaction, before: string): Promise<void> {
  await tx.execute(sql`delete from contact_days where day < ${before}`);
}
