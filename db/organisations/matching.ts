/** Reads the directory in the order of names, whatever it is narrowed by, from an index that already has that order. */
import { type SQL, sql } from "drizzle-orm";
import { EXACT_COUNT } from "shared/page.ts";
import type { Queries } from "../connect.ts";
import { documentsIn } from "../search/plan.ts";
import { countKept } from "./counts.ts";
import { conditions, type DirectoryFilter, type FacetKey, list, scopeOfFilter } from "./filter.ts";

export interface NamePosition {
  name: string;
  id: number;
}

export interface Part {
  after: NamePosition | null;
  limit: number;
}

const listed = ["specialization", "language", "member"] as const satisfies FacetKey[];

/** Rows (name, id) of the CSOs that match, by name. */
export async function matching(db: Queries, filter: DirectoryFilter, part: Part): Promise<SQL> {
  const narrowing = listed.filter((key) => filter[key].length > 0);
  const [only] = narrowing;
  if (only === undefined) return filter.country.length === 0 ? byName(filter, part) : byCountry(filter, part);
  if (narrowing.length === 1) return byFacet(filter, only, part, null);
  const counts = await Promise.all(
    narrowing.map((key) => countKept(db, { ...filter, ...none, [key]: filter[key] })),
  );
  const rarest = narrowing[counts.indexOf(Math.min(...counts))] ?? only;
  // Where few have it all, reading names until a page is full would read nearly every name.
  if ((await countKept(db, filter)) <= EXACT_COUNT) return sorted(filter, part);
  return byFacet(filter, rarest, part, conditions(filter));
}

const none = { specialization: [], language: [], member: [] };

const NAME = sql`name collate "und-x-icu"`;

function beyond({ after }: Part, id: SQL): SQL {
  return after === null ? sql`true` : sql`(${NAME}, ${id}) > (${after.name}, ${after.id}::bigint)`;
}

function byName(filter: DirectoryFilter, part: Part): SQL {
  return sql`(select name, id from organisations where region = ${filter.region} and status <> 'hidden'
    and ${beyond(part, sql`id`)} order by ${NAME}, id limit ${part.limit})`;
}

function byCountry(filter: DirectoryFilter, part: Part): SQL {
  return sql`(select o.name, o.id from unnest(${list(filter.country)}) as place cross join lateral (
      select name, id from organisations where iso2 = place and region = ${filter.region} and status <> 'hidden'
        and ${beyond(part, sql`id`)} order by ${NAME}, id limit ${part.limit}
    ) as o order by o.name collate "und-x-icu", o.id limit ${part.limit})`;
}

function byFacet(filter: DirectoryFilter, key: FacetKey, part: Part, further: SQL | null): SQL {
  const others =
    further === null
      ? sql``
      : sql`and exists (select 1 from organisations as o where o.id = f.organisation_id and ${further})`;
  const facets = list(filter[key].map((value) => `${key}:${value}`));
  const inPlace = filter.country.length > 0;
  const places = inPlace ? sql`cross join unnest(${list(filter.country)}) as place` : sql``;
  const where = inPlace
    ? sql`f.iso2 = place and f.region = ${filter.region}`
    : sql`f.region = ${filter.region}`;
  return sql`(select distinct on (o.name collate "und-x-icu", o.id) o.name, o.id
    from unnest(${facets}) as wanted ${places} cross join lateral (
      select f.name, f.organisation_id as id from organisation_facets as f
      where f.facet = wanted and ${where} and ${beyond(part, sql`organisation_id`)} ${others}
      order by f.name collate "und-x-icu", f.organisation_id limit ${part.limit}
    ) as o order by o.name collate "und-x-icu", o.id limit ${part.limit})`;
}

function sorted(filter: DirectoryFilter, part: Part): SQL {
  return sql`(select o.name, o.id from ${documentsIn(scopeOfFilter(filter), null, true)} as found
    join organisations as o on o.id = found.ref::bigint and o.status <> 'hidden'
    where ${beyond(part, sql`o.id`)} order by o.name collate "und-x-icu", o.id limit ${part.limit})`;
}
