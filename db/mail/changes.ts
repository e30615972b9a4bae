/** Writes of the mail room: letters wait in the job queue; here every node is told that one does. */
import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/** Seen by every node once the transaction is committed, however it ends. */
export async function tellOfMail(tx: Transaction): Promise<void> {
  await tx.execute(sql`insert into changes (room) values ('mail')`);
}
