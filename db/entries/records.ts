/** The records that entries become: written with their search document, removed with it; whatever room they are of. */
import { and, eq, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type EntryKind, recordKinds } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { freeSlug } from "shared/slugs.ts";
import type { Queries } from "../connect.ts";
import { events } from "../events/tables.ts";
import { articles } from "../news/tables.ts";
import { partners } from "../partners/tables.ts";
import { resources } from "../resources/tables.ts";
import { dropDocument, indexDocument } from "../search/changes.ts";
import type { SearchDocument } from "../search/document.ts";
import { articleDocument, eventDocument, resourceDocument } from "../search/documents.ts";
import { oldSlugs } from "../tables.ts";
import type { Transaction } from "../transaction.ts";
import { entries } from "./tables.ts";

/** A row as it stands, by the names of its columns in the room's table. */
export interface RecordRow extends Record<string, unknown> {
  id: number;
  slug: string;
  version: number;
  /** Empty: of all regions. */
  regions: string[];
}

interface Keeping {
  table: PgTable & { id: PgColumn; slug: PgColumn; version: PgColumn };
  /** Null: it is not found by the search. */
  document: ((ref: string, row: never) => SearchDocument) | null;
}

const keeping: Record<EntryKind, Keeping> = {
  news: { table: articles, document: articleDocument },
  events: {
    table: events,
    document: (ref, row: typeof events.$inferSelect) => eventDocument(ref, { ...row, place: row.placeName }),
  },
  resources: { table: resources, document: resourceDocument },
  partners: { table: partners, document: null },
};

export async function recordAt(db: Queries, kind: EntryKind, slug: string): Promise<RecordRow | null> {
  const { table } = keeping[kind];
  const [row] = await db.select().from(table).where(eq(table.slug, slug));
  return (row as RecordRow | undefined) ?? null;
}

export async function recordById(
  db: Queries | Transaction,
  kind: EntryKind,
  id: number,
): Promise<RecordRow | null> {
  const { table } = keeping[kind];
  const [row] = await db.select().from(table).where(eq(table.id, id));
  return (row as RecordRow | undefined) ?? null;
}

/** Throws `not-found` where it is gone, `stale` where it is another than the one that was seen. */
export async function lockRecord(
  tx: Transaction,
  kind: EntryKind,
  { id, version }: { id: number; version: number },
): Promise<RecordRow> {
  const { table } = keeping[kind];
  const [row] = await tx.select().from(table).where(eq(table.id, id)).for("update");
  const record = found(row as RecordRow | undefined);
  if (record.version !== version) throw new Failure("stale");
  return record;
}

/** A new row, or one that comes back under the number that it had. */
export async function insertRecord(
  tx: Transaction,
  kind: EntryKind,
  { id, ...values }: { id: number | null; slug: string } & Record<string, unknown>,
): Promise<RecordRow> {
  const { table } = keeping[kind];
  const insert = tx.insert(table);
  const [row] =
    id === null
      ? await insert.values(values).returning()
      : await insert
          .overridingSystemValue()
          .values({ ...values, id })
          .returning();
  return indexed(tx, kind, row);
}

/** What was locked before; gives it as it is now. */
export async function updateRecord(
  tx: Transaction,
  kind: EntryKind,
  id: number,
  values: Record<string, unknown>,
): Promise<RecordRow> {
  const { table } = keeping[kind];
  const [row] = await tx.update(table).set(values).where(eq(table.id, id)).returning();
  return indexed(tx, kind, row);
}

async function indexed(tx: Transaction, kind: EntryKind, row: unknown): Promise<RecordRow> {
  const record = found(row as RecordRow | undefined);
  const document = keeping[kind].document?.(String(record.id), record as never);
  if (document) await indexDocument(tx, document);
  return record;
}

/** What was locked before is public no longer. */
export async function removeRecord(tx: Transaction, kind: EntryKind, { id }: RecordRow): Promise<void> {
  const { table, document } = keeping[kind];
  if (document && kind !== "partners") await dropDocument(tx, kind, String(id));
  await tx.delete(table).where(eq(table.id, id));
}

/** Two of the same title at once wait for each other; what was withdrawn keeps its address. */
export async function freeSlugFor(tx: Transaction, kind: EntryKind, wished: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slug ${kind} ${wished}`}, 0))`);
  const like = sql`${`${wished.replace(/[\\%_]/g, "\\$&")}%`}`;
  const { table } = keeping[kind];
  const used = await tx.select({ slug: table.slug }).from(table).where(sql`slug like ${like}`);
  const old = await tx
    .select({ slug: oldSlugs.oldSlug })
    .from(oldSlugs)
    .where(sql`old_slug like ${like} and kind = ${recordKinds[kind]}`);
  const kept = await tx
    .select({ slug: entries.slug })
    .from(entries)
    .where(and(eq(entries.kind, kind), sql`slug like ${like}`));
  const taken = new Set([...used, ...old, ...kept].map(({ slug }) => String(slug)));
  return freeSlug(wished, (slug) => taken.has(slug));
}
