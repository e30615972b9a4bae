/** Reads of the board's feed. */
import { sql } from "drizzle-orm";
import { shownText } from "../board/rows.ts";
import type { Queries } from "../connect.ts";

export interface PostEntry extends Record<string, unknown> {
  id: number;
  threadId: number;
  number: number;
  title: string;
  body: string;
  language: string;
  countries: string[];
  /** Null where the person was removed. */
  author: string | null;
  isSystem: boolean;
  createdAt: string;
  updatedAt: string;
}

/** Threads of each board, and posts of each thread, that are looked at: so it costs the same in any board. */
const THREADS = 30;
const POSTS = 10;

/** The newest posts of these boards, nobody's of a demonstration. */
export async function postEntries(
  db: Queries,
  boardIds: readonly number[],
  limit: number,
): Promise<PostEntry[]> {
  const iso = (moment: ReturnType<typeof sql>) =>
    sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  const newest = (
    which: ReturnType<typeof sql>,
  ) => sql`(select id, title, countries, last_post_at from threads
    where board_id = b.id and ${which} and state = 'visible' order by last_post_at desc, id desc limit ${THREADS})`;
  const { rows } = await db.execute<PostEntry>(sql`
    select p.id, t.id as "threadId", p.number, t.title, ${shownText(sql`p.id`, sql`p.body`)} as body, p.language, t.countries, w.handle as author,
      w.handle is not null and w.email is null as "isSystem", ${iso(sql`p.created_at`)} as "createdAt",
      ${iso(sql`coalesce(p.edited_at, p.created_at)`)} as "updatedAt"
    from unnest(${sql.param([...boardIds])}::bigint[]) as b (id)
    cross join lateral (${newest(sql`pinned`)} union all ${newest(sql`not pinned`)}) as t
    cross join lateral (select * from posts where thread_id = t.id and state = 'visible'
      order by number desc limit ${POSTS}) as p
    left join people w on w.id = p.author_id
    where w.demonstration is not true
    order by p.created_at desc, p.id desc limit ${limit}`);
  return rows;
}
