/** Reads of the entries room: what is being written in a region, and what of it is due. */
import { and, eq, type SQL, sql } from "drizzle-orm";
import { type EntryKind, type EntryState, openStates, recordKinds } from "shared/entries/rules.ts";
import { Failure } from "shared/failure.ts";
import { readCursor, writeCursor } from "shared/page.ts";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";
import { entries } from "./tables.ts";

export interface EntryRow {
  id: number;
  kind: EntryKind;
  region: string;
  state: EntryState;
  content: Record<string, unknown>;
  recordId: number | null;
  recordVersion: number | null;
  slug: string | null;
  publishAt: Date | null;
  problem: string | null;
  reason: string | null;
  inboxItemId: number | null;
  proposedBy: number | null;
  changedBy: number | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  /** Handles; null where nobody is meant, or the person was removed. */
  proposer: string | null;
  changer: string | null;
}

const columns = sql`e.id, e.kind, e.region, e.state, e.content, e.record_id as "recordId",
  e.record_version as "recordVersion", e.slug, e.publish_at as "publishAt", e.problem, e.reason,
  e.inbox_item_id as "inboxItemId", e.proposed_by as "proposedBy", e.changed_by as "changedBy",
  e.created_at as "createdAt", e.updated_at as "updatedAt", e.version,
  (select handle from people where id = e.proposed_by) as proposer,
  (select handle from people where id = e.changed_by) as changer`;

async function read(db: Queries, where: SQL, end: SQL = sql``): Promise<EntryRow[]> {
  const { rows } = await db.execute<EntryRow & Record<string, unknown>>(
    sql`select ${columns} from entries e where ${where} ${end}`,
  );
  return rows.map((row) => ({
    ...row,
    publishAt: row.publishAt && new Date(row.publishAt),
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  }));
}

export async function entryAt(
  db: Queries,
  { region, kind, id }: { region: string; kind?: EntryKind; id: number },
): Promise<EntryRow | null> {
  const ofKind = kind === undefined ? sql`` : sql`and e.kind = ${kind}`;
  const [row] = await read(db, sql`e.id = ${id} and e.region = ${region} ${ofKind}`);
  return row ?? null;
}

/** The change of a record that somebody has begun. */
export async function openChange(
  db: Queries,
  { kind, region, recordId }: { kind: EntryKind; region: string; recordId: number },
): Promise<EntryRow | null> {
  const [row] = await read(
    db,
    sql`e.kind = ${kind} and e.record_id = ${recordId} and e.region = ${region} and e.state in ('draft', 'scheduled')`,
  );
  return row ?? null;
}

export interface EntryFilter {
  region: string;
  kind?: EntryKind | undefined;
  states?: readonly EntryState[] | undefined;
  /** Of one member. */
  proposedBy?: number | undefined;
}

/** Newest first. */
export async function listEntries(
  db: Queries,
  { region, kind, states = openStates, proposedBy }: EntryFilter,
  page: { limit: number; after?: string | undefined },
): Promise<{ items: EntryRow[]; next: string | null }> {
  const where = sql`e.region = ${region} and e.state = any(${textArray([...states])})
    ${kind === undefined ? sql`` : sql`and e.kind = ${kind}`}
    ${proposedBy === undefined ? sql`` : sql`and e.proposed_by = ${proposedBy}`}
    ${page.after === undefined ? sql`` : sql`and e.id < ${idIn(page.after)}`}`;
  const rows = await read(db, where, sql`order by e.id desc limit ${page.limit + 1}`);
  return cutAt(rows, page.limit, ({ id }) => writeCursor([id]));
}

function idIn(after: string): number {
  const [id] = readCursor(after, 1);
  if (typeof id === "number" && Number.isSafeInteger(id)) return id;
  throw notOurs();
}

function notOurs(): Failure {
  return new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

/** When the next scheduled one is due; null: nothing is scheduled. */
export async function nextDue(db: Queries): Promise<Date | null> {
  const { rows } = await db.execute<{ at: Date | null }>(
    sql`select min(publish_at) as at from entries where state = 'scheduled'`,
  );
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at);
}

export async function dueEntries(db: Queries, now: Date): Promise<{ id: number; region: string }[]> {
  return db
    .select({ id: entries.id, region: entries.region })
    .from(entries)
    .where(and(eq(entries.state, "scheduled"), sql`${entries.publishAt} <= ${now}`))
    .orderBy(entries.publishAt, entries.id);
}

/** How many a member proposed since then. */
export async function proposalsSince(db: Queries, personId: number, since: Date): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from entries where proposed_by = ${personId} and created_at > ${since}`);
  return rows[0]?.count ?? 0;
}

/** A published record as a line of the desk's list. */
export interface RecordLine {
  id: number;
  slug: string;
  title: string;
  language: string;
  /** Sortable day; null: undated. */
  on: string | null;
  regions: string[];
  updatedAt: Date;
  /** Of an open change. */
  entryId: number | null;
}

const lines: Record<EntryKind, { table: SQL; title: SQL; language: SQL; on: SQL }> = {
  news: { table: sql`articles`, title: sql`t.title`, language: sql`t.language`, on: sql`t.sort_on` },
  events: { table: sql`events`, title: sql`t.title`, language: sql`t.language`, on: sql`t.sort_on` },
  resources: { table: sql`resources`, title: sql`t.title`, language: sql`t.language`, on: sql`t.sort_on` },
  partners: { table: sql`partners`, title: sql`t.name`, language: sql`t.language`, on: sql`null::date` },
};

/** What is public in the region and kept at its desk, the newest first, undated ones last. */
export async function listRecords(
  db: Queries,
  { kind, region, q }: { kind: EntryKind; region: string; q?: string | undefined },
  page: { limit: number; after?: string | undefined },
): Promise<{ items: RecordLine[]; next: string | null }> {
  const { table, title, language, on } = lines[kind];
  const like = q === undefined ? null : `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await db.execute<RecordLine & Record<string, unknown>>(sql`
    select t.id, t.slug, ${title} as title, ${language} as language, ${on} as "on", t.regions,
      t.updated_at as "updatedAt",
      (select e.id from entries e where e.kind = ${kind} and e.record_id = t.id and e.region = ${region}
        and e.state in ('draft', 'scheduled'))
        as "entryId"
    from ${table} t
    where (t.regions @> ${textArray([region])} or t.regions = '{}')
      ${like === null ? sql`` : sql`and ${title} ilike ${like}`}
      ${page.after === undefined ? sql`` : sql`and (coalesce(${on}, ${UNDATED}::date), t.id) < ${placeIn(page.after)}`}
    order by coalesce(${on}, ${UNDATED}::date) desc, t.id desc limit ${page.limit + 1}`);
  const read = rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt) }));
  return cutAt(read, page.limit, ({ id, on: day }) => writeCursor([day ?? UNDATED, id]));
}

/** Before all days. */
const UNDATED = "0001-01-01";

function placeIn(after: string): SQL {
  const [day, id] = readCursor(after, 2);
  if (
    typeof day === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    typeof id === "number" &&
    Number.isSafeInteger(id)
  )
    return sql`(${day}::date, ${id})`;
  throw notOurs();
}

export interface RecordRevision {
  id: number;
  at: Date;
  version: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  actedAs: string;
  source: string | null;
  handle: string | null;
  hasPerson: boolean;
}

/** What was changed of a record, the latest first. */
export async function recordRevisions(
  db: Queries,
  { kind, id, before }: { kind: EntryKind; id: number; before?: number | undefined },
  limit: number,
): Promise<RecordRevision[]> {
  const { rows } = await db.execute<RecordRevision & Record<string, unknown>>(sql`
    select r.id, r.at, r.version, r.before, r.after, r.acted_as as "actedAs", r.source, p.handle,
      r.person_id is not null as "hasPerson"
    from revisions r left join people p on p.id = r.person_id
    where r.kind = ${recordKinds[kind]} and r.ref = ${String(id)}
      ${before === undefined ? sql`` : sql`and r.id < ${before}`}
    order by r.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
