/** Reads of the sitemap: which records have a page, in which regions, and when they last changed. */
import { type SQL, sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

export const recordKinds = ["organisations", "news", "events", "threads"] as const;
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

interface Source {
  from: SQL;
  /** The last part of the address. */
  slug: SQL;
  regions: SQL;
  where: SQL;
  changed: SQL;
}

const curated = { slug: sql`t.slug`, changed: sql`t.updated_at` };

const sources: Record<RecordKind, Source> = {
  organisations: {
    ...curated,
    from: sql`organisations t`,
    regions: sql`array[t.region]`,
    where: sql`t.status <> 'hidden' and not t.demonstration`,
  },
  news: { ...curated, from: sql`articles t`, regions: sql`t.regions`, where: sql`true` },
  events: { ...curated, from: sql`events t`, regions: sql`t.regions`, where: sql`true` },
  // A thread of all regions is read under each.
  threads: {
    from: sql`threads t join boards b on b.id = t.board_id left join people p on p.id = t.author_id`,
    slug: sql`t.id::text`,
    regions: sql`case when b.region is null then (select array_agg(slug) from regions) else array[b.region] end`,
    where: sql`t.state = 'visible' and b.visibility = 'public' and p.demonstration is not true`,
    changed: sql`t.last_post_at`,
  },
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
  const { from, slug, regions, where, changed } = sources[kind];
  const result = await db.execute<SitemapRecord & Record<string, unknown>>(sql`
    select t.id, ${slug} as slug, ${regions} as regions, ${day(changed)} from ${from}
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
  const { from, where, changed } = sources[kind];
  const result = await db.execute<SitemapPart & Record<string, unknown>>(sql`
    select ((t.id - 1) / ${size}::bigint + 1)::int as part, count(*)::int as records, ${day(sql`max(${changed})`)}
    from ${from} where ${where} group by 1 order by 1`);
  return result.rows;
}

/** Slugs of boards that everybody reads, by region; those of all regions under each. */
export async function publicBoards(db: Queries): Promise<{ region: string; slug: string }[]> {
  const { rows } = await db.execute<{ region: string; slug: string }>(sql`
    select r.slug as region, b.slug from regions r join boards b on b.region = r.slug or b.region is null
    where b.visibility = 'public' order by r.slug, b.region is null, b.position, b.id`);
  return rows;
}

/** Another text whenever a public thread was begun or written in; costs as much for any number of them. */
export async function threadState(db: Queries): Promise<string> {
  const { rows } = await db.execute<{ state: string }>(sql`
    select concat((select max(id) from threads), ' ', max(latest.at)) as state from boards b cross join lateral (
      select max(last_post_at) as at from threads t where t.board_id = b.id and t.pinned
      union all select at from (select last_post_at as at from threads t where t.board_id = b.id and not t.pinned
        order by last_post_at desc limit 1) as newest
    ) as latest where b.visibility = 'public'`);
  return rows[0]?.state ?? "";
}
