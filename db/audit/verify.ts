/** Walks the whole audit log and finds the first row that is not as it was written. */
import { sql } from "drizzle-orm";
import type { Database } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { BEFORE_ALL, type Break, breakAt, type ChainedRow } from "./chain.ts";
import { audit, auditHead } from "./tables.ts";

export interface Verdict {
  /** How many rows hold, from the first on. */
  rows: number;
  /** The hash of the last of them: noted elsewhere, it shows later that even the whole log was not written anew. */
  hash: string;
  broken: { id: number; why: Break } | null;
}

/** So many rows are in memory at once. */
const BATCH = 1_000;

/** Of one moment: what is written meanwhile is left for the next time. */
export function verifyAudit(db: Database): Promise<Verdict> {
  return db.queries.transaction(walk, { isolationLevel: "repeatable read", accessMode: "read only" });
}

async function walk(tx: Transaction): Promise<Verdict> {
  let last: { id: number; hash: string } = BEFORE_ALL;
  const verdict = (broken: Verdict["broken"]) => ({ rows: last.id, hash: last.hash, broken });
  for await (const row of rowsOf(tx)) {
    const why = breakAt(row, last);
    if (why) return verdict({ id: why === "missing" ? last.id + 1 : row.id, why });
    last = row;
  }
  const [head] = await tx.select().from(auditHead);
  const end = head?.rowId ?? 0;
  if (end > last.id) return verdict({ id: last.id + 1, why: "missing" });
  if (end < last.id) return verdict({ id: end + 1, why: "added" });
  return verdict((head?.hash ?? "") === last.hash ? null : { id: last.id, why: "changed" });
}

async function* rowsOf(tx: Transaction): AsyncGenerator<ChainedRow> {
  let after: number | null = null;
  while (true) {
    const rows: ChainedRow[] = await tx
      .select()
      .from(audit)
      .where(after === null ? undefined : sql`${audit.id} > ${after}`)
      .orderBy(audit.id)
      .limit(BATCH);
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? null;
  }
}
