/** Writes of the moderation room: flags, decisions and what they do, who may not post, appeals. */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { DecisionAction, FlagGround, Ground, Outcome } from "shared/moderation/rules.ts";
import type { Transaction } from "../transaction.ts";
import { notifications } from "../watches/tables.ts";
import { appeals, decisions, flags, standings } from "./tables.ts";

export interface NewFlag {
  postId: number;
  region: string | null;
  personId: number;
  ground: FlagGround;
  note: string;
  at: Date;
}

/** Null where this person's flag of the post is still open. */
export async function insertFlag(
  tx: Transaction,
  { at, ...flag }: NewFlag,
): Promise<{ id: number; createdAt: Date } | null> {
  const [made] = await tx
    .insert(flags)
    .values({ ...flag, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: flags.id, createdAt: flags.createdAt });
  return made ?? null;
}

export interface NewDecision {
  region: string | null;
  boardId: number | null;
  threadId: number | null;
  postId: number | null;
  /** About whom, or whose post. */
  personId: number | null;
  action: DecisionAction;
  ground: Ground;
  reason: string;
  until: Date | null;
  moderatorId: number | null;
  /** The decision that it reverses. */
  about: number | null;
  at: Date;
}

export async function insertDecision(tx: Transaction, decision: NewDecision): Promise<number> {
  const [made] = await tx.insert(decisions).values(decision).returning({ id: decisions.id });
  if (!made) throw new Error("a new decision gave no id");
  return made.id;
}

/** Answers the post's open flags; gives those who had flagged it. */
export async function closeFlags(
  tx: Transaction,
  postId: number,
  decided: { decisionId: number; at: Date },
): Promise<number[]> {
  const rows = await tx
    .update(flags)
    .set({ decisionId: decided.decisionId, decidedAt: decided.at })
    .where(and(eq(flags.postId, postId), isNull(flags.decidedAt)))
    .returning({ personId: flags.personId });
  return rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

export interface NewStanding {
  personId: number;
  region: string | null;
  kind: "suspended" | "banned";
  until: Date | null;
  decisionId: number;
  at: Date;
}

export async function insertStanding(tx: Transaction, standing: NewStanding): Promise<void> {
  await tx.insert(standings).values(standing);
}

/** All that hold there, or those that came of one decision; gives how many. */
export async function endStandings(
  tx: Transaction,
  which: { personId: number; region: string | null } | { decisionId: number },
  at: Date,
): Promise<number> {
  const what =
    "decisionId" in which
      ? eq(standings.decisionId, which.decisionId)
      : and(
          eq(standings.personId, which.personId),
          which.region === null ? isNull(standings.region) : eq(standings.region, which.region),
        );
  const rows = await tx
    .update(standings)
    .set({ endedAt: at })
    .where(and(what, isNull(standings.endedAt)))
    .returning({ id: standings.id });
  return rows.length;
}

export interface NewTelling {
  personId: number;
  kind: "decision" | "appeal";
  threadId: number | null;
  postId: number | null;
  data: Record<string, string | number>;
  at: Date;
}

/** A letter tells of it too, so no digest does again. A later decision about the same post takes an earlier one's place. */
export async function insertTelling(tx: Transaction, { at, ...telling }: NewTelling): Promise<void> {
  await tx
    .insert(notifications)
    .values({ ...telling, createdAt: at, mailedAt: at })
    .onConflictDoUpdate({
      target: [notifications.personId, notifications.postId, notifications.kind],
      set: { data: telling.data, createdAt: at, mailedAt: at, readAt: null },
    });
}

export interface NewAppeal {
  decisionId: number;
  region: string | null;
  personId: number;
  words: string;
  at: Date;
}

/** Null where the decision was appealed already. */
export async function insertAppeal(tx: Transaction, { at, ...appeal }: NewAppeal): Promise<number | null> {
  const [made] = await tx
    .insert(appeals)
    .values({ ...appeal, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: appeals.id });
  return made?.id ?? null;
}

/** False where it was answered meanwhile. */
export async function answerAppeal(
  tx: Transaction,
  id: number,
  answered: { outcome: Outcome; answer: string; decidedBy: number; at: Date },
): Promise<boolean> {
  const { at, ...answer } = answered;
  const rows = await tx
    .update(appeals)
    .set({ ...answer, decidedAt: at })
    .where(and(eq(appeals.id, id), isNull(appeals.decidedAt)))
    .returning({ id: appeals.id });
  return rows.length > 0;
}

/** Nobody else decides about the post, or changes it, until this transaction ends. */
export async function holdPost(tx: Transaction, postId: number): Promise<void> {
  await tx.execute(
    sql`select from threads where id = (select thread_id from posts where id = ${postId}) for update`,
  );
}
