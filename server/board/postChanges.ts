/** What is done with a post that is there: corrected or deleted by its author, answered by a sign. */
import { deletePost, editPost, editsSince } from "db/board/edits.ts";
import { type Gate, gateOf } from "db/board/posting.ts";
import { postById } from "db/board/queries.ts";
import { react } from "db/board/reactions.ts";
import type { FullPostRow } from "db/board/rows.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import {
  type BoardFacts,
  mayDeletePost,
  mayEditPost,
  mayModerate,
  mayReact,
  mayReadThread,
  maySeePost,
  type ReactionKind,
  type Reader,
  type ThreadFacts,
} from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { EDITS_PER_WINDOW, limitIn, RATE_SECONDS, Suspended } from "shared/moderation/posting.ts";
import type { App } from "../app.ts";
import { textToKeep } from "./mentions.ts";
import { digestOf, stateOf } from "./posting.ts";

interface Touching {
  actor: Actor;
  reader: Reader;
  board: BoardFacts;
  thread: ThreadFacts;
  gate: Gate;
}

/** The post of that id, with all that decides what the person may do with it; not-found where they may not see it. */
export async function touchedPost(
  app: App,
  actor: Actor,
  id: number,
): Promise<{ row: FullPostRow; touching: Touching }> {
  const row = found(await postById(app.db.queries, id));
  const touching = await touchingIn(app, actor, row);
  const { reader, board, thread } = touching;
  const isShown = mayReadThread(reader, board, thread) && maySeePost(reader, board, factsOf(row));
  if (!isShown) throw new Failure("not-found");
  return { row, touching };
}

async function touchingIn(app: App, actor: Actor, { threadId, body }: FullPostRow): Promise<Touching> {
  const asked = { threadId, personId: actor.id, clientId: "", digest: null, body, now: app.now() };
  const gate = found(await gateOf(app.db, asked));
  const { boardId, region, visibility, starters, closed } = gate;
  const isServed = region === null || app.regions().some(({ slug }) => slug === region);
  if (!isServed) throw new Failure("not-found");
  const { authorId, kind, locked, state, isThreadAuthor } = gate;
  return {
    actor,
    reader: { actor, groups: new Set(gate.inGroup ? [boardId] : []) },
    board: { id: boardId, region, visibility, starters, closed },
    thread: { authorId, kind, locked, state, authors: isThreadAuthor ? [actor.id] : [] },
    gate,
  };
}

function factsOf({ authorId, state, createdAt }: FullPostRow) {
  return { authorId, state, createdAt: new Date(createdAt) };
}

/** Nobody writes where a thread was locked, nor while suspended. */
function allowWriting(app: App, { actor, board, thread, gate }: Touching): void {
  const limit = limitIn(gate.standing.limits, board.region, app.now());
  if (limit) throw new Suspended(limit);
  if (board.closed || (thread.locked && !mayModerate(actor, board))) throw new Failure("locked");
}

/** As posts are: an edit tells whom it names, too. */
async function allowEdit(app: App, { actor, gate }: Touching): Promise<void> {
  if (gate.standing.unlimited) return;
  const since = new Date(app.now().getTime() - RATE_SECONDS * 1000);
  const count = await editsSince(app.db.queries, actor.id, since, EDITS_PER_WINDOW);
  if (count >= EDITS_PER_WINDOW) throw new Failure("too-many", { retryAfter: RATE_SECONDS });
}

/** The post as it is from then on. Who is new waits for approval again, so that no link slips in by an edit. */
export async function correctPost(
  app: App,
  actor: Actor,
  id: number,
  { body, version }: { body: string; version: number },
): Promise<FullPostRow> {
  const { row, touching } = await touchedPost(app, actor, id);
  const { board, gate } = touching;
  if (!mayEditPost(actor, factsOf(row), app.now())) throw new Failure("forbidden");
  allowWriting(app, touching);
  await allowEdit(app, touching);
  const { html, mentions, files } = await textToKeep(app, body, { board, writerId: actor.id });
  const outcome = await transaction(app.db, (tx) =>
    editPost(tx, row, {
      ...{
        seen: version,
        body,
        html,
        digest: digestOf(body),
        mentions,
        files,
        personId: actor.id,
        now: app.now(),
      },
      state: stateOf(app, { actor, board, standing: gate.standing, html }),
    }),
  );
  if (outcome === "stale") throw new Failure("stale");
  if (outcome === "gone") throw new Failure("conflict");
  app.wake();
  return found(await postById(app.db.queries, id));
}

/** One may always take back what one wrote: also in a locked thread, and while suspended. */
export async function takeBackPost(app: App, actor: Actor, id: number): Promise<void> {
  const { row } = await touchedPost(app, actor, id);
  if (!mayDeletePost(actor, factsOf(row))) throw new Failure("forbidden");
  await transaction(app.db, (tx) => deletePost(tx, row));
  app.wake();
}

export async function reactToPost(
  app: App,
  actor: Actor,
  id: number,
  { kind, isOn }: { kind: ReactionKind; isOn: boolean },
): Promise<FullPostRow> {
  const { row, touching } = await touchedPost(app, actor, id);
  allowWriting(app, touching);
  if (!mayReact(touching.reader, touching.board, touching.thread)) throw new Failure("forbidden");
  const isDone = await transaction(app.db, (tx) => react(tx, row, { personId: actor.id, kind, isOn }));
  if (!isDone) throw new Failure("not-found");
  app.wake();
  return found(await postById(app.db.queries, id));
}
