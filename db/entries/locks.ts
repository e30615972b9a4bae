/** Whether something may be published, once: what is scheduled is held meanwhile, and what is sent twice is recognised. */
import { sql } from "drizzle-orm";
import { type EntryKind, recordKinds } from "shared/entries/rules.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";

/** False: another node holds it, or it is no longer as it was seen. */
export async function lockEntry(
  tx: Transaction,
  { id, version }: { id: number; version: number },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select id from entries where id = ${id} and version = ${version} and state = 'scheduled' for update skip locked`);
  return rows.length > 0;
}

/** Whoever scheduled it is a curator of its region still, or covers one. */
export async function mayStillPublish(
  db: Queries,
  { changedBy, region }: { changedBy: number | null; region: string },
): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select id from roles where person_id = ${changedBy}
      and (role = 'steward' or (role in ('curator', 'admin') and region = ${region})) limit 1`);
  return rows.length > 0;
}

export interface Sending {
  kind: EntryKind;
  personId: number;
  /** What tells two apart: title, address, day. */
  marks: Record<string, unknown>;
}

/** The record that this person published a moment ago with the same words: a button pressed twice. */
export async function publishedJustNow(
  tx: Transaction,
  { kind, personId, marks }: Sending,
): Promise<number | null> {
  const same = JSON.stringify(marks);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${personId} ${same}`}, 0))`);
  const { rows } = await tx.execute<{ id: number }>(sql`
    select ref::bigint as id from revisions
    where kind = ${recordKinds[kind]} and person_id = ${personId} and before = '{}' and after @> ${same}::jsonb
      and at > now() - interval '1 minute'
    order by id desc limit 1`);
  return rows[0]?.id ?? null;
}

/** The proposal that this person gave a moment ago with the same words. */
export async function proposedJustNow(
  tx: Transaction,
  { kind, personId, marks }: Sending,
): Promise<number | null> {
  const same = JSON.stringify(marks);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${personId} ${same}`}, 0))`);
  const { rows } = await tx.execute<{ id: number }>(sql`
    select id from entries where kind = ${kind} and proposed_by = ${personId} and content @> ${same}::jsonb
      and created_at > now() - interval '1 minute' order by id desc limit 1`);
  return rows[0]?.id ?? null;
}
