/** From what is written to what is public: one transaction for record, revision, search, letters and audit. */
import { recordAudit } from "db/audit/changes.ts";
import { endWithdrawn, insertEntry, recordRecordChange, updateEntry } from "db/entries/changes.ts";
import { publishedJustNow } from "db/entries/locks.ts";
import type { EntryRow } from "db/entries/queries.ts";
import {
  freeSlugFor,
  insertRecord,
  lockRecord,
  type RecordRow,
  recordById,
  removeRecord,
  updateRecord,
} from "db/entries/records.ts";
import type { Transaction } from "db/transaction.ts";
import { type Actor, hasRole } from "shared/accounts/rules.ts";
import { actsAs } from "shared/corrections/rules.ts";
import { type EntryKind, recordKinds } from "shared/entries/rules.ts";
import { Failure } from "shared/failure.ts";
import { slugFrom } from "shared/slugs.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { type Content, entryRoom } from "./kinds.ts";
import { answerProposer } from "./letters.ts";

export interface Publishing {
  kind: EntryKind;
  region: string;
  /** Null: the clock does it, for who scheduled it. */
  actor: Actor | null;
  /** Who is named in the history. */
  personId: number | null;
  content: Content;
  /** Decided before, by whoever may. */
  regions: string[];
  /** The record that it changes; null: a new one. */
  record: { id: number; version: number } | null;
  /** What it was written in; it ends with this. */
  entry: Pick<EntryRow, "id" | "version" | "recordId" | "slug" | "proposedBy" | "state"> | null;
}

/** Throws `stale` where record or entry changed since they were seen. The content was checked before. */
export async function publishIn(app: App, tx: Transaction, publishing: Publishing): Promise<RecordRow> {
  const { kind, region, actor, personId, content, regions, record, entry } = publishing;
  const room = entryRoom(kind);
  const before = record && (await lockRecord(tx, kind, record));
  if (before && !keptAt(before, region)) throw new Failure("not-found");
  const values: Record<string, unknown> = { ...room.columnsOf(content, dayOf(app.now())), regions };
  if (!before && !entry && personId !== null) {
    const twin = await publishedJustNow(tx, { kind, personId, marks: marksOf(values) });
    const there = twin === null ? null : await recordById(tx, kind, twin);
    if (there) return there;
  }
  const after = before
    ? await updateRecord(tx, kind, before.id, values)
    : await insertRecord(tx, kind, {
        ...values,
        id: entry?.recordId ?? null,
        slug: entry?.slug ?? (await freeSlugFor(tx, kind, wishedSlug(kind, content))),
      });
  if (entry) {
    await updateEntry(tx, entry, {
      state: "published",
      content: {},
      recordId: after.id,
      slug: after.slug,
      publishAt: null,
      problem: null,
      changedBy: personId,
    });
  }
  if (!before) await endWithdrawn(tx, kind, after.id);
  await recordRecordChange(tx, {
    kind,
    region,
    before,
    after,
    columns: Object.keys(values),
    personId,
    actedAs: actor ? actsAs(actor, region, null) : "curator",
    source: room.sourceOf(content),
  });
  await room.published?.(app, tx, { before, after });
  if (entry?.proposedBy && entry.proposedBy !== personId)
    await answerProposer(app, tx, {
      kind,
      region,
      proposedBy: entry.proposedBy,
      status: "accepted",
      slug: after.slug,
      title: titleIn(kind, content),
      reason: null,
    });
  await recordAudit(tx, app.secrets, {
    actor: personId,
    action: before ? "record.changed" : "record.published",
    target: `${recordKinds[kind]}:${after.id}`,
    region,
  });
  return after;
}

/** Whether the region's desk keeps it: its own, or one of all regions. */
export function keptAt({ regions }: Pick<RecordRow, "regions">, region: string): boolean {
  return regions.length === 0 || regions.includes(region);
}

/** What it is called in lists and letters. */
export function titleIn(kind: EntryKind, content: Content): string {
  const title = content[entryRoom(kind).titleField];
  return typeof title === "string" ? title : "";
}

/** What two things that are not the same differ in. */
function marksOf(values: Record<string, unknown>): Record<string, unknown> {
  const telling = ["title", "name", "url", "startsOn", "summary"].filter((name) => name in values);
  return Object.fromEntries(telling.map((name) => [name, values[name] ?? null]));
}

function wishedSlug(kind: EntryKind, content: Content): string {
  return slugFrom([titleIn(kind, content)], recordKinds[kind]);
}

export interface Withdrawing {
  kind: EntryKind;
  region: string;
  actor: Actor;
  record: { id: number; version: number };
  reason: string;
}

/**
 * Off all pages at once; it is kept at the desk with its number and address, under which it can come back. What stands in
 * other people's regions too leaves only this person's: null. What stands in all is for those who may everywhere.
 */
export async function withdrawIn(
  app: App,
  tx: Transaction,
  withdrawing: Withdrawing,
): Promise<number | null> {
  const { kind, region, actor, reason } = withdrawing;
  const room = entryRoom(kind);
  const row = await lockRecord(tx, kind, withdrawing.record);
  const standing = row.regions.length > 0 ? row.regions : app.regions().map(({ slug }) => slug);
  const others = standing.filter((slug) => !hasRole(actor, "curator", slug));
  if (others.length > 0 && row.regions.length === 0) throw new Failure("forbidden");
  if (others.length > 0) {
    await leaveRegions(app, tx, withdrawing, { row, others });
    return null;
  }
  await room.withdrawing?.(app, tx, row);
  await removeRecord(tx, kind, row);
  const content = { ...room.contentOf(row), regions: row.regions };
  const id = await insertEntry(tx, {
    kind,
    region,
    state: "withdrawn",
    content,
    recordId: row.id,
    slug: row.slug,
    reason,
    createdBy: actor.id,
    changedBy: actor.id,
  });
  await recordRecordChange(tx, {
    kind,
    region,
    before: row,
    after: null,
    columns: Object.keys(room.columnsOf(room.contentOf(row), dayOf(app.now()))),
    personId: actor.id,
    actedAs: actsAs(actor, region, null),
    source: null,
  });
  await recordAudit(tx, app.secrets, {
    actor: actor.id,
    action: "record.withdrawn",
    target: `${recordKinds[kind]}:${row.id}`,
    region,
    value: { reason },
  });
  return id;
}

async function leaveRegions(
  app: App,
  tx: Transaction,
  { kind, region, actor, reason }: Withdrawing,
  { row, others }: { row: RecordRow; others: string[] },
): Promise<void> {
  const after = await updateRecord(tx, kind, row.id, { regions: others });
  await recordRecordChange(tx, {
    kind,
    region,
    before: row,
    after,
    columns: ["regions"],
    personId: actor.id,
    actedAs: actsAs(actor, region, null),
    source: null,
  });
  await recordAudit(tx, app.secrets, {
    actor: actor.id,
    action: "record.withdrawn",
    target: `${recordKinds[kind]}:${row.id}`,
    region,
    value: { reason },
  });
}
