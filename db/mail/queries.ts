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

/** What waits in these queues, or was set aside: sealed, so that only the server knows to whom. */
export async function heldLetters(
  tx: Pick<Queries, "execute">,
  queues: readonly string[],
): Promise<{ id: string; data: object }[]> {
  const { rows } = await tx.execute<{ id: string; data: object }>(
    sql`select id, data from pgboss.job where name in (${sql.join(
      queues.map((name) => sql`${name}`),
      sql`, `,
    )}) and state <> 'active' and data is not null`,
  );
  return rows;
}
