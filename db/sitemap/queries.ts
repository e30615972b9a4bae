/** Reads of the sitemap: which records have a page, in which regions, and when they last changed. */
import { type SQL, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

export const recordKinds = ["organisations", "news", "events"] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface SitemapRecord {
  id: number;
  /** The last part of its address. */
  slug: string;
  regions: string[];
  /** `YYYY-MM-DD`. */
  changedOn: string;
}

const day = (moment: SQL) => sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD') as "changedOn"`;

const sources: Record<RecordKind, { from: SQL; regions: SQL; where: SQL }> = {
  organisations: {
    from: sql`organisations t`,
    regions: sql`array[t.region]`,
    where: sql`t.status <> 'hidden' and not t.demonstration`,
  },
  news: { from: sql`articles t`, regions: sql`t.regions`, where: sql`true` },
  events: { from: sql`events t`, regions: sql`t.regions`, where: sql`true` },
};

/** Ids from `after` (not included) to `upTo` (included). */
export interface IdRange {
  after: number;
  upTo: number;
}

/** The next `limit` records of these ids. */
export async function recordsIn(
  db: Queries,
  kind: RecordKind,
  { after, upTo }: IdRange,
  limit: number,
): Promise<SitemapRecord[]> {
  const { from, regions, where } = sources[kind];
  const result = await db.execute<SitemapRecord & Record<string, unknown>>(sql`
    select t.id, t.slug, ${regions} as regions, ${day(sql`t.updated_at`)} from ${from}
    where ${where} and t.id > ${after} and t.id <= ${upTo} order by t.id limit ${limit}`);
  return result.rows;
}

/** Countries change with their reviews. */
export async function countryRecords(db: Queries): Promise<Omit<SitemapRecord, "id">[]> {
  const changed = sql`greatest(c.updated_at, (select max(v.updated_at) from reviews v where v.iso2 = c.iso2))`;
  const result = await db.execute<Omit<SitemapRecord, "id"> & Record<string, unknown>>(sql`
    select lower(c.iso2) as slug, array[c.region] as regions, ${day(changed)} from countries c order by c.iso2`);
  return result.rows;
}

export interface SitemapPart {
  /** From 1; holds the ids from `(part - 1) * size + 1` to `part * size`. */
  part: number;
  records: number;
  changedOn: string;
}

/** The records of a kind in parts of `size` ids; a part without records is left out. */
export async function partsOf(db: Queries, kind: RecordKind, size: number): Promise<SitemapPart[]> {
  const { from, where } = sources[kind];
  const result = await db.execute<SitemapPart & Record<string, unknown>>(sql`
    select ((t.id - 1) / ${size}::bigint + 1)::int as part, count(*)::int as records, ${day(sql`max(t.updated_at)`)}
    from ${from} where ${where} group by 1 order by 1`);
  return result.rows;
}
