/** What a region has of the same address on the web already: public, or at its desk. */
import { type SQL, sql } from "drizzle-orm";
import type { EntryKind } from "shared/entries/rules.ts";
import type { Queries } from "../connect.ts";

/** Enough to see that it is told already. */
const MOST = 5;

export interface Alike extends Record<string, unknown> {
  /** Of an entry: at the desk, and not public. */
  entryId: number | null;
  slug: string | null;
  title: string;
}

export interface AlikeAsked {
  kind: EntryKind;
  region: string;
  url: string;
  /** What is being written itself. */
  recordId: number | null;
  entryId: number | null;
}

/** However the address is written. Of rooms whose records have a title and an address. */
export async function alikeIn(
  db: Queries,
  table: SQL,
  { kind, region, url, recordId, entryId }: AlikeAsked,
): Promise<Alike[]> {
  const { rows } = await db.execute<Alike>(sql`
    select null as "entryId", t.slug, t.title from ${table} t
    where address_key(t.url) = address_key(${url}) and (t.regions @> array[${region}] or t.regions = '{}')
      and t.id is distinct from ${recordId}::bigint
    union all
    select e.id, null, coalesce(e.content ->> 'title', '') from entries e
    where e.kind = ${kind} and e.region = ${region} and e.state in ('draft', 'proposed', 'scheduled', 'withdrawn')
      and address_key(e.content ->> 'url') = address_key(${url}) and e.id is distinct from ${entryId}::bigint
      and (e.record_id is null or e.record_id is distinct from ${recordId}::bigint)
    limit ${MOST}`);
  return rows;
}
