/** Reads of the regions room. */
import { sql } from "drizzle-orm";
import type { ProfileCard, Region } from "shared/regions/contract.ts";
import type { RegionContent } from "shared/regions/form.ts";
import type { Queries } from "../connect.ts";

/** Every region with its figures, in order. */
export async function allRegions(db: Queries): Promise<Region[]> {
  const result = await db.execute<Region & Record<string, unknown>>(sql`
    select r.slug, r.names, r.languages, r.bounds, r.accent, r.secretariat, r.version, json_build_object(
      'countries', (select count(*) from countries c where c.region = r.slug),
      'statesParties', (select count(*) from countries c where c.region = r.slug and c.uncac_status = 'state-party'),
      'reviewsCompleted', (select count(*) from reviews v join countries c using (iso2)
        where c.region = r.slug and v.cycle = 2 and v.status = 'completed'),
      'organisations', coalesce((select count from organisation_counts o where o.region = r.slug
        and o.iso2 = '*' and o.specialization = '*' and o.language = '*' and o.member = '*'), 0),
      'news', (select count(*) from articles a where a.regions @> array[r.slug]),
      'events', (select count(*) from events e where e.regions @> array[r.slug])
    ) as figures
    from regions r order by r.position`);
  return result.rows;
}

/** Working languages of a region. */
export async function languagesOf(db: Queries, region: string): Promise<string[]> {
  const { rows } = await db.execute<{ languages: string[] }>(
    sql`select languages from regions where slug = ${region}`,
  );
  return rows[0]?.languages ?? [];
}

/** What a steward says of a region, but for its countries; null where there is none. */
export async function keptRegion(
  db: Queries,
  slug: string,
): Promise<{ version: number; content: Omit<RegionContent, "countries"> } | null> {
  const { rows } = await db.execute<Omit<RegionContent, "countries"> & { version: number }>(sql`
    select version, names, languages, bounds, accent, secretariat from regions where slug = ${slug}`);
  const [row] = rows;
  if (!row) return null;
  const { version, ...content } = row;
  return { version, content };
}

/** Codes of a region's countries, in their order. */
export async function countryCodes(db: Queries, region: string): Promise<string[]> {
  const { rows } = await db.execute<{ iso2: string }>(
    sql`select iso2 from countries where region = ${region} order by iso2`,
  );
  return rows.map(({ iso2 }) => iso2);
}

/** The maps that were drawn when a region was saved; `Maps`: as they were kept. */
export async function keptMaps<Maps>(db: Queries): Promise<{ region: string; maps: Maps }[]> {
  const { rows } = await db.execute<{ region: string; maps: Maps }>(
    sql`select region, maps from region_maps order by region`,
  );
  return rows;
}

/** The newest visible profiles of a region. */
export async function newestProfiles(db: Queries, region: string, count: number): Promise<ProfileCard[]> {
  const result = await db.execute<ProfileCard & Record<string, unknown>>(sql`
    select slug, name, acronym, iso2, summary, language from organisations
    where region = ${region} and status <> 'hidden' order by created_at desc, id desc limit ${count}`);
  return result.rows;
}
