/** Writes corrections: one that is given, and its answer. */
import { and, eq } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { corrections } from "./tables.ts";

export type NewCorrection = Pick<
  typeof corrections.$inferInsert,
  | "region"
  | "iso2"
  | "organisationId"
  | "kind"
  | "ref"
  | "field"
  | "current"
  | "proposed"
  | "source"
  | "note"
  | "language"
  | "email"
  | "credit"
  | "personId"
>;

export async function insertCorrection(tx: Transaction, correction: NewCorrection): Promise<number> {
  const [row] = await tx.insert(corrections).values(correction).returning({ id: corrections.id });
  if (!row) throw new TypeError("an inserted correction gave no id");
  return row.id;
}

/** The correction, held until the end of the transaction, where it still waits in this version. */
export async function lockWaiting(tx: Transaction, id: number, version: number) {
  const [row] = await tx
    .select()
    .from(corrections)
    .where(and(eq(corrections.id, id), eq(corrections.status, "waiting"), eq(corrections.version, version)))
    .for("update");
  return row ?? null;
}

export interface Answer {
  status: "accepted" | "declined";
  reason: string | null;
  decidedBy: number;
  at: Date;
}

/** The address has served once the answer is on its way; a name that was not used is not kept either. */
export async function answerCorrection(
  tx: Transaction,
  id: number,
  { at, ...answer }: Answer,
): Promise<void> {
  const set = { ...answer, decidedAt: at, email: null };
  await tx
    .update(corrections)
    .set(answer.status === "declined" ? { ...set, credit: null } : set)
    .where(eq(corrections.id, id));
}
