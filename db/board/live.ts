/** What sockets ask of the database: who may hear what, and what changed since it was last told. */
import { sql } from "drizzle-orm";
import type { PostState, ThreadKind, Visibility } from "shared/board/rules.ts";
import type { Queries } from "../connect.ts";
import { type FullPostRow, postColumns, postFrom } from "./rows.ts";

export interface HeardBoard extends Record<string, unknown> {
  id: number;
  region: string | null;
  visibility: Visibility;
  starters: "members" | "moderators";
  closed: boolean;
}

export interface HeardThread extends HeardBoard {
  threadId: number;
  authorId: number | null;
  kind: ThreadKind;
  locked: boolean;
  state: "visible" | "pending" | "hidden" | "deleted" | "merged";
}

const heardBoard = sql`b.id, b.region, b.visibility, b.starters, b.closed_at is not null as closed`;

/** Changes that were committed after it are not yet reckoned with. */
export async function currentSnapshot(db: Queries): Promise<string> {
  const { rows } = await db.execute<{ snapshot: string }>(
    sql`select pg_current_snapshot()::text as snapshot`,
  );
  return rows[0]?.snapshot ?? "";
}

export async function heardBoards(db: Queries, ids: readonly number[]): Promise<HeardBoard[]> {
  const { rows } = await db.execute<HeardBoard>(
    sql`select ${heardBoard} from boards b where b.id = any(${sql.param([...ids])}::bigint[])`,
  );
  return rows;
}

/** With the facts of the boards that they stand in now. */
export async function heardThreads(db: Queries, ids: readonly number[]): Promise<HeardThread[]> {
  const { rows } = await db.execute<HeardThread>(sql`select ${heardBoard}, t.id as "threadId",
    t.author_id as "authorId", t.kind, t.locked_at is not null as locked, t.state
    from threads t join boards b on b.id = t.board_id where t.id = any(${sql.param([...ids])}::bigint[])`);
  return rows;
}

/** The groups that each of them is in, by themselves or by a CSO. */
export async function groupsOfPeople(
  db: Queries,
  ids: readonly number[],
): Promise<{ personId: number; boardId: number }[]> {
  const people = sql`${sql.param([...ids])}::bigint[]`;
  const { rows } = await db.execute<{ personId: number; boardId: number }>(sql`
    select person_id as "personId", board_id as "boardId" from board_members where person_id = any(${people})
    union select s.person_id, m.board_id from board_members m
      join memberships s on s.organisation_id = m.organisation_id where s.person_id = any(${people})`);
  return rows;
}

export interface ThreadNews extends Record<string, unknown> {
  id: number;
  boardId: number;
  visibility: Visibility;
  state: PostState | "merged";
  version: number;
  ownVersion: number;
  /** Who may read changed, and those who hear were not yet looked at again. */
  isAccessNew: boolean;
  /** In the order of their versions; no more than `limit`. */
  posts: FullPostRow[];
}

/** One statement, so that no post is told by the rules of a board which it had left. */
export async function threadNews(
  db: Queries,
  threads: readonly { id: number; since: number }[],
  { snapshot, limit }: { snapshot: string; limit: number },
): Promise<ThreadNews[]> {
  const ids = sql.param(threads.map(({ id }) => id));
  const versions = sql.param(threads.map(({ since }) => since));
  const { rows } = await db.execute<ThreadNews>(sql`
    select t.id, t.board_id as "boardId", b.visibility, t.state, t.version, t.own_version as "ownVersion",
      case when b.visibility = 'public' then false else exists (select from changes where room = 'access'
        and tx >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
        and not pg_visible_in_snapshot(tx, ${snapshot}::pg_snapshot)) end as "isAccessNew",
      coalesce((select json_agg(p) from (select ${postColumns} from ${postFrom}
        where w.thread_id = t.id and w.version > told.since order by w.version, w.number limit ${limit}) p), '[]') as posts
    from unnest(${ids}::bigint[], ${versions}::int[]) as told (id, since)
      join threads t on t.id = told.id join boards b on b.id = t.board_id`);
  return rows;
}

/** How many notifications each of them has not read, counted no further than `most`. */
export async function unreadOf(
  db: Queries,
  ids: readonly number[],
  most: number,
): Promise<{ personId: number; unread: number }[]> {
  const { rows } = await db.execute<{ personId: number; unread: number }>(sql`
    select person as "personId", (select count(*)::int from (select from notifications
      where person_id = person and read_at is null limit ${most}) as few) as unread
    from unnest(${sql.param([...ids])}::bigint[]) as person`);
  return rows;
}

/** What each of them chose to show in members' boards; nobody who chose nothing. */
export async function shownBy(
  db: Queries,
  ids: readonly number[],
): Promise<{ personId: number; typing: boolean; presence: boolean }[]> {
  const { rows } = await db.execute<{ personId: number; typing: boolean; presence: boolean }>(sql`
    select person_id as "personId", typing, presence from board_settings
    where person_id = any(${sql.param([...ids])}::bigint[]) and (typing or presence)`);
  return rows;
}
