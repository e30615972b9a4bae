/** Writes what a change of a curated fact was: before and after, by whom, from which source. */
import type { Transaction } from "../transaction.ts";
import { revisions } from "./tables.ts";

export type Revision = Omit<typeof revisions.$inferInsert, "id" | "at">;

/** In the transaction of the change itself. `before` and `after` hold the same fields: those that differ. */
export async function recordRevision(tx: Transaction, revision: Revision): Promise<void> {
  await tx.insert(revisions).values(revision);
}
