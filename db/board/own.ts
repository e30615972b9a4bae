/** Lists of threads that are a person's own: those that they watch, and those that they started. */
import { type SQL, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import { after, type Part, partOf } from "./lists.ts";
import { type ThreadRow, threadColumns, threadFrom } from "./rows.ts";

interface Asked {
  personId: number;
  boardId: number;
  limit: number;
  after?: string | undefined;
}

export function watchedThreads(db: Queries, asked: Asked): Promise<Part> {
  return ownThreads(
    db,
    asked,
    sql`w.state = 'visible' and w.id in (select target::bigint from watches
      where person_id = ${asked.personId} and kind = 'thread' and level <> 'none')`,
  );
}

/** Those that wait for approval too. */
export function startedThreads(db: Queries, asked: Asked): Promise<Part> {
  return ownThreads(db, asked, sql`w.state in ('visible', 'pending') and w.author_id = ${asked.personId}`);
}

async function ownThreads(db: Queries, asked: Asked, own: SQL): Promise<Part> {
  const { rows } = await db.execute<ThreadRow>(sql`select ${threadColumns} from ${threadFrom}
    where w.board_id = ${asked.boardId} and ${own} and ${after("latest", asked.after)}
    order by w.last_post_at desc, w.id desc limit ${asked.limit + 1}`);
  return partOf(rows, "latest", asked.limit);
}

/** Titles and first posts of the platform's own threads in the reader's language, by the thread's id. */
export async function translationsOf(
  db: Queries,
  threadIds: readonly number[],
  language: string,
): Promise<Map<number, { title: string | null; html: string }>> {
  const { rows } = await db.execute<{ id: number; title: string | null; html: string }>(sql`
    select p.thread_id as id, t.title, t.html from posts p join post_translations t on t.post_id = p.id
    where p.thread_id = any(${sql.param([...threadIds])}::bigint[]) and p.number = 1 and t.language = ${language}`);
  return new Map(rows.map(({ id, title, html }) => [id, { title, html }]));
}

/** Where moved posts stand now, by the id of the post in whose place they are named. */
export async function movedPlaces(
  db: Queries,
  ids: readonly number[],
): Promise<Map<number, { threadId: number; number: number; region: string | null; boardId: number }>> {
  const { rows } = await db.execute<{
    id: number;
    threadId: number;
    number: number;
    region: string | null;
    boardId: number;
  }>(sql`select p.id, p.thread_id as "threadId", p.number, b.region, b.id as "boardId"
    from posts p join threads t on t.id = p.thread_id join boards b on b.id = t.board_id
    where p.id = any(${sql.param([...ids])}::bigint[])`);
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}
