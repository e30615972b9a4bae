/** Reads of the countries room: each country with its reviews, documents, reports and commitments. */
import { type SQL, sql } from "drizzle-orm";
import type { Country, ReviewCycle } from "shared/countries/contract.ts";
import type { CountryCso, CsoCity } from "shared/countries/csos.ts";
import { isOutsideConvention } from "shared/countries/rules.ts";
import type { Queries } from "../connect.ts";

const documents = sql`coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', d.title,
    'language', d.language, 'url', d.url, 'publishedOn', d.published_on, 'size', d.size) order by d.position)
  from review_documents d where d.review_id = v.id), '[]')`;

const reviews = sql`coalesce((select json_agg(json_build_object('cycle', v.cycle, 'scheduledYear', v.scheduled_year,
    'startedIn', v.started_in, 'status', v.status, 'phase', v.phase, 'reviewers', v.reviewers,
    'countryVisit', json_build_object('held', v.visit_held, 'when', v.visit_when),
    'civilSocietyInvolved', v.civil_society_involved, 'civilSocietyNote', v.civil_society_note,
    'focalPointInstitution', v.focal_point_institution, 'documents', ${documents}, 'note', v.note,
    'source', v.source, 'moreSources', v.more_sources, 'asOf', v.as_of, 'verified', v.verified,
    'checkedOn', v.checked_on) order by v.cycle)
  from reviews v where v.iso2 = c.iso2), '[]')`;

const parallelReports = sql`coalesce((select json_agg(json_build_object('title', p.title, 'authors', p.authors,
    'cycle', p.cycle, 'year', p.year, 'url', p.url, 'source', p.source) order by p.position)
  from parallel_reports p where p.iso2 = c.iso2), '[]')`;

const commitments = sql`coalesce((select json_agg(json_build_object('slug', k.slug, 'iso2', k.iso2, 'forum', k.forum,
    'pledgedOn', k.pledged_on, 'title', k.title, 'summary', k.summary, 'url', k.url, 'source', k.source,
    'moreSources', k.more_sources, 'asOf', k.as_of, 'verified', k.verified) order by k.sort_on desc nulls last, k.id)
  from commitments k where k.iso2 = c.iso2), '[]')`;

/** The whole record, but for what the Convention's rules make of it. */
const record = sql`c.iso2, c.iso3, c.name, c.region,
  case when c.capital_name is not null then
    json_build_object('name', c.capital_name, 'lat', c.capital_lat, 'lon', c.capital_lon) end as capital, c.languages,
  json_build_object('status', c.uncac_status, 'signedOn', c.signed_on, 'ratifiedOn', c.ratified_on,
    'ratificationAct', c.ratification_act, 'source', c.uncac_source, 'moreSources', c.uncac_more_sources,
    'asOf', c.uncac_as_of, 'verified', c.uncac_verified) as uncac,
  ${reviews} as reviews,
  json_build_object('signed', c.pledge_signed, 'signedOn', c.pledge_signed_on, 'source', c.pledge_source,
    'asOf', c.pledge_as_of) as "transparencyPledge",
  ${parallelReports} as "parallelReports", ${commitments} as commitments,
  coalesce((select o.count from organisation_counts o where o.region = c.region and o.iso2 = c.iso2
    and o.specialization = '*' and o.language = '*' and o.member = '*'), 0) as organisations,
  c.note, c.verified`;

async function countriesWhere(db: Queries, condition: SQL): Promise<Country[]> {
  const { rows } = await db.execute<Country & Record<string, unknown>>(
    sql`select ${record} from countries c where ${condition} order by c.iso2`,
  );
  return rows.map((row) => (isOutsideConvention(row.iso2) ? { ...row, uncac: null } : row));
}

/** All countries of a region, by code. */
export function countriesOf(db: Queries, region: string): Promise<Country[]> {
  return countriesWhere(db, sql`c.region = ${region}`);
}

/** The region of every country, by code in capitals. */
export async function regionsByCountry(db: Queries): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ iso2: string; region: string }>(
    sql`select iso2, region from countries`,
  );
  return new Map(rows.map(({ iso2, region }) => [iso2, region]));
}

/** The cycles of the Implementation Review Mechanism and its second phase, in order. */
export async function reviewCycles(db: Queries): Promise<ReviewCycle[]> {
  const { rows } = await db.execute<ReviewCycle & Record<string, unknown>>(sql`
    select slug, phase, cycle, starts_in as "startsIn", ends_in as "endsIn", chapters
    from review_cycles order by phase, cycle nulls last, starts_in`);
  return rows;
}

/** More names than this in one city are a directory, not a popup. */
const NAMES_PER_CITY = 30;
/** A map with more pins is heavy and says no more; the smallest are left to the directory. */
const CITIES = 500;

/** Cities of a region, or of one country, in which CSOs have said that they are; the largest first. */
export async function citiesOf(
  db: Queries,
  where: { region: string } | { iso2: string },
): Promise<CsoCity[]> {
  const condition = "region" in where ? sql`o.region = ${where.region}` : sql`o.iso2 = ${where.iso2}`;
  const { rows } = await db.execute<CsoCity & Record<string, unknown>>(sql`
    select iso2, city, min(lat) as lat, min(lon) as lon, max(of)::int as count,
      json_agg(json_build_object('name', name, 'slug', slug) order by n) as organisations
    from (select o.iso2, o.city_name as city, o.city_lat as lat, o.city_lon as lon, o.name, o.slug,
        count(*) over (partition by o.iso2, o.city_name) as of,
        row_number() over (partition by o.iso2, o.city_name order by o.name collate "und-x-icu", o.id) as n
      from organisations o
      where ${condition} and o.status <> 'hidden' and o.city_lat is not null and o.city_lon is not null) placed
    where n <= ${NAMES_PER_CITY}
    group by iso2, city order by max(of) desc, iso2, city limit ${CITIES}`);
  return rows;
}

/** The first CSOs of a country by name; `iso2` in capitals. */
export async function csosIn(db: Queries, iso2: string, count: number): Promise<CountryCso[]> {
  const { rows } = await db.execute<CountryCso & Record<string, unknown>>(sql`
    select o.slug, o.name, o.acronym, o.city_name as city, o.summary, o.language from organisations o
    where o.iso2 = ${iso2} and o.status <> 'hidden' order by o.name collate "und-x-icu", o.id limit ${count}`);
  return rows;
}
