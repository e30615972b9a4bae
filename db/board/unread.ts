/** What a person has not read: counted over the newest threads alone, so that it costs the same in any board. */
import { type SQL, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import { type ThreadRow, threadColumns, threadFrom } from "./rows.ts";

/** Threads of a board that are looked at; whoever is further behind marks all as read. */
const NEWEST = 100;
/** There are few. */
const PINNED = 20;

/** Before this nothing counts as unread: what was there when the account was made, or all was marked as read. */
const since = (personId: number, boardId: SQL) => sql`coalesce(
  (select until from board_reads where person_id = ${personId} and board_id = ${boardId}),
  (select created_at from people where id = ${personId}))`;

/** The newest threads of a board that changed since, with the number up to which the person has read each. */
const newest = (personId: number, boardId: SQL) => sql`(
  select t.id, t.last_number, t.last_post_at from (
    (select id, last_number, last_post_at from threads where board_id = ${boardId} and not pinned
      and state = 'visible' and last_post_at > ${since(personId, boardId)} order by last_post_at desc, id desc limit ${NEWEST})
    union all
    (select id, last_number, last_post_at from threads where board_id = ${boardId} and pinned
      and state = 'visible' and last_post_at > ${since(personId, boardId)} order by last_post_at desc, id desc limit ${PINNED})
  ) t left join reads r on r.person_id = ${personId} and r.thread_id = t.id
  where t.last_number > coalesce(r.number, 0))`;

export interface Unread {
  count: number;
  /** More were written to than are looked at. */
  isMore: boolean;
}

/** Threads with something unread, by the boards' ids. */
export async function unreadIn(
  db: Queries,
  personId: number,
  boardIds: readonly number[],
): Promise<Map<number, Unread>> {
  const { rows } = await db.execute<{ id: number; count: number }>(sql`
    select b.id, (select count(*)::int from ${newest(personId, sql`b.id`)} as unread) as count
    from unnest(${sql.param([...boardIds])}::bigint[]) as b (id)`);
  return new Map(rows.map(({ id, count }) => [id, { count, isMore: count >= NEWEST }]));
}

/** The newest threads with something unread, of those that are looked at. */
export async function unreadThreads(db: Queries, personId: number, boardId: number): Promise<ThreadRow[]> {
  const { rows } = await db.execute<ThreadRow>(sql`select ${threadColumns} from ${threadFrom}
    where w.id in (select id from ${newest(personId, sql`${boardId}::bigint`)} as unread)
    order by w.last_post_at desc, w.id desc`);
  return rows;
}

/** Up to which number the person has read each of these threads; for one that counts as read, its last. */
export async function readIn(
  db: Queries,
  personId: number,
  threadIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await db.execute<{ id: number; number: number }>(sql`
    select t.id, case when t.last_post_at <= ${since(personId, sql`t.board_id`)} then t.last_number
      else coalesce(r.number, 0) end as number
    from threads t left join reads r on r.person_id = ${personId} and r.thread_id = t.id
    where t.id = any(${sql.param([...threadIds])}::bigint[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export interface Reading {
  personId: number;
  threadId: number;
  number: number;
  at: Date;
}

/** Only ever forward; nothing is written where it was read before. */
export async function markRead(db: Queries, { personId, threadId, number, at }: Reading): Promise<void> {
  await db.execute(sql`insert into reads as r (person_id, thread_id, number, at)
    values (${personId}, ${threadId}, ${number}, ${at.toISOString()}::timestamptz)
    on conflict (person_id, thread_id) do update set number = excluded.number, at = excluded.at
    where r.number < excluded.number`);
}

/** Everything in the board counts as read from then on. */
export async function markBoardRead(
  db: Queries,
  { personId, boardId, until }: { personId: number; boardId: number; until: Date },
): Promise<void> {
  await db.execute(sql`insert into board_reads (person_id, board_id, until)
    values (${personId}, ${boardId}, ${until.toISOString()}::timestamptz)
    on conflict (person_id, board_id) do update set until = excluded.until`);
}
