/** Writes of drafts: kept, and thrown away. No page shows them to anybody else, so no node needs to hear of them. */
import { sql } from "drizzle-orm";
import type { DraftFields } from "shared/drafts/rules.ts";
import type { Queries } from "../connect.ts";
import { type DraftRow, draftColumns, isSent } from "./queries.ts";

export interface NewDraft {
  personId: number;
  place: string;
  clientId: string;
  fields: DraftFields;
  queued: boolean;
  /** The version that it is based on. */
  version: number;
}

/**
 * Null where it changed after that version. One that was thrown away elsewhere is kept anew: a text is not lost because
 * of it. Null too where the person has `most` already.
 */
export async function keepDraft(db: Queries, draft: NewDraft, most: number): Promise<DraftRow | null> {
  const { personId, place, clientId, fields, queued, version } = draft;
  const { rows } = await db.execute<DraftRow>(sql`
    with d as (
      insert into drafts (person_id, place, client_id, fields, queued)
      select ${personId}, ${place}, ${clientId}, ${JSON.stringify(fields)}::jsonb, ${queued}
      where (select count(*) from drafts where person_id = ${personId} and fields <> '{}') < ${most}
        or exists (select from drafts where person_id = ${personId} and place = ${place} and client_id = ${clientId})
      on conflict (person_id, place, client_id)
      do update set fields = excluded.fields, queued = excluded.queued where drafts.version = ${version}
      returning *
    ) select ${draftColumns} from d`);
  return rows[0] ?? null;
}

/** Those that were sent go, so that they do not count; of the desk's not before every device could hear of it. */
export async function forgetSent(db: Queries, personId: number): Promise<void> {
  await db.execute(sql`delete from drafts d where d.person_id = ${personId} and ${isSent}
    and (d.place not like 'desk:%' or d.updated_at < now() - interval '7 days')`);
}

/** What was typed at a desk was sent. */
export async function endDraft(
  db: Queries,
  { personId, place, clientId }: Pick<NewDraft, "personId" | "place" | "clientId">,
): Promise<void> {
  await db.execute(sql`insert into drafts (person_id, place, client_id, fields)
    values (${personId}, ${place}, ${clientId}, '{}')
    on conflict (person_id, place, client_id) do update set fields = '{}', queued = false`);
}

/** Whether there was one. */
export async function dropDraft(
  db: Queries,
  personId: number,
  place: string,
  clientId: string,
): Promise<boolean> {
  const { rowCount } = await db.execute(sql`delete from drafts
    where person_id = ${personId} and place = ${place} and client_id = ${clientId}`);
  return (rowCount ?? 0) > 0;
}

export async function dropDraftById(db: Queries, personId: number, id: number): Promise<boolean> {
  const { rowCount } = await db.execute(sql`delete from drafts where person_id = ${personId} and id = ${id}`);
  return (rowCount ?? 0) > 0;
}
