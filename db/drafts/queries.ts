/** Reads of drafts: one person's own, without those that were sent meanwhile. */
import { type SQL, sql } from "drizzle-orm";
import type { DraftFields } from "shared/drafts/rules.ts";
import { type BoardRow, boardColumns } from "../board/rows.ts";
import type { Queries } from "../connect.ts";

export interface DraftRow extends Record<string, unknown> {
  id: number;
  place: string;
  clientId: string;
  fields: DraftFields;
  queued: boolean;
  version: number;
  /** Seconds since its last change, by the database's clock. */
  age: number;
}

export const draftColumns = sql`d.id, d.place, d.client_id as "clientId", d.fields, d.queued, d.version,
  greatest(0, extract(epoch from now() - d.updated_at))::int as age`;

/** The number in a draft's place. */
const target = sql`split_part(d.place, ':', 2)::bigint`;

/**
 * Whether what it says stands on the board already: it was sent from elsewhere, or without a script. What was sent from a
 * desk leaves a draft without fields behind, so that no device tells of it again.
 */
export const isSent = sql`(case when d.place like 'desk:%'
  then exists (select from drafts s where s.person_id = d.person_id and s.place = d.place and s.client_id = d.client_id
    and s.fields = '{}')
  when d.place like 'thread:%'
  then exists (select from posts p where p.thread_id = ${target} and p.author_id = d.person_id and p.client_id = d.client_id)
  else exists (select from threads t where t.board_id = ${target} and t.author_id = d.person_id and t.client_id = d.client_id)
  end)`;

async function read(db: Queries, where: SQL): Promise<DraftRow[]> {
  const { rows } = await db.execute<DraftRow>(sql`select ${draftColumns} from drafts d
    where ${where} and not ${isSent} order by d.updated_at desc, d.id desc`);
  return rows;
}

/** The last changed first. */
export function draftsOf(db: Queries, personId: number): Promise<DraftRow[]> {
  return read(db, sql`d.person_id = ${personId}`);
}

export function draftsAt(db: Queries, personId: number, place: string): Promise<DraftRow[]> {
  return read(db, sql`d.person_id = ${personId} and d.place = ${place}`);
}

export async function draftById(db: Queries, personId: number, id: number): Promise<DraftRow | null> {
  return (await read(db, sql`d.person_id = ${personId} and d.id = ${id}`))[0] ?? null;
}

/** Where drafts of new threads belong. */
export async function boardsById(db: Queries, ids: readonly number[]): Promise<BoardRow[]> {
  const { rows } = await db.execute<BoardRow>(
    sql`select ${boardColumns} from boards b where b.id = any(${sql.param([...ids])}::bigint[])`,
  );
  return rows;
}

/** Whether what would be kept stands on the board already. */
export async function wasSent(
  db: Queries,
  { personId, place, clientId }: { personId: number; place: string; clientId: string },
): Promise<boolean> {
  const { rows } = await db.execute<{ sent: boolean }>(sql`select ${isSent} as sent
    from (values (${personId}::bigint, ${place}::text, ${clientId}::text)) as d (person_id, place, client_id)`);
  return rows[0]?.sent ?? false;
}
