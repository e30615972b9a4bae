/** What moderators do with a thread: allowed? valid? change it by its version, record the decision. */
import { changeThread } from "db/board/changing.ts";
import { boardsOf, postByNumber } from "db/board/queries.ts";
import { mergeThread, moveThread, splitThread } from "db/board/tools.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { tellOfAnswer } from "db/watches/telling.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { mayMarkAnswer, mayModerate, mayMoveTo, mayRead, type Reader } from "shared/board/rules.ts";
import {
  MAX_MOVED,
  type mergeBody,
  type moveBody,
  type splitBody,
  type switchBody,
  type switches,
} from "shared/board/tools.ts";
import { Failure } from "shared/failure.ts";
import type { Static } from "typebox";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { recordDecision } from "../moderation/decisions.ts";
import { letterSoon } from "../watches/soon.ts";
import { boardFacts, type ReadThread, threadAt } from "./reader.ts";

export interface ToolVisit {
  actor: Actor;
  reader: Reader;
  thread: ReadThread;
}

interface Decided {
  action: (typeof switches)[number] | "move" | "split" | "merge";
  reason?: string | undefined;
}

/** It keeps order: no post of anybody's is judged. Last in its transaction, as the audit log asks. */
function record(
  app: App,
  tx: Transaction,
  { actor, thread }: ToolVisit,
  { action, reason = "" }: Decided,
): Promise<number> {
  const { region, boardId, id: threadId, authorId, system } = thread.row;
  const personId = system ? null : authorId;
  return recordDecision(app, tx, { actor, action, region, boardId, threadId, personId, reason });
}

export async function switchThread(
  app: App,
  visit: ToolVisit,
  { do: action, version, reason }: Static<typeof switchBody>,
): Promise<void> {
  const values = {
    pin: { pinned: true },
    unpin: { pinned: false },
    lock: { lockedAt: app.now() },
    unlock: { lockedAt: null },
  }[action];
  await transaction(app.db, async (tx) => {
    if ((await changeThread(tx, visit.thread.row.id, values, version)) === null) throw new Failure("stale");
    await record(app, tx, visit, { action, reason });
  });
}

/** Boards of the region, and of all, that the moderator keeps, and that show the thread to nobody who could not read it. */
export async function boardsToMoveTo(
  app: App,
  { actor, reader, thread }: ToolVisit,
  region: string,
): Promise<{ id: number; names: Record<string, string>; slug: string }[]> {
  const rows = await boardsOf(app.db.queries, region);
  return rows.filter((row) => {
    const to = boardFacts(row);
    return mayRead(reader, to) && mayModerate(actor, to) && mayMoveTo(thread.board, to);
  });
}

export async function move(app: App, visit: ToolVisit, body: Static<typeof moveBody>): Promise<void> {
  const { board: boardId, version, reason } = body;
  await transaction(app.db, async (tx) => {
    if (!(await moveThread(tx, { threadId: visit.thread.row.id, boardId, version })))
      throw new Failure("stale");
    await record(app, tx, visit, { action: "move", reason });
  });
}

/** The new thread's id. */
export async function split(app: App, visit: ToolVisit, body: Static<typeof splitBody>): Promise<number> {
  const { from, to, title, version, reason } = body;
  const { row } = visit.thread;
  if (from < 2) throw new Refused({ from: "board.tool.splitFirst" });
  if (to < from || to > row.lastNumber) throw new Refused({ to: "board.tool.splitRange" });
  if (to - from >= MAX_MOVED)
    throw new Refused({ to: { key: "board.tool.tooMany", values: { count: MAX_MOVED } } });
  return transaction(app.db, async (tx) => {
    const made = await splitThread(tx, { threadId: row.id, version, from, to, title });
    if (made === null) throw new Failure("stale");
    await record(app, tx, visit, { action: "split", reason });
    return made;
  });
}

/** "12", or an address in which it stands. */
function threadIn(text: string): number {
  const digits = /^#?([1-9][0-9]{0,14})$/.exec(text) ?? /\/threads\/([1-9][0-9]{0,14})(?:[/?#]|$)/.exec(text);
  return Number(digits?.[1] ?? 0);
}

/** The id of the thread that has all posts now. */
export async function merge(app: App, visit: ToolVisit, body: Static<typeof mergeBody>): Promise<number> {
  const { row, board } = visit.thread;
  const other = await threadAt(app, visit.reader, threadIn(body.into));
  const isOther = other.row.id !== row.id && other.row.state === "visible";
  if (!isOther || !mayModerate(visit.actor, other.board)) throw new Failure("not-found");
  if (other.board.id !== board.id && !mayMoveTo(board, other.board))
    throw new Refused({ into: "board.tool.mergeReaders" });
  if (row.lastNumber > MAX_MOVED)
    throw new Refused({ into: { key: "board.tool.tooMany", values: { count: MAX_MOVED } } });
  await transaction(app.db, async (tx) => {
    const isDone = await mergeThread(tx, { threadId: row.id, version: body.version, into: other.row.id });
    if (!isDone) throw new Failure("stale");
    await record(app, tx, visit, { action: "merge", reason: body.reason });
  });
  return other.row.id;
}

/** Null takes the mark away. Its own post answers as well as another's; the first post asks. */
export async function markAnswer(
  app: App,
  actor: Actor,
  { row, board, facts }: ReadThread,
  number: number | null,
): Promise<void> {
  if (!mayMarkAnswer(actor, board, facts)) throw new Failure("forbidden");
  if (number !== null) {
    const post = number > 1 ? await postByNumber(app.db.queries, row.id, number) : null;
    if (post?.state !== "visible") throw new Failure("not-found");
  }
  await transaction(app.db, async (tx) => {
    await changeThread(tx, row.id, { answer: number });
    if (number === null) return;
    const told = await tellOfAnswer(tx, { threadId: row.id, number, by: actor.id }, app.now());
    await letterSoon(app, tx, told);
  });
}
