/** From the name of a topic to what may be heard of it: the same rule as for reading. */
import { boardBySlug } from "db/board/queries.ts";
import type { ThreadRow } from "db/board/rows.ts";
import { ME, threadTopic } from "shared/board/live.ts";
import { ALL_REGIONS, mayRead, type Reader } from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { boardAt, boardFacts, readerOf, threadAt } from "../board/reader.ts";
import { boardRoom, personRoom, type SocketData, type Topic } from "./kinds.ts";

const THREAD = /^thread:([1-9][0-9]{0,14})$/;
const BOARD = /^board:([a-z]+(?:-[a-z]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

export interface Admitted {
  topic: Topic;
  /** Of a thread, as it was when it was asked whether it may be read. */
  thread?: ThreadRow;
}

/** `invalid` where no topic is called so, `unauthenticated` for what is a person's, `not-found` for what may not be read. */
export async function admit(app: App, { actor }: SocketData, name: string): Promise<Admitted> {
  if (name === ME) {
    if (!actor) throw new Failure("unauthenticated");
    return { topic: { name, room: personRoom(actor.id), kind: "me", id: actor.id, isPublic: false } };
  }
  const [, id] = THREAD.exec(name) ?? [];
  const [, region, slug] = BOARD.exec(name) ?? [];
  if (id !== undefined) return admitToThread(app, await readerOf(app, actor), { name, id: Number(id) });
  if (region === undefined || slug === undefined) throw new Failure("invalid");
  return admitToBoard(app, await readerOf(app, actor), { name, region, slug });
}

async function admitToThread(
  app: App,
  reader: Reader,
  asked: { name: string; id: number },
): Promise<Admitted> {
  const { row, board } = await threadAt(app, reader, asked.id);
  const isPublic = board.visibility === "public";
  return { topic: { ...asked, room: threadTopic(row.id), kind: "thread", isPublic }, thread: row };
}

/** A board of all regions is called so, not by the region under which somebody reads it: what is told names it once. */
async function admitToBoard(
  app: App,
  reader: Reader,
  { name, region, slug }: { name: string; region: string; slug: string },
): Promise<Admitted> {
  const ofAll = region === ALL_REGIONS;
  const board = ofAll
    ? found(await boardBySlug(app.db.queries, null, slug))
    : await boardAt(app, reader, region, slug);
  const isCalledSo = ofAll ? mayRead(reader, boardFacts(board)) : board.region === region;
  if (!isCalledSo) throw new Failure("not-found");
  const isPublic = board.visibility === "public";
  return { topic: { name, room: boardRoom(board.id), kind: "board", id: board.id, isPublic } };
}
