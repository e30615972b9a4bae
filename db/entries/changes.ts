/** Writes of the entries room. */
import { and, eq } from "drizzle-orm";
import { type EntryKind, recordKinds } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { recordRevision } from "../revisions/changes.ts";
import type { Transaction } from "../transaction.ts";
import type { RecordRow } from "./records.ts";
import { entries } from "./tables.ts";

export type NewEntry = Omit<typeof entries.$inferInsert, "id" | "version" | "createdAt" | "updatedAt">;

/** Throws `stale` where somebody else began a change of the same record at the same moment. */
export async function insertEntry(tx: Transaction, entry: NewEntry): Promise<number> {
  const [row] = await tx.insert(entries).values(entry).onConflictDoNothing().returning({ id: entries.id });
  if (!row) throw new Failure("stale");
  return row.id;
}

/** What had been withdrawn is public again: no second entry brings it back. */
export async function endWithdrawn(tx: Transaction, kind: EntryKind, recordId: number): Promise<void> {
  await tx
    .update(entries)
    .set({ state: "published", content: {} })
    .where(and(eq(entries.kind, kind), eq(entries.recordId, recordId), eq(entries.state, "withdrawn")));
}

/** Throws `stale` where it was changed since that version was seen, `not-found` where it is gone. */
export async function updateEntry(
  tx: Transaction,
  { id, version }: { id: number; version: number },
  values: Partial<NewEntry>,
): Promise<void> {
  const changed = await tx
    .update(entries)
    .set(values)
    .where(and(eq(entries.id, id), eq(entries.version, version)))
    .returning({ id: entries.id });
  if (changed.length > 0) return;
  const [there] = await tx.select({ id: entries.id }).from(entries).where(eq(entries.id, id));
  throw new Failure(there ? "stale" : "not-found");
}

export async function deleteEntry(
  tx: Transaction,
  { id, version }: { id: number; version: number },
): Promise<void> {
  const gone = await tx
    .delete(entries)
    .where(and(eq(entries.id, id), eq(entries.version, version)))
    .returning({ id: entries.id });
  if (gone.length === 0) throw new Failure("stale");
}

export interface RecordChange {
  kind: EntryKind;
  /** The desk's. */
  region: string;
  /** Null: it was not public. */
  before: RecordRow | null;
  /** Null: it is not public any more. */
  after: RecordRow | null;
  columns: readonly string[];
  personId: number | null;
  actedAs: string;
  source: string | null;
}

/** The revision of a change of what is public: those of the columns that differ. Null: nothing did. */
export async function recordRecordChange(tx: Transaction, change: RecordChange): Promise<void> {
  const { kind, region, before, after, columns, personId, actedAs, source } = change;
  const differs = columns.filter(
    (column) => JSON.stringify(before?.[column] ?? null) !== JSON.stringify(after?.[column] ?? null),
  );
  if (differs.length === 0 && before !== null && after !== null) return;
  const part = (row: RecordRow | null) =>
    row === null ? {} : Object.fromEntries(differs.map((column) => [column, row[column] ?? null]));
  await recordRevision(tx, {
    kind: recordKinds[kind],
    ref: String(found(after ?? before).id),
    region,
    version: after?.version ?? (before?.version ?? 0) + 1,
    before: part(before),
    after: part(after),
    personId,
    actedAs,
    source,
  });
}
