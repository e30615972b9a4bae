/** Reactions: a row for each person and kind; the post keeps how many there are of each. */
import { and, between, count, eq } from "drizzle-orm";
import type { ReactionKind } from "shared/board/rules.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { changePost } from "./changing.ts";
import { lockedPost, type PostAt } from "./edits.ts";
import { posts, reactions } from "./tables.ts";

interface Reacting {
  personId: number;
  kind: ReactionKind;
  /** Given, or taken back. */
  isOn: boolean;
}

/** Said twice it is said once. False: the post is not there any more. */
export async function react(
  tx: Transaction,
  at: PostAt,
  { personId, kind, isOn }: Reacting,
): Promise<boolean> {
  const post = await lockedPost(tx, at);
  if (post?.state !== "visible") return false;
  const own = { postId: post.id, personId, kind };
  const isMine = and(
    eq(reactions.postId, post.id),
    eq(reactions.personId, personId),
    eq(reactions.kind, kind),
  );
  const changed = isOn
    ? await tx.insert(reactions).values(own).onConflictDoNothing().returning()
    : await tx.delete(reactions).where(isMine).returning();
  if (changed.length === 0) return true;
  await changePost(tx, post, { reactions: await countsOf(tx, post.id) }, { find: false });
  return true;
}

async function countsOf(tx: Transaction, postId: number): Promise<Record<string, number>> {
  const rows = await tx
    .select({ kind: reactions.kind, count: count() })
    .from(reactions)
    .where(eq(reactions.postId, postId))
    .groupBy(reactions.kind);
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]));
}

/** What a person gave to posts of a part of a thread, by their numbers. */
export async function ownReactions(
  db: Queries,
  personId: number,
  { threadId, from, to }: { threadId: number; from: number; to: number },
): Promise<Map<number, ReactionKind[]>> {
  const rows = await db
    .select({ number: posts.number, kind: reactions.kind })
    .from(reactions)
    .innerJoin(posts, eq(posts.id, reactions.postId))
    .where(
      and(eq(posts.threadId, threadId), between(posts.number, from, to), eq(reactions.personId, personId)),
    );
  const own = new Map<number, ReactionKind[]>();
  for (const { number, kind } of rows) own.set(number, [...(own.get(number) ?? []), kind as ReactionKind]);
  return own;
}
