/** What is new for a follow: entered or changed between two moments, and public now. */
import { type SQL, sql } from "drizzle-orm";
import type { FollowTarget, Fresh } from "shared/follows/contract.ts";
import type { Queries } from "../connect.ts";
import { documentsMatch, hasNone, planSearch, type Search } from "../search/plan.ts";

export interface Span {
  /** As the database gave it, to the microsecond. */
  since: string;
  until: Date;
}

type Asked = FollowTarget & Span;

/** At most so many are looked at by a search, newest first; in a week there are far fewer. */
const MOST = 500;

/** Each kind's new records, as (kind, ref, title, document): `document` is the key of its search document. */
const sources: Record<Fresh["kind"], (asked: Asked) => SQL> = {
  news: ({ region, iso2, since, until }) => sql`
    select 'news' as kind, slug as ref, title, id::text as document, created_at as at from articles
    where regions @> array[${region}]::text[] and (${iso2}::text is null or countries @> array[${iso2}]::text[])
      and created_at > ${since} and created_at <= ${until}`,
  events: ({ region, iso2, since, until }) => sql`
    select 'events', slug, title, id::text, created_at from events
    where regions @> array[${region}]::text[] and (${iso2}::text is null or countries @> array[${iso2}]::text[])
      and created_at > ${since} and created_at <= ${until}`,
  organisations: ({ region, iso2, since, until }) => sql`
    select 'organisations', slug, name, id::text, created_at from organisations
    where region = ${region} and (${iso2}::text is null or iso2 = ${iso2})
      and status <> 'hidden' and created_at > ${since} and created_at <= ${until}`,
  reviews: ({ region, iso2, since, until }) => sql`
    select 'reviews', iso2, null, iso2, max(at) from revisions
    where region = ${region} and iso2 is not null and (${iso2}::text is null or iso2 = ${iso2})
      and at > ${since} and at <= ${until} group by iso2`,
};

/** The room whose search documents a kind has. */
const documentKind = sql`case fresh.kind when 'reviews' then 'countries' else fresh.kind end`;

/** Newest first within each kind; one more than `limit` tells that there are more. */
export async function freshFor(db: Queries, asked: Asked, limit: number): Promise<Fresh[]> {
  const search: Search | null =
    asked.q === null ? null : { plan: await planSearch(db, asked.q), strictness: "all" };
  if (search && hasNone(search)) return [];
  const all = sql.join(
    [sources.news, sources.events, sources.organisations, sources.reviews].map(
      (source) => sql`(${source(asked)} order by 5 desc limit ${MOST})`,
    ),
    sql` union all `,
  );
  const matching = search
    ? sql`where exists (select from search_documents d where d.kind = ${documentKind} and d.ref = fresh.document and ${documentsMatch(search)})`
    : sql``;
  const { rows } = await db.execute<Fresh & Record<string, unknown>>(sql`
    select kind, ref, title from (${all}) as fresh ${matching}
    order by array_position(array['reviews', 'news', 'events', 'organisations'], kind), at desc limit ${limit + 1}`);
  return rows;
}
