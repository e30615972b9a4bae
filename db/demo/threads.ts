/** Writes of the demonstration's threads; they go with its people, unless somebody real answered in them. */
import { sql } from "drizzle-orm";
import { insertThread } from "../board/starting.ts";
import { posts, postWork, reads, threads } from "../board/tables.ts";
import { erasePosts } from "../personal/board.ts";
import { unlistPosts } from "../search/posts.ts";
import type { Transaction } from "../transaction.ts";

interface Thread {
  region: string | null;
  board: string;
  title: string;
  kind: string;
  posts: { authorId: number; organisationId: number | null; body: string; html: string }[];
  answer?: number;
  now: Date;
}

export interface KeptThread {
  id: number;
  region: string | null;
  board: string;
  visibility: string;
}

/** Null where there is no such board any more. */
export async function keepDemoThread(tx: Transaction, thread: Thread): Promise<KeptThread | null> {
  const { region, board, title, kind, now } = thread;
  const { rows } = await tx.execute<{ id: number; visibility: string }>(sql`select id, visibility from boards
    where region is not distinct from ${region} and slug = ${board} and closed_at is null`);
  const [found] = rows;
  const [first, ...replies] = thread.posts;
  if (!found || !first) return null;
  const { id } = await insertThread(tx, {
    ...{ boardId: found.id, clientId: null, title, kind, language: "en", countries: [], specializations: [] },
    ...{ ...first, digest: null, state: "visible", via: "web", now },
    ...{ mentions: { people: [], organisations: [] }, files: [] },
  });
  for (const [index, post] of replies.entries())
    await insertReply(tx, { ...post, threadId: id, number: index + 2, now });
  const last = thread.posts.length;
  await tx
    .update(threads)
    .set({ lastNumber: last, version: last, ownVersion: last, answer: thread.answer ?? null })
    .where(sql`id = ${id}`);
  return { id, region, board, visibility: found.visibility };
}

interface Reply {
  threadId: number;
  number: number;
  authorId: number;
  organisationId: number | null;
  body: string;
  html: string;
  now: Date;
}

async function insertReply(tx: Transaction, { now, ...reply }: Reply): Promise<void> {
  const { number, threadId, authorId } = reply;
  const [made] = await tx
    .insert(posts)
    .values({ ...reply, createdVersion: number, version: number, language: "en", createdAt: now })
    .returning({ id: posts.id });
  if (made) await tx.insert(postWork).values({ kind: "find", postId: made.id });
  await tx
    .insert(reads)
    .values({ personId: authorId, threadId, number, at: now })
    .onConflictDoUpdate({ target: [reads.personId, reads.threadId], set: { number } });
}

const ofDemo = sql`select id from people where demonstration`;
/** Begun by the demonstration, and nobody real wrote in them. */
const ownThreads = sql`select t.id from threads t where t.author_id in (${ofDemo})
  and not exists (select from posts p where p.thread_id = t.id and p.author_id not in (${ofDemo}))`;

/** Before its people go. What they wrote among others leaves its place, as when a person is erased. */
export async function dropDemoThreads(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ id: number }>(ownThreads);
  const ids = sql`${sql.param(rows.map(({ id }) => id))}::bigint[]`;
  await unlistPosts(tx, sql`thread_id = any(${ids})`);
  await tx.execute(
    sql`update threads set merged_into = null, state = 'deleted' where merged_into = any(${ids})`,
  );
  await tx.execute(
    sql`update posts set moved_to = null where moved_to in (select id from posts where thread_id = any(${ids}))`,
  );
  await tx.execute(sql`delete from watches where kind = 'thread' and target::bigint = any(${ids})`);
  await tx.execute(sql`delete from threads where id = any(${ids})`);
  const { rows: people } = await tx.execute<{ id: number; handle: string | null }>(
    sql`select distinct p.id, p.handle from people p join posts w on w.author_id = p.id where p.demonstration`,
  );
  for (const { id, handle } of people) await erasePosts(tx, { personId: id, handle, keepPosts: false });
}

/** Rules of rate and likeness hold nobody of a load test: its people alone can be so. */
export async function liftLimits(tx: Transaction): Promise<void> {
  await tx.execute(sql`update people set unlimited = true where demonstration and not unlimited`);
}
