/** Changes of threads and posts that are there: each raises the thread's version, so that nobody misses it. */
import { and, eq, sql } from "drizzle-orm";
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
 * shares its version with the last of a part. What follows: `tell` only where it becomes visible, `find` always.
 */
export async function changePost(
  tx: Transaction,
  post: { id: number; threadId: number },
  values: PostValues,
  { tell = false }: { tell?: boolean } = {},
): Promise<number> {
  const version = await changeThread(tx, post.threadId, null);
  if (version === null) throw new Error("a post is in no thread");
  await tx
    .update(posts)
    .set({ ...values, version })
    .where(eq(posts.id, post.id));
  const kinds = tell ? ["tell", "find"] : ["find"];
  await tx.insert(postWork).values(kinds.map((kind) => ({ kind, postId: post.id })));
  return version;
}
