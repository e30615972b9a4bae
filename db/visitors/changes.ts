/** Writes of the visitor challenge: each is spent once. */
import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/** False where it was spent before. Forgets those that have ended, since these are refused by their date. */
export async function spendChallenge(
  tx: Transaction,
  challenge: { id: string; expiresAt: Date },
  now: Date,
): Promise<boolean> {
  await tx.execute(sql`delete from spent_challenges where id in (
    select id from spent_challenges where expires_at < ${now.toISOString()}::timestamptz limit 100 for update skip locked)`);
  const spent = await tx.execute(sql`
    insert into spent_challenges (id, expires_at) values (${challenge.id}, ${challenge.expiresAt.toISOString()}::timestamptz)
    on conflict do nothing returning id`);
  return spent.rows.length > 0;
}
