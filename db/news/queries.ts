/** Reads of the news room. */
import { type SQL, sql } from "drizzle-orm";
import type { FacetCount } from "shared/facets.ts";
import { found } from "shared/failure.ts";
import type { Article } from "shared/news/contract.ts";
import { countUpTo, type List } from "shared/page.ts";
import {
  allOf,
  type Conditions,
  countFacets,
  countRows,
  isAnyOf,
  overlaps,
  textArray,
} from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { type Alike, type AlikeAsked, alikeIn } from "../entries/alike.ts";
import { cover } from "../files/covers.ts";
import { afterNewest, cutAt, type NewestRow, newestCursor, newestFirst } from "../newest.ts";
import { namesDark } from "../organisations/darkNames.ts";
import { unwrittenRow } from "../unwritten.ts";

export interface NewsFilter {
  region: string;
  /** ISO 3166-1 alpha-2, in capitals. */
  country?: readonly string[];
  language?: readonly string[];
  /** Years of publication, or "undated". */
  year?: readonly string[];
}

type Row = Article & NewestRow & Record<string, unknown>;

/**
 * Organisations as the source names them. One is linked only where exactly one listed organisation has that slug, name
 * or local name, or, in the item's own regions, that acronym; a slug is shown as the name that it stands for, that of a
 * hidden one not at all, and one that is dark is not named.
 */
const organisations = sql`(
  select coalesce(json_agg(json_build_object('name', coalesce(o.name, named.text), 'slug', o.slug, 'region', o.region)
    order by named.position), '[]')
  from unnest(t.organisations) with ordinality as named(text, position)
  left join lateral (
    select min(o.slug) as slug, min(o.region) as region, case when named.text = min(o.slug) then min(o.name) end as name
    from organisations o
    where o.status <> 'hidden' and array[o.slug, o.name, o.name_local, o.acronym] @> array[named.text]
      and (o.acronym is distinct from named.text or o.region = any(t.regions))
    having count(*) = 1
  ) o on true
  where not exists (select from organisations hidden where hidden.slug = named.text and hidden.status = 'hidden')
    and not ${namesDark(sql`named.text`, sql`t.regions`)})`;

const columns = sql`t.id, t.slug, t.title, t.title_basis as "titleBasis", t.regions, t.countries,
  ${organisations} as organisations, t.published_on as "publishedOn", t.publisher, t.language, t.url, t.summary,
  t.summary_language as "summaryLanguage", t.source, t.more_sources as "moreSources", t.as_of as "asOf", t.verified, ${cover} as cover,
  t.sort_on as "sortOn"`;

const from = sql`articles t`;
const year = sql`coalesce(substr(t.published_on, 1, 4), 'undated')`;

function conditionsOf(filter: NewsFilter): Conditions {
  return {
    region: sql`t.regions @> ${textArray([filter.region])}`,
    country: overlaps(sql`t.countries`, filter.country),
    language: isAnyOf(sql`t.language`, filter.language),
    year: isAnyOf(year, filter.year),
  };
}

function articleOf({ sortOn: _sortOn, ...article }: Row): Article {
  return article;
}

/** News of a region, newest first by publication, else by what date it describes; those without any date last. */
export async function listNews(
  db: Queries,
  filter: NewsFilter,
  page: { limit: number; after?: string | undefined },
): Promise<List<Article>> {
  const conditions = conditionsOf(filter);
  const after = afterNewest(page.after);
  const [rows, count] = await Promise.all([
    readNews(db, allOf({ ...conditions, after }), page.limit + 1),
    countRows(db, from, allOf(conditions)),
  ]);
  const { items, next } = cutAt(rows, page.limit, newestCursor);
  return { items: items.map(articleOf), ...countUpTo(count), next };
}

/** The `count` latest news of a region. */
export async function latestNews(db: Queries, region: string, count: number): Promise<Article[]> {
  return (await readNews(db, allOf(conditionsOf({ region })), count)).map(articleOf);
}

/** News of a region about any of these countries, newest first. */
export async function newsAbout(
  db: Queries,
  filter: NewsFilter,
  count: number,
  except?: number,
): Promise<Article[]> {
  const other = except === undefined ? undefined : sql`t.id <> ${except}`;
  return (await readNews(db, allOf({ ...conditionsOf(filter), other }), count)).map(articleOf);
}

async function readNews(db: Queries, where: SQL, limit: number, rows: SQL = from): Promise<Row[]> {
  const result = await db.execute<Row>(
    sql`select ${columns} from ${rows} where ${where} order by ${newestFirst} limit ${limit}`,
  );
  return result.rows;
}

/** The next `limit` news by id, of these regions or, where null, of all: what a dump reads on and on. */
export async function newsAfter(
  db: Queries,
  regions: readonly string[] | null,
  after: number,
  limit: number,
): Promise<Article[]> {
  const result = await db.execute<Row>(
    sql`select ${columns} from ${from}
      where ${allOf({ after: sql`t.id > ${after}`, regions: overlaps(sql`t.regions`, regions ?? undefined) })}
      order by t.id limit ${limit}`,
  );
  return result.rows.map(articleOf);
}

export async function oneArticle(db: Queries, slug: string): Promise<Article | null> {
  const [row] = await readNews(db, sql`t.slug = ${slug}`, 1);
  return row ? articleOf(row) : null;
}

/** As it will be read once it is written: nothing is. */
export async function unwrittenArticle(db: Queries, values: Record<string, unknown>): Promise<Article> {
  const row = unwrittenRow(sql`articles`, { moreSources: [], ...values });
  const [read] = await readNews(db, sql`true`, 1, sql`${row} t`);
  return articleOf(found(read));
}

/** What the region tells of this address already. */
export function newsAlike(db: Queries, asked: Omit<AlikeAsked, "kind">): Promise<Alike[]> {
  return alikeIn(db, sql`articles`, { ...asked, kind: "news" });
}

export type NewsFacets = Record<"country" | "language" | "year", FacetCount[]>;

export function newsFacets(db: Queries, filter: NewsFilter): Promise<NewsFacets> {
  const conditions = conditionsOf(filter);
  return countFacets(db, {
    country: {
      value: sql`place`,
      from: sql`${from}, unnest(t.countries) as place`,
      where: allOf(conditions, "country"),
    },
    language: { value: sql`t.language`, from, where: allOf(conditions, "language") },
    year: { value: year, from, where: allOf(conditions, "year") },
  });
}
