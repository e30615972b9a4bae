/** Writes one seed record, unless a person has changed or removed its row since it was last imported. */
import { createHash } from "node:crypto";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { seedRows } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type Outcome = "written" | "unchanged" | "kept";

/** A table whose rows the import writes: they have a key column and a version. */
export interface SeededTable {
  kind: string;
  table: PgTable;
  /** The column that identifies the row once written. */
  key: PgColumn;
}

export interface SeedRow {
  /** Identifies the record in the seed, for ever. */
  key: string;
  values: Record<string, unknown>;
}

export interface Written {
  outcome: Outcome;
  /** The key column's value of the row, or null where a person removed it. */
  rowKey: string | number | null;
}

export type Ledger = Map<string, { digest: string; rowId: number | null; version: number }>;

export async function readLedger(tx: Transaction): Promise<Ledger> {
  const rows = await tx.select().from(seedRows);
  return new Map(rows.map((row) => [`${row.kind} ${row.key}`, row]));
}

/** Same record: nothing is written. Changed record, untouched row: updated. Changed or removed row: kept as it is. */
export async function keepRow(
  tx: Transaction,
  ledger: Ledger,
  target: SeededTable,
  row: SeedRow,
): Promise<Written> {
  const digest = createHash("sha256").update(JSON.stringify(row.values)).digest("base64url");
  const before = ledger.get(`${target.kind} ${row.key}`);
  if (!before) return insertRow(tx, target, row, digest);
  const rowKey = before.rowId ?? row.key;
  const current = await currentVersion(tx, target, rowKey);
  if (current === null) return { outcome: "kept", rowKey: null };
  if (before.digest === digest) return { outcome: current === before.version ? "unchanged" : "kept", rowKey };
  if (current !== before.version) return { outcome: "kept", rowKey };
  await tx.update(target.table).set(row.values).where(eq(target.key, rowKey));
  await tx
    .update(seedRows)
    .set({ digest, version: current + 1 })
    .where(and(eq(seedRows.kind, target.kind), eq(seedRows.key, row.key)));
  return { outcome: "written", rowKey };
}

async function insertRow(
  tx: Transaction,
  target: SeededTable,
  row: SeedRow,
  digest: string,
): Promise<Written> {
  const [inserted] = await tx.insert(target.table).values(row.values).returning({ key: target.key });
  const rowKey = keyOf(inserted?.key);
  const rowId = typeof rowKey === "number" ? rowKey : null;
  await tx.insert(seedRows).values({ kind: target.kind, key: row.key, digest, rowId, version: 1 });
  return { outcome: "written", rowKey };
}

async function currentVersion(
  tx: Transaction,
  target: SeededTable,
  rowKey: string | number,
): Promise<number | null> {
  const version = getTableColumns(target.table).version;
  if (!version) throw new TypeError(`${target.kind} has no version`);
  const [row] = await tx
    .select({ version: sql<number>`${version}` })
    .from(target.table)
    .where(eq(target.key, rowKey));
  return row?.version ?? null;
}

function keyOf(value: unknown): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  throw new TypeError("an inserted row gave no key");
}
