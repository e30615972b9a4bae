/** Whom a person blocks or mutes, and whose posts therefore stand folded on their pages. */
import { and, asc, eq, sql } from "drizzle-orm";
import type { BlockKind } from "shared/moderation/rules.ts";
import { people } from "../accounts/tables.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { blocks } from "./tables.ts";

export interface BlockRow {
  handle: string;
  kind: BlockKind;
}

/** By handle; people who were removed are gone from it. */
export async function blocksOf(db: Queries, personId: number): Promise<BlockRow[]> {
  const rows = await db
    .select({ handle: people.handle, kind: blocks.kind })
    .from(blocks)
    .innerJoin(people, eq(people.id, blocks.otherId))
    .where(eq(blocks.personId, personId))
    .orderBy(asc(people.handle));
  return rows.flatMap(({ handle, kind }) => (handle === null ? [] : [{ handle, kind: kind as BlockKind }]));
}

/**
 * Handles whose posts the person does not see unfolded: those they block or mute, and those who block them. Which of
 * these it is, nobody is told.
 */
export async function foldedFor(db: Pick<Queries, "execute">, personId: number): Promise<string[]> {
  const { rows } = await db.execute<{ handle: string }>(sql`
    select p.handle from blocks b join people p on p.id = b.other_id
      where b.person_id = ${personId} and p.handle is not null
    union select p.handle from blocks b join people p on p.id = b.person_id
      where b.other_id = ${personId} and b.kind = 'block' and p.handle is not null`);
  return rows.map(({ handle }) => handle);
}

export async function setBlock(
  tx: Transaction,
  block: { personId: number; otherId: number; kind: BlockKind },
): Promise<void> {
  await tx
    .insert(blocks)
    .values(block)
    .onConflictDoUpdate({ target: [blocks.personId, blocks.otherId], set: { kind: block.kind } });
}

export async function endBlock(tx: Transaction, personId: number, otherId: number): Promise<void> {
  await tx.delete(blocks).where(and(eq(blocks.personId, personId), eq(blocks.otherId, otherId)));
}
