/** Writes of the mail room: letters wait in the job queue; here every node is told that one does. */
import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/** Seen by every node once the transaction is committed, however it ends. */
export async function tellOfMail(tx: Transaction): Promise<void> {
  await tx.execute(sql`insert into changes (room) values ('mail')`);
}

/** Removes letters from the queue, whatever their state. */
export async function dropLetters(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  await tx.execute(sql`delete from pgboss.job where id in (${list})`);
}
