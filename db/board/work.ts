/** Takes work on posts: each piece once, whichever node is first, and back where it fails. */
import { sql } from "drizzle-orm";
import type { Database } from "../connect.ts";
import { type Transaction, transaction } from "../transaction.ts";

/** How many were taken. */
export async function doPostWork(
  db: Database,
  kind: string,
  most: number,
  handle: (tx: Transaction, postIds: number[]) => Promise<void>,
): Promise<number> {
  const { rows } = await db.queries.execute(sql`select from post_work where kind = ${kind} limit 1`);
  if (rows.length === 0) return 0;
  return transaction(db, async (tx) => {
    const taken = await tx.execute<{ postId: number }>(sql`delete from post_work where id in
      (select id from post_work where kind = ${kind} order by id limit ${most} for update skip locked)
      returning post_id as "postId"`);
    const ids = [...new Set(taken.rows.map(({ postId }) => postId))];
    if (ids.length > 0) await handle(tx, ids);
    return taken.rows.length;
  });
}
