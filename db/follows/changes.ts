/** Writes of the follows room: begun, confirmed, told, ended. */
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { type FollowTarget, kindOf } from "shared/follows/contract.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { follows } from "./tables.ts";

export interface NewFollow extends FollowTarget {
  email: string;
  language: string;
  at: Date;
}

/** Its id; nothing is sent for it before it is confirmed. */
export async function insertFollow(tx: Transaction, follow: NewFollow): Promise<number> {
  const { email, language, region, iso2, q, at } = follow;
  const target = { ...(iso2 === null ? {} : { iso2 }), ...(q === null ? {} : { q }) };
  const row = { email, language, region, kind: kindOf(follow), target, createdAt: at, toldUntil: at };
  const [inserted] = await tx.insert(follows).values(row).returning({ id: follows.id });
  if (!inserted) throw new Error("a new follow gave no id");
  return inserted.id;
}

/** From now on what is new is told. False: it was ended meanwhile. */
export async function confirmFollow(
  tx: Transaction,
  id: number,
  at: Date,
): Promise<{ email: string } | null> {
  const [row] = await tx
    .update(follows)
    .set({ confirmedAt: at, toldUntil: at })
    .where(eq(follows.id, id))
    .returning({ email: follows.email });
  return row ?? null;
}

export async function tellUntil(tx: Transaction, ids: number[], until: Date): Promise<void> {
  await tx.update(follows).set({ toldUntil: until }).where(inArray(follows.id, ids));
}

/** Of an address: one, or all. Nothing of it stays. */
export async function endFollows(tx: Transaction, email: string, id: number | null): Promise<void> {
  const whose = sql`lower(${follows.email}) = lower(${email})`;
  await tx.delete(follows).where(id === null ? whose : and(whose, eq(follows.id, id)));
}

/** Addresses that nobody confirmed are not kept. */
export async function dropUnconfirmed(db: Queries, before: Date): Promise<void> {
  await db.delete(follows).where(and(isNull(follows.confirmedAt), lt(follows.createdAt, before)));
}
