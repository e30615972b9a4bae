/** Reads of the organisations room: records as a visitor may see them, and what stands around one. */
import { type SQL, sql } from "drizzle-orm";
import type { Mention, Neighbour } from "shared/organisations/around.ts";
import type { Organisation, Specialization } from "shared/organisations/contract.ts";
import type { Visibility } from "shared/organisations/rules.ts";
import type { Queries } from "../connect.ts";
import { pictureOf } from "../files/queries.ts";
import { list } from "./filter.ts";

type Row = Organisation & Record<string, unknown>;

/** A contact field, where its visibility is one of those that the reader may see. */
const shown = (seen: readonly Visibility[], field: string, column: SQL) =>
  sql`case when coalesce(o.visibility->>${sql.raw(`'${field}'`)}, 'public') = any(${list(seen)}) then ${column} end`;

/** Each network has a visibility of its own, else that of all. */
const socialsShown = (seen: readonly Visibility[]) => sql`coalesce((
    select jsonb_object_agg(key, value) from jsonb_each(o.socials)
    where coalesce(o.visibility->>key, o.visibility->>'socials', 'public') = any(${list(seen)})), '{}')`;

const fieldsFor = (
  seen: readonly Visibility[],
) => sql`o.id, o.slug, o.name, o.name_local as "nameLocal", o.acronym, o.names,
  ${pictureOf(sql`o.logo`)} as logo, o.iso2, o.region,
  case when o.city_name is not null then json_build_object('name', o.city_name, 'lat', o.city_lat, 'lon', o.city_lon) end as city,
  ${shown(seen, "website", sql`o.website`)} as website, ${shown(seen, "website", sql`o.website_verified`)} as "websiteVerified",
  ${shown(seen, "email", sql`o.email`)} as email, ${shown(seen, "phone", sql`o.phone`)} as phone,
  ${socialsShown(seen)} as socials, o.founded_year as "foundedYear", o.specializations, o.languages,
  o.summary, o.language, coalesce(done.activities, '[]') as activities, o.uncac_coalition_member as "uncacCoalitionMember",
  case when o.dark_since is null then o.status else coalesce(o.status_before, 'claimed') end as status, o.last_confirmed_on as "lastConfirmedOn", o.source, o.more_sources as "moreSources", o.as_of as "asOf", o.verified`;

const fields = fieldsFor(["public"]);

const withActivities = sql`left join lateral (
    select json_agg(json_build_object('title', a.title, 'summary', a.summary, 'startedOn', a.started_on, 'endedOn', a.ended_on,
      'status', a.status, 'url', a.url, 'source', a.source, 'uncacArticles', a.uncac_articles) order by a.status, a.sort_on desc nulls last, a.id) as activities
    from activities as a where a.organisation_id = o.id
  ) as done on true`;

/** The records of those rows (id, and whatever `order` reads), in that order. */
export async function organisationsOf(
  db: Pick<Queries, "execute">,
  found: SQL,
  order: SQL,
): Promise<Organisation[]> {
  const result = await db.execute<Row>(sql`
    select ${fields} from ${found} as found join organisations as o on o.id = found.id ${withActivities}
    where o.status <> 'hidden' order by ${order}`);
  return result.rows;
}

/** The next `limit` organisations by id, of these regions or, where null, of all: what a dump reads on and on. */
export function organisationsAfter(
  db: Pick<Queries, "execute">,
  regions: readonly string[] | null,
  after: number,
  limit: number,
): Promise<Organisation[]> {
  const served = regions ? sql`and region = any(${list(regions)})` : sql``;
  const found = sql`(select id from organisations where id > ${after} and status <> 'hidden' and not demonstration ${served} order by id limit ${limit})`;
  return organisationsOf(db, found, sql`o.id`);
}

/** With the contact details of these visibilities. */
export function organisationBySlug(
  db: Queries,
  slug: string,
  seen: readonly Visibility[] = ["public"],
): Promise<Organisation | null> {
  return oneOrganisation(db, sql`o.slug = ${slug} and o.status <> 'hidden'`, seen);
}

/** One that hides itself, for those who keep it. */
export function darkOrganisation(
  db: Queries,
  slug: string,
  seen: readonly Visibility[],
): Promise<Organisation | null> {
  return oneOrganisation(db, sql`o.slug = ${slug} and o.dark_since is not null`, seen);
}

async function oneOrganisation(
  db: Queries,
  where: SQL,
  seen: readonly Visibility[],
): Promise<Organisation | null> {
  const result = await db.execute<Row>(
    sql`select ${fieldsFor(seen)} from organisations as o ${withActivities} where ${where}`,
  );
  return result.rows[0] ?? null;
}

export async function allSpecializations(db: Queries): Promise<Specialization[]> {
  const result = await db.execute<Specialization & Record<string, unknown>>(
    sql`select slug, name, uncac_articles as "uncacArticles" from specializations order by position, slug`,
  );
  return result.rows;
}

/** So many with each subject are looked at: enough to choose from, however many there are. */
const LOOKED_AT = 40;

/** CSOs near in subject and place: of its country, those that share most subjects, those of its city first. */
export async function organisationsNear(db: Queries, to: Organisation, limit: number): Promise<Neighbour[]> {
  const facets = to.specializations.map((slug) => `specialization:${slug}`);
  const result = await db.execute<Neighbour & Record<string, unknown>>(sql`
    select o.slug, o.region, o.name, o.iso2, o.city_name as "cityName",
      array(select unnest(o.specializations) intersect select unnest(${list(to.specializations)})) as shared
    from (
      select distinct near.organisation_id from unnest(${list(facets)}) as wanted cross join lateral (
        select organisation_id from organisation_facets where facet = wanted and iso2 = ${to.iso2}
        order by name collate "und-x-icu", organisation_id limit ${LOOKED_AT}
      ) as near
    ) as near join organisations as o on o.id = near.organisation_id and o.status <> 'hidden'
    where o.id <> ${to.id}
    order by cardinality(array(select unnest(o.specializations) intersect select unnest(${list(to.specializations)}))) desc,
      o.city_name is distinct from ${to.city?.name ?? null}, o.name collate "und-x-icu", o.id limit ${limit}`);
  return result.rows;
}

/** News that names it exactly: by its name, its local name, its acronym or its slug. Newest first. */
export async function newsAbout(db: Queries, organisation: Organisation, limit: number): Promise<Mention[]> {
  const { name, nameLocal, acronym, slug } = organisation;
  const names = [name, nameLocal, acronym, slug].filter((one): one is string => one !== null);
  const result = await db.execute<Mention & Record<string, unknown>>(sql`
    select slug, title, language, publisher, published_on as "publishedOn" from articles
    where organisations && ${list(names)} and regions @> array[${organisation.region}::text]
    order by sort_on desc nulls last, id desc limit ${limit}`);
  return result.rows;
}
