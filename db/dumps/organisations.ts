/** Reads organisations for the dumps: their public fields only, a part at a time. */
import { type SQL, sql } from "drizzle-orm";
import type { Organisation } from "shared/organisations/contract.ts";
import { allOf, isAnyOf } from "../conditions.ts";
import type { Queries } from "../connect.ts";

/** A contact field that its organisation shows to members only, or to nobody, is absent. */
function ifPublic(field: "website" | "email" | "phone" | "socials", otherwise: SQL): SQL {
  return sql`case when coalesce(o.visibility ->> ${field}, 'public') = 'public'
    then o.${sql.identifier(field)} else ${otherwise} end`;
}

const activities = sql`coalesce((select json_agg(json_build_object('title', a.title, 'summary', a.summary,
    'startedOn', a.started_on, 'endedOn', a.ended_on, 'status', a.status, 'url', a.url, 'source', a.source)
    order by a.status, a.sort_on desc nulls last, a.id)
  from activities a where a.organisation_id = o.id), '[]')`;

const columns = sql`o.id, o.slug, o.name, o.name_local as "nameLocal", o.acronym, o.iso2, o.region,
  case when o.city_name is not null then
    json_build_object('name', o.city_name, 'lat', o.city_lat, 'lon', o.city_lon) end as city,
  ${ifPublic("website", sql`null`)} as website, o.website_verified as "websiteVerified",
  ${ifPublic("email", sql`null`)} as email, ${ifPublic("phone", sql`null`)} as phone,
  ${ifPublic("socials", sql`'{}'`)} as socials, o.founded_year as "foundedYear", o.specializations, o.languages,
  o.summary, o.language, ${activities} as activities, o.uncac_coalition_member as "uncacCoalitionMember", o.status,
  o.last_confirmed_on as "lastConfirmedOn", o.source, o.more_sources as "moreSources", o.as_of as "asOf", o.verified`;

/** The next `limit` listed organisations by id, of these regions or, where null, of all. */
export async function organisationsAfter(
  db: Queries,
  regions: readonly string[] | null,
  after: number,
  limit: number,
): Promise<Organisation[]> {
  const where = allOf({
    after: sql`o.id > ${after}`,
    listed: sql`o.status <> 'hidden'`,
    regions: isAnyOf(sql`o.region`, regions ?? undefined),
  });
  const result = await db.execute<Organisation & Record<string, unknown>>(
    sql`select ${columns} from organisations o where ${where} order by o.id limit ${limit}`,
  );
  return result.rows;
}
