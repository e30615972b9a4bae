/** Writes that a curator looked at reviews and found nothing new: no fact changes. */
import { sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";
import type { Transaction } from "../transaction.ts";

/** `refs` as "TN/2"; those that the region has and that are recorded are marked, and counted. */
export async function markChecked(
  tx: Transaction,
  { region, refs, on }: { region: string; refs: readonly string[]; on: string },
): Promise<number> {
  const result = await tx.execute<{ count: number }>(sql`
    with known as (
      select v.id from reviews v join countries c on c.iso2 = v.iso2
      where c.region = ${region} and v.iso2 || '/' || v.cycle = any(${textArray(refs)}) for update of v
    ), looked as (
      update reviews set checked_on = ${on}::date
      where id in (select id from known) and checked_on is distinct from ${on}::date
    )
    select count(*)::int as count from known`);
  return result.rows[0]?.count ?? 0;
}
