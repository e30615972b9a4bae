/** Reads of the mail room: how a person wants letters to be. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

/** Whether subjects of letters to this person may hold names and titles: only who chose so is told. */
export async function wantsTellingSubjects(db: Pick<Queries, "execute">, personId: number): Promise<boolean> {
  const { rows } = await db.execute<{ discreet: boolean }>(
    sql`select discreet_mail as discreet from people where id = ${personId}`,
  );
  return rows[0]?.discreet === false;
}
