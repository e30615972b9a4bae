/** Writes of the intake room: a file that is handed in, how far it is, and its end. */
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { intakes } from "./tables.ts";

interface Whose {
  region: string;
  personId: number;
}

const whose = ({ region, personId }: Whose) =>
  and(eq(intakes.region, region), eq(intakes.personId, personId));

/** It takes the place of the person's file before, unless that one is being written: false. */
export async function keepIntake(
  tx: Transaction,
  intake: Whose & Pick<typeof intakes.$inferInsert, "token" | "kind" | "format" | "asDrafts" | "content">,
): Promise<boolean> {
  const fresh = { state: "waiting", digest: null, written: 0, total: 0, counts: null };
  const rows = await tx
    .insert(intakes)
    .values(intake)
    .onConflictDoUpdate({
      target: [intakes.region, intakes.personId],
      set: { ...intake, ...fresh, createdAt: sql`now()` },
      setWhere: sql`${intakes.state} <> 'writing'`,
    })
    .returning({ token: intakes.token });
  return rows.length > 0;
}

/** False: it is no longer the file that waits, or somebody pressed the button twice. */
export async function beginWriting(
  tx: Transaction,
  intake: Whose & { token: string; digest: string; total: number },
): Promise<boolean> {
  const { digest, total } = intake;
  const rows = await tx
    .update(intakes)
    .set({ state: "writing", digest, total, written: 0 })
    .where(and(whose(intake), eq(intakes.token, intake.token), inArray(intakes.state, ["waiting", "failed"])))
    .returning({ token: intakes.token });
  return rows.length > 0;
}

/** Beside the transaction that writes the rows, so that it is seen before that one ends. */
export async function tellProgress(db: Queries, intake: Whose, written: number): Promise<void> {
  await db.update(intakes).set({ written }).where(whose(intake));
}

/** The file itself is not kept any longer. */
export async function endWriting(
  tx: Transaction,
  intake: Whose,
  end: { state: "done" | "failed"; counts: Record<string, number> | null },
): Promise<void> {
  const content = end.state === "done" ? { content: "" } : {};
  await tx
    .update(intakes)
    .set({ ...end, ...content })
    .where(whose(intake));
}

export async function forgetIntake(tx: Transaction, intake: Whose): Promise<void> {
  await tx.delete(intakes).where(and(whose(intake), sql`${intakes.state} <> 'writing'`));
}

/** Files that nobody came back to. */
export async function forgetIntakesBefore(tx: Transaction, before: Date): Promise<number> {
  const rows = await tx.delete(intakes).where(lt(intakes.createdAt, before)).returning({
    token: intakes.token,
  });
  return rows.length;
}
