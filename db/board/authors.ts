/** Who writes entries of live coverage, beside who started it. */
import { sql } from "drizzle-orm";
import type { BoardFacts } from "shared/board/rules.ts";
import type { Queries } from "../connect.ts";
import { isThere, livesIn } from "./readers.ts";

export async function authorsOf(db: Queries, threadId: number): Promise<{ id: number; handle: string }[]> {
  const { rows } = await db.execute<{ id: number; handle: string }>(sql`
    select p.id, p.handle from thread_authors a join people p on p.id = a.person_id
    where a.thread_id = ${threadId} and ${isThere} order by a.created_at, p.id`);
  return rows;
}

/** Somebody of that handle who may write in the board; all others are as if they were not there. */
export async function writerCalled(db: Queries, board: BoardFacts, handle: string): Promise<number | null> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select p.id from people p where lower(p.handle) = lower(${handle}) and ${isThere} and ${livesIn(board)}`);
  return rows[0]?.id ?? null;
}
