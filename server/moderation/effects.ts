/** What a decision does to a post, its thread and its author. */
import { changePost, changeThread } from "db/board/changing.ts";
import { endStandings, insertStanding } from "db/moderation/changes.ts";
import type { JudgedPost } from "db/moderation/queries.ts";
import type { Transaction } from "db/transaction.ts";
import type { DecisionAction } from "shared/moderation/rules.ts";

export interface Effect {
  action: DecisionAction;
  decisionId: number;
  until: Date | null;
  at: Date;
}

/** The first post carries the thread's title: hidden or shown, the whole thread is. */
export async function carryOut(tx: Transaction, post: JudgedPost, effect: Effect): Promise<void> {
  const { action, at } = effect;
  if (action === "hide" || action === "reject") await setState(tx, post, "hidden", false);
  if (action === "show") await setState(tx, post, "visible", false);
  if (action === "approve") await setState(tx, post, "visible", true);
  if (action === "lock") await changeThread(tx, post.threadId, { lockedAt: at });
  if (action === "unlock") await changeThread(tx, post.threadId, { lockedAt: null });
  if (post.authorId !== null) await limit(tx, post.authorId, post.region, effect);
}

async function setState(
  tx: Transaction,
  post: JudgedPost,
  state: "visible" | "hidden",
  isNews: boolean,
): Promise<void> {
  await changePost(tx, post, { state }, { tell: isNews });
  const isFirst = post.number === 1;
  const isLater = isNews && !isFirst;
  if (isFirst) await changeThread(tx, post.threadId, { state });
  // Lists go by what all may see: from now on this.
  else if (isLater) await raiseLastPost(tx, post);
}

async function raiseLastPost(tx: Transaction, { threadId, createdAt }: JudgedPost): Promise<void> {
  await changeThread(tx, threadId, { lastPostAt: new Date(createdAt) });
}

async function limit(
  tx: Transaction,
  personId: number,
  region: string | null,
  effect: Effect,
): Promise<void> {
  const { action, decisionId, until, at } = effect;
  if (action === "suspend")
    await insertStanding(tx, { personId, region, kind: "suspended", until, decisionId, at });
  if (action === "ban")
    await insertStanding(tx, { personId, region, kind: "banned", until: null, decisionId, at });
  if (action === "lift") await endStandings(tx, { personId, region }, at);
}
