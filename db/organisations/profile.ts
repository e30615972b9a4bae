/** Reads of a profile by those who keep it: all of its fields, its past, and the cities that are known. */
import { sql } from "drizzle-orm";
import type { OwnProfile } from "shared/organisations/profile.ts";
import { contactFields, type FieldChange } from "shared/organisations/rules.ts";
import { wordOf } from "shared/search/words.ts";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { pictureOf } from "../files/queries.ts";
import type { Transaction } from "../transaction.ts";

const everyPublic = JSON.stringify(Object.fromEntries(contactFields.map((field) => [field, "public"])));
/** Before each network had a visibility of its own, all had the same. */
const NETWORKS = ["twitter", "facebook", "linkedin", "youtube"];

export async function ownProfile(db: Queries | Transaction, id: number): Promise<OwnProfile | null> {
  const result = await db.execute<OwnProfile & Record<string, unknown>>(sql`
    select o.id, o.slug, o.region, o.status, o.version, o.last_confirmed_on as "lastConfirmedOn", ${pictureOf(sql`o.logo`)} as logo,
      o.name, o.name_local as "nameLocal", o.acronym, o.names, o.iso2,
      case when o.city_name is not null then json_build_object('name', o.city_name, 'lat', o.city_lat, 'lon', o.city_lon) end as city,
      o.website, o.email, o.phone, o.socials,
      ${everyPublic}::jsonb || coalesce((select jsonb_object_agg(network, o.visibility->>'socials')
        from unnest(${textArray(NETWORKS)}) as network where o.visibility ? 'socials'), '{}') || (o.visibility - 'socials') as visibility,
      o.founded_year as "foundedYear", o.specializations, o.languages, o.summary, o.language,
      coalesce((select json_agg(json_build_object('id', a.id, 'title', a.title, 'summary', a.summary, 'startedOn', a.started_on,
        'endedOn', a.ended_on, 'status', a.status, 'url', a.url, 'uncacArticles', a.uncac_articles)
        order by a.status, a.sort_on desc nulls last, a.id) from activities as a where a.organisation_id = o.id), '[]') as activities
    from organisations as o where o.id = ${id}`);
  return result.rows[0] ?? null;
}

/** Whoever changes the profile now waits for whoever did so before. */
export async function lockProfile(tx: Transaction, id: number): Promise<void> {
  await tx.execute(sql`select 1 from organisations where id = ${id} for update`);
}

export interface ProfileRevision extends FieldChange {
  id: number;
  /** Of the profile after it. */
  version: number;
  /** ISO 8601, in UTC. */
  at: string;
  /** Null: nobody signed in, or a person who was removed. */
  handle: string | null;
  hasPerson: boolean;
  actedAs: string;
  source: string | null;
  credit: string | null;
}

/** The changes of a profile, the newest first: all of them after that version, or from that one on. */
export async function profileRevisions(
  db: Queries | Transaction,
  id: number,
  part: { afterVersion?: number; fromId?: number; limit?: number; beforeId?: number | undefined },
): Promise<ProfileRevision[]> {
  const result = await db.execute<ProfileRevision & Record<string, unknown>>(sql`
    select r.id, r.version, r.before, r.after, r.acted_as as "actedAs", r.source, r.credit, p.handle,
      r.person_id is not null as "hasPerson", to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from revisions as r left join people as p on p.id = r.person_id
    where r.kind = 'organisation' and r.ref = ${String(id)} and r.version > ${part.afterVersion ?? 0}
      and r.id >= ${part.fromId ?? 0} and (${part.beforeId ?? null}::bigint is null or r.id < ${part.beforeId ?? null}::bigint)
    order by r.id desc limit ${part.limit ?? null}::bigint`);
  return result.rows;
}

export interface KnownCity {
  name: string;
  lat: number;
  lon: number;
}

/** The capital and the cities of other records of a country, by name. */
export async function citiesOf(db: Queries, iso2: string): Promise<KnownCity[]> {
  const result = await db.execute<KnownCity & Record<string, unknown>>(sql`
    select distinct on (name) name, lat, lon from (
      select capital_name as name, capital_lat as lat, capital_lon as lon from countries where iso2 = ${iso2}
      union all select city_name, city_lat, city_lon from organisations
      where iso2 = ${iso2} and status <> 'hidden' and city_name is not null and city_lat is not null and city_lon is not null
    ) as known order by name`);
  return result.rows;
}

export async function cityNamed(db: Queries, iso2: string, name: string): Promise<KnownCity | null> {
  const wanted = wordOf(name);
  return (await citiesOf(db, iso2)).find((city) => wordOf(city.name) === wanted) ?? null;
}

export async function countriesIn(db: Queries, region: string): Promise<string[]> {
  const result = await db.execute<{ iso2: string }>(
    sql`select iso2 from countries where region = ${region} order by name`,
  );
  return result.rows.map(({ iso2 }) => iso2);
}
