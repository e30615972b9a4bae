/** Writes of the confirm room: asked, and answered. */
import { eq } from "drizzle-orm";
import { organisations } from "../organisations/tables.ts";
import type { Transaction } from "../transaction.ts";

export async function noteAsked(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.update(organisations).set({ confirmAskedAt: at }).where(eq(organisations.id, id));
}

/** `day` as `YYYY-MM-DD`. */
export async function confirmProfile(tx: Transaction, id: number, day: string): Promise<void> {
  await tx
    .update(organisations)
    .set({ lastConfirmedOn: day, confirmAskedAt: null })
    .where(eq(organisations.id, id));
}
