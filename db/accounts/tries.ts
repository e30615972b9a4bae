/** Counts failed tries to sign in, by a keyed digest of the name that was typed. */
import { eq, inArray, lt, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { signInTries } from "./tables.ts";

/** Until when no further try is looked at; null where one may be made at once. */
export async function nextTryAt(db: Queries, key: string): Promise<Date | null> {
  const rows = await db
    .select({ nextAt: signInTries.nextAt })
    .from(signInTries)
    .where(eq(signInTries.key, key));
  return rows[0]?.nextAt ?? null;
}

interface FailedTry {
  key: string;
  now: Date;
  /** Tries before this are forgotten. */
  forgottenBefore: Date;
  /** Seconds to wait after so many failures. */
  waitAfter(failures: number): number;
}

export async function countFailedTry(tx: Transaction, failed: FailedTry): Promise<void> {
  const { key, now } = failed;
  await tx.delete(signInTries).where(lt(signInTries.updatedAt, failed.forgottenBefore));
  const [counted] = await tx
    .insert(signInTries)
    .values({ key, failures: 1, nextAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: signInTries.key,
      set: { failures: sql`${signInTries.failures} + 1`, updatedAt: now },
    })
    .returning({ failures: signInTries.failures });
  const nextAt = new Date(now.getTime() + failed.waitAfter(counted?.failures ?? 1) * 1000);
  await tx.update(signInTries).set({ nextAt }).where(eq(signInTries.key, key));
}

export async function forgetTries(db: Queries | Transaction, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await db.delete(signInTries).where(inArray(signInTries.key, [...keys]));
}
