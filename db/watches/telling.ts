/** Who is told of new posts: one statement for many posts, whose cost does not depend on how long a thread is. */
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { hears, mayReadBoard } from "./reading.ts";

/** Posts that all readers of their boards may see; `id` is the board's, as the rule of reading asks for it. */
const freshPosts = (ids: SQL) => sql`
  select p.id as post_id, p.thread_id, p.number, p.author_id, p.reply_to, b.id, t.countries, b.region, b.visibility
  from posts p join threads t on t.id = p.thread_id join boards b on b.id = t.board_id
  where p.id = any(${ids}) and p.state = 'visible' and t.state = 'visible'`;

const idArray = (ids: readonly number[]) => sql`${sql.param(ids.map(String))}::bigint[]`;

/** Whoever might be told, why, and how strong that is: (person_id, post_id, kind, strength, data). */
const candidates = sql`
  select m.person_id, f.post_id, 'mention' as kind, 1 as strength, '{}'::jsonb as data
    from fresh f join mentions m on m.post_id = f.post_id where m.person_id is not null
  union all
  select a.author_id, f.post_id, 'quote', 2, '{}'
    from fresh f join posts a on a.thread_id = f.thread_id and a.number = f.reply_to where a.author_id is not null
  union all
  select s.person_id, f.post_id, 'mention', 3, '{"organisation": 1}'
    from fresh f join mentions m on m.post_id = f.post_id join organisations o on o.id = m.organisation_id
      join memberships s on s.organisation_id = o.id
    where o.dark_since is null and o.status <> 'hidden'
  union all
  select w.person_id, f.post_id, 'reply', 4, '{}'
    from fresh f join watches w on w.kind = 'thread' and w.target = f.thread_id::text
    where w.level = 'all' and f.number > 1
  union all
  select w.person_id, f.post_id, 'thread', 5, '{}'
    from fresh f join watches w on w.kind = 'board' and w.target = f.id::text
    where w.level = 'all' and f.number = 1
  union all
  select w.person_id, f.post_id, 'thread', 6, '{}'
    from fresh f join watches w on w.kind = 'country' and w.target = any(f.countries)
    where w.level = 'all' and f.number = 1`;

/** What was chosen for the thread holds; where nothing was, `none` for its board or one of its countries. */
const isSilenced = sql`coalesce(
  (select w.level = 'none' from watches w
    where w.person_id = c.person_id and w.kind = 'thread' and w.target = b.thread_id::text),
  exists (select from watches w where w.person_id = c.person_id and w.level = 'none'
    and ((w.kind = 'board' and w.target = b.id::text) or (w.kind = 'country' and w.target = any(b.countries)))))`;

/**
 * Writes what people are told of these posts: those named and answered, those of CSOs that are named, those who watch.
 * Nobody hears of a post twice, of their own, of what they may not read, or of whom they blocked. Gives who was told.
 */
export async function tellOfPosts(tx: Transaction, posts: readonly number[], at: Date): Promise<number[]> {
  const { rows } = await tx.execute<{ person: number }>(sql`
    with fresh as (${freshPosts(idArray(posts))}), candidates as (${candidates})
    insert into notifications (person_id, kind, thread_id, post_id, actor_id, data, created_at)
    select distinct on (c.person_id, c.post_id) c.person_id, c.kind, b.thread_id, c.post_id, b.author_id, c.data, ${at}::timestamptz
    from candidates c join fresh b on b.post_id = c.post_id
      join people p on p.id = c.person_id and p.erased_at is null
    where c.person_id is distinct from b.author_id and not ${isSilenced}
      and ${hears(sql`c.person_id`, sql`b.author_id`)} and ${mayReadBoard(sql`c.person_id`)}
      and not exists (select from notifications n where n.person_id = c.person_id and n.post_id = c.post_id
        and n.kind in ('mention', 'quote', 'reply', 'thread'))
    order by c.person_id, c.post_id, c.strength
    on conflict do nothing
    returning person_id as person`);
  return [...new Set(rows.map(({ person }) => person))];
}

export interface MarkedAnswer {
  threadId: number;
  number: number;
  /** Who marked it. */
  by: number;
}

/** Tells whose post was marked as the answer, once; gives who was told. */
export async function tellOfAnswer(
  tx: Transaction,
  { threadId, number, by }: MarkedAnswer,
  at: Date,
): Promise<number[]> {
  const { rows } = await tx.execute<{ person: number }>(sql`
    with c as (select p.id as post_id, p.author_id as person_id from posts p
        join people a on a.id = p.author_id and a.erased_at is null
        where p.thread_id = ${threadId} and p.number = ${number} and p.author_id <> ${by}),
      fresh as (${freshPosts(sql`array(select post_id from c)`)})
    insert into notifications (person_id, kind, thread_id, post_id, actor_id, created_at)
    select c.person_id, 'answer', b.thread_id, c.post_id, ${by}::bigint, ${at}::timestamptz
    from c join fresh b on b.post_id = c.post_id
    where not ${isSilenced} and ${hears(sql`c.person_id`, sql`${by}::bigint`)} and ${mayReadBoard(sql`c.person_id`)}
    on conflict do nothing
    returning person_id as person`);
  return rows.map(({ person }) => person);
}

/** Who begins a thread is told of all that follows, who writes in one of what answers them; a choice made before stays. */
export async function watchOwn(tx: Transaction, posts: readonly number[], at: Date): Promise<void> {
  await tx.execute(sql`
    insert into watches (person_id, kind, target, level, at)
    select p.author_id, 'thread', p.thread_id::text, case when bool_or(p.number = 1) then 'all' else 'mentions' end, ${at}::timestamptz
    from posts p join people a on a.id = p.author_id and a.email is not null
    where p.id = any(${idArray(posts)}) and p.state <> 'moved' group by p.author_id, p.thread_id
    on conflict do nothing`);
}
