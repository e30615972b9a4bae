/** What a person may see of the board: their groups, and the board or thread at an address, or nothing. */
import { boardBySlug, groupsOf, threadAuthorsOf, threadById } from "db/board/queries.ts";
import type { BoardRow, ThreadRow } from "db/board/rows.ts";
import type { Actor } from "shared/accounts/rules.ts";
import {
  type BoardFacts,
  mayRead,
  mayReadThread,
  type Reader,
  type ThreadFacts,
  visitor,
} from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";

export async function readerOf(app: Pick<App, "db">, actor: Actor | null): Promise<Reader> {
  if (!actor) return visitor;
  return { actor, groups: new Set(await groupsOf(app.db.queries, actor.id)) };
}

export function boardFacts(row: BoardRow): BoardFacts {
  const { id, region, visibility, starters, closed } = row;
  return { id, region, visibility, starters, closed };
}

/** Of the board that a thread stands in. */
export function boardOfThread(row: ThreadRow): BoardFacts {
  const { boardId, region, visibility, starters, boardClosed } = row;
  return { id: boardId, region, visibility, starters, closed: boardClosed };
}

export function threadFacts(row: ThreadRow, authors: readonly number[]): ThreadFacts {
  const { authorId, kind, locked, state } = row;
  return { authorId, kind, locked, state, authors };
}

/** The region's board of that slug, or that of all regions; not-found also where the reader may not know of it. */
export async function boardAt(app: App, reader: Reader, region: string, slug: string): Promise<BoardRow> {
  const isServed = app.regions().some((one) => one.slug === region);
  const row = isServed ? await boardBySlug(app.db.queries, region, slug) : null;
  if (!row || !mayRead(reader, boardFacts(row))) throw new Failure("not-found");
  return row;
}

export interface ReadThread {
  row: ThreadRow;
  board: BoardFacts;
  facts: ThreadFacts;
}

/** A thread that the reader may read. One that was merged is given as it is: `mergedInto` says where it went on. */
export async function threadAt(app: App, reader: Reader, id: number): Promise<ReadThread> {
  const row = await threadById(app.db.queries, id);
  if (!row || !isServed(app, row)) throw new Failure("not-found");
  const authors = row.kind === "live" ? await threadAuthorsOf(app.db.queries, id) : [];
  const thread = { row, board: boardOfThread(row), facts: threadFacts(row, authors) };
  const isMerged = row.state === "merged" && mayRead(reader, thread.board);
  if (!isMerged && !mayReadThread(reader, thread.board, thread.facts)) throw new Failure("not-found");
  return thread;
}

/** An instance of one region serves its boards, and those of all regions. */
function isServed(app: App, { region }: ThreadRow): boolean {
  return region === null || app.regions().some(({ slug }) => slug === region);
}
