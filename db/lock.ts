/** Work that only one node at a time may do: migrations, the import, the first steward's link. */
import type { Database } from "./connect.ts";

/** Waits for the advisory lock of that name, works, and frees it also when the work fails. */
export async function withLock<T>(db: Database, name: string, work: () => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return await work();
  } finally {
    await client.query("select pg_advisory_unlock_all()").catch(() => {});
    client.release();
  }
}
