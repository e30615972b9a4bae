/** Writes of passkeys: made, used, removed. */
import { and, count, eq } from "drizzle-orm";
import { passkeys, people } from "../accounts/tables.ts";
import type { Transaction } from "../transaction.ts";
import type { PasskeyRow } from "./queries.ts";

export type NewPasskey = Pick<
  typeof passkeys.$inferInsert,
  "personId" | "credentialId" | "publicKey" | "counter" | "transports" | "name"
>;

/** Its id; null where the person has `most` already, or the credential is known. */
export async function insertPasskey(
  tx: Transaction,
  passkey: NewPasskey,
  most: number,
): Promise<number | null> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, passkey.personId)).for("update");
  const [held] = await tx
    .select({ count: count() })
    .from(passkeys)
    .where(eq(passkeys.personId, passkey.personId));
  if ((held?.count ?? 0) >= most) return null;
  const [row] = await tx
    .insert(passkeys)
    .values(passkey)
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  return row?.id ?? null;
}

/** Notes a use. False where another use was first, with the same count: then one of two is a copy. */
export async function countPasskeyUse(
  tx: Transaction,
  { id, counter }: Pick<PasskeyRow, "id" | "counter">,
  use: { counter: number; at: Date },
): Promise<boolean> {
  const used = await tx
    .update(passkeys)
    .set({ counter: use.counter, lastUsedAt: use.at })
    .where(and(eq(passkeys.id, id), eq(passkeys.counter, counter)))
    .returning({ id: passkeys.id });
  return used.length > 0;
}

/** The name of what was removed; null where the person has none of that id. */
export async function deletePasskey(tx: Transaction, personId: number, id: number): Promise<string | null> {
  const [row] = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
    .returning({ name: passkeys.name });
  return row?.name ?? null;
}
