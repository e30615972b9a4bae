/** Reads of the board: boards, a thread, its posts by number, and what changed in it after a version. */
import { sql } from "drizzle-orm";
import { EXACT_COUNT } from "shared/page.ts";
import type { Queries } from "../connect.ts";
import {
  type BoardRow,
  boardColumns,
  type FullPostRow,
  postColumns,
  postFrom,
  type ThreadRow,
  threadColumns,
  threadFrom,
} from "./rows.ts";

/** Of the region, and of all regions, in their order. */
export async function boardsOf(db: Queries, region: string): Promise<BoardRow[]> {
  const { rows } = await db.execute<BoardRow>(sql`select ${boardColumns} from boards b
    where b.region = ${region} or b.region is null order by b.region is null, b.position, b.id`);
  return rows;
}

/** The region's own, else that of all regions; null for the region: only those. */
export async function boardBySlug(
  db: Queries,
  region: string | null,
  slug: string,
): Promise<BoardRow | null> {
  const { rows } = await db.execute<BoardRow>(sql`select ${boardColumns} from boards b
    where (b.region = ${region} or b.region is null) and b.slug = ${slug} order by b.region is null limit 1`);
  return rows[0] ?? null;
}

export async function boardById(db: Queries, id: number): Promise<BoardRow | null> {
  const { rows } = await db.execute<BoardRow>(sql`select ${boardColumns} from boards b where b.id = ${id}`);
  return rows[0] ?? null;
}

/** Ids of the groups that a person is in, by themselves or by a CSO. */
export async function groupsOf(db: Queries, personId: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select board_id as id from board_members where person_id = ${personId}
    union select m.board_id from board_members m join memberships s on s.organisation_id = m.organisation_id
      where s.person_id = ${personId}`);
  return rows.map(({ id }) => id);
}

export async function threadById(db: Queries, id: number): Promise<ThreadRow | null> {
  const { rows } = await db.execute<ThreadRow>(
    sql`select ${threadColumns} from ${threadFrom} where w.id = ${id}`,
  );
  return rows[0] ?? null;
}

/** What it says now, of each that there is; for those who hear of its board live. */
export async function threadsById(db: Queries, ids: readonly number[]): Promise<ThreadRow[]> {
  const { rows } = await db.execute<ThreadRow>(
    sql`select ${threadColumns} from ${threadFrom} where w.id = any(${sql.param([...ids])}::bigint[])`,
  );
  return rows;
}

/** Who writes entries of live coverage, beside who started it. */
export async function threadAuthorsOf(db: Queries, threadId: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(
    sql`select person_id as id from thread_authors where thread_id = ${threadId}`,
  );
  return rows.map(({ id }) => id);
}

/** Whatever their state, numbers above `after`, in order. */
export async function postsOf(
  db: Queries,
  threadId: number,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<FullPostRow[]> {
  const { rows } = await db.execute<FullPostRow>(sql`select ${postColumns} from ${postFrom}
    where w.thread_id = ${threadId} and w.number > ${after} order by w.number limit ${limit}`);
  return rows;
}

export async function postByNumber(
  db: Queries,
  threadId: number,
  number: number,
): Promise<FullPostRow | null> {
  const { rows } = await db.execute<FullPostRow>(sql`select ${postColumns} from ${postFrom}
    where w.thread_id = ${threadId} and w.number = ${number}`);
  return rows[0] ?? null;
}

export async function postById(db: Queries, id: number): Promise<FullPostRow | null> {
  const { rows } = await db.execute<FullPostRow>(
    sql`select ${postColumns} from ${postFrom} where w.id = ${id}`,
  );
  return rows[0] ?? null;
}

/** The post that this person sent under this id before. */
export async function postSent(
  db: Queries,
  sent: { threadId: number; authorId: number; clientId: string },
): Promise<FullPostRow | null> {
  const { rows } = await db.execute<FullPostRow>(sql`select ${postColumns} from ${postFrom}
    where w.thread_id = ${sent.threadId} and w.author_id = ${sent.authorId} and w.client_id = ${sent.clientId}`);
  return rows[0] ?? null;
}

/**
 * Whole posts that changed after that version of the thread, in the order of their versions; of those of one version, as
 * after threads were merged, all or none: whoever asks on by version misses none.
 */
export async function postsChanged(
  db: Queries,
  threadId: number,
  { since, limit }: { since: number; limit: number },
): Promise<FullPostRow[]> {
  const { rows } = await db.execute<FullPostRow>(sql`select ${postColumns} from ${postFrom}
    where w.thread_id = ${threadId} and w.version > ${since}
    order by w.version fetch first (${limit}::int) rows with ties`);
  return rows.toSorted((one, other) => one.version - other.version || one.number - other.number);
}

/** How many threads of a board there are, counted no further than one beyond what a list tells exactly. */
export async function countThreads(db: Queries, boardId: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`select count(*)::int as count from
    (select from threads where board_id = ${boardId} and state = 'visible' limit ${EXACT_COUNT + 1}) as counted`);
  return rows[0]?.count ?? 0;
}
