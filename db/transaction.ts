/** Runs a write as one transaction, and wakes the other nodes once it is committed. */
import type { Database, Queries } from "./connect.ts";

export type Transaction = Parameters<Parameters<Queries["transaction"]>[0]>[0];

/** The channel on which nodes are told to look at the `changes` table. */
export const CHANGES_CHANNEL = "changes";

/**
 * The change rows are written inside, by triggers; NOTIFY is sent after the commit, since inside it
 * serialises all writers. A node that misses it finds the rows at its next poll.
 */
export async function transaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const result = await db.queries.transaction(work);
  await db.pool.query(`NOTIFY ${CHANGES_CHANNEL}`);
  return result;
}
