/** Changes of threads and posts that are there: each raises the thread's version, so that nobody misses it. */
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { posts, postWork, threads } from "./tables.ts";

type ThreadValues = Partial<typeof threads.$inferInsert>;
type PostValues = Partial<typeof posts.$inferInsert>;

/** The thread's new version; with `own` what the thread itself says changed. Null where it changed since `version`. */
export async function changeThread(
  tx: Transaction,
  threadId: number,
  own: ThreadValues | null,
  version?: number,
): Promise<number | null> {
  const raised = sql`${threads.version} + 1`;
  const [row] = await tx
    .update(threads)
    .set({ ...own, version: raised, ...(own ? { ownVersion: raised } : {}) })
    .where(and(eq(threads.id, threadId), version === undefined ? undefined : eq(threads.ownVersion, version)))
    .returning({ version: threads.version });
  return row?.version ?? null;
}

/**
 * One version for each changed post, also where many change at once: who asks for changes in parts would miss one that
 * shares its version with the last of a part. What follows: `tell` only where it becomes visible, `find` unless no word
 * of it changed.
 */
export async function changePost(
  tx: Transaction,
  post: { id: number; threadId: number },
  values: PostValues,
  { tell = false, find = true }: { tell?: boolean; find?: boolean } = {},
): Promise<number> {
  const version = await changeThread(tx, post.threadId, null);
  if (version === null) throw new Error("a post is in no thread");
  await tx
    .update(posts)
    .set({ ...values, version })
    .where(eq(posts.id, post.id));
  const kinds = [...(tell ? ["tell"] : []), ...(find ? ["find"] : [])];
  if (kinds.length > 0) await tx.insert(postWork).values(kinds.map((kind) => ({ kind, postId: post.id })));
  return version;
}

/**
 * Many posts at once, by a condition on `posts`; `values` as SQL sets them, the post being `p`. Each has a version of its
 * own, as in `changePost`.
 */
export async function changePosts(tx: Transaction, which: SQL, values: SQL): Promise<void> {
  await tx.execute(sql`
    with hit as (select id, thread_id, row_number() over (partition by thread_id order by number) as place,
        count(*) over (partition by thread_id) as many from posts where ${which}),
      raised as (update threads t set version = t.version + h.many
        from (select distinct thread_id, many from hit) h where t.id = h.thread_id
        returning t.id, t.version - h.many as base),
      changed as (update posts p set version = raised.base + hit.place, ${values}
        from hit join raised on raised.id = hit.thread_id where p.id = hit.id returning p.id)
    insert into post_work (kind, post_id) select 'find', id from changed`);
}

/** Seconds that one person waits between two posts there; 0: none. */
export async function paceOfThread(db: Pick<Queries, "select">, threadId: number): Promise<number> {
  const [row] = await db.select({ pace: threads.slowSeconds }).from(threads).where(eq(threads.id, threadId));
  return row?.pace ?? 0;
}
