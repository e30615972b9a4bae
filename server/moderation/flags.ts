/** Flags a post: may it be read, is it somebody else's, and was it not flagged already? */
import { postById, postByNumber } from "db/board/queries.ts";
import type { FullPostRow } from "db/board/rows.ts";
import { insertFlag } from "db/moderation/changes.ts";
import { flagsBy } from "db/moderation/queries.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { FlagBody } from "shared/moderation/contract.ts";
import { MAX_FLAGS_A_DAY } from "shared/moderation/rules.ts";
import type { App } from "../app.ts";
import { type ReadThread, readerOf, threadAt } from "../board/reader.ts";

const DAY_MS = 86_400_000;

export interface Flaggable {
  post: FullPostRow;
  thread: ReadThread;
}

/** A post that is there for all who read its thread; `not-found` for anything else. */
export async function flaggableById(app: App, actor: Actor, id: number): Promise<Flaggable> {
  return flaggable(app, actor, found(await postById(app.db.queries, id)));
}

export async function flaggableAt(
  app: App,
  actor: Actor,
  threadId: number,
  number: number,
): Promise<Flaggable> {
  return flaggable(app, actor, found(await postByNumber(app.db.queries, threadId, number)));
}

async function flaggable(app: App, actor: Actor, post: FullPostRow): Promise<Flaggable> {
  const thread = await threadAt(app, await readerOf(app, actor), post.threadId);
  if (post.state !== "visible") throw new Failure("not-found");
  return { post, thread };
}

/** Throws `conflict` where this person's flag of the post stands already, `too-many` after too many in a day. */
export async function flag(
  app: App,
  actor: Actor,
  { post, thread }: Flaggable,
  { ground, note = "" }: FlagBody,
) {
  if (post.authorId === actor.id) {
    throw new Failure("invalid", {
      problems: [{ parameter: "ground", message: "is about a post of your own" }],
    });
  }
  const at = app.now();
  const since = new Date(at.getTime() - DAY_MS);
  const { recent, again } = await flagsBy(app.db.queries, actor.id, { postId: post.id, since });
  if (again) throw new Failure("conflict", { detail: "You have flagged this post already." });
  if (recent >= MAX_FLAGS_A_DAY) throw new Failure("too-many", { retryAfter: DAY_MS / 1000 });
  const { region } = thread.board;
  const made = await transaction(app.db, (tx) =>
    insertFlag(tx, { postId: post.id, region, personId: actor.id, ground, note, at }),
  );
  if (!made) throw new Failure("conflict", { detail: "You have flagged this post already." });
  return { id: made.id, ground, createdAt: made.createdAt.toISOString() };
}
