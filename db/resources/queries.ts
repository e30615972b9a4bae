/** Reads of the resources room. */
import { type SQL, sql } from "drizzle-orm";
import type { FacetCount } from "shared/facets.ts";
import { countUpTo, type List } from "shared/page.ts";
import type { Resource } from "shared/resources/contract.ts";
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
import { afterNewest, cutAt, type NewestRow, newestCursor, newestFirst } from "../newest.ts";

export interface ResourceFilter {
  region: string;
  slug?: readonly string[];
  /** ISO 3166-1 alpha-2, in capitals. */
  country?: readonly string[];
  kind?: readonly string[];
  language?: readonly string[];
  publisher?: readonly string[];
  symbol?: readonly string[];
}

type Row = Resource & NewestRow & Record<string, unknown>;

/** Of a document that is kept here. */
const file = sql`(select json_build_object('url', '/files/' || f.hash, 'size', f.size, 'sha256', x.sha256,
    'pages', x.page_count, 'hasText', x.has_words)
  from files f join resource_texts x on x.file = f.set where f.set = t.file)`;

const columns = sql`t.id, t.slug, t.title, t.kind, t.regions, t.countries, t.language, t.publisher,
  t.published_on as "publishedOn", t.url, t.symbol, t.summary, t.summary_language as "summaryLanguage", t.source,
  t.more_sources as "moreSources", t.as_of as "asOf", t.verified, t.languages, ${file} as file, t.sort_on as "sortOn"`;

const from = sql`resources t`;

function conditionsOf(filter: ResourceFilter): Conditions {
  return {
    region: sql`(t.regions = '{}' or t.regions @> ${textArray([filter.region])})`,
    slug: isAnyOf(sql`t.slug`, filter.slug),
    country: overlaps(sql`t.countries`, filter.country),
    kind: isAnyOf(sql`t.kind`, filter.kind),
    language: isAnyOf(sql`t.language`, filter.language),
    publisher: isAnyOf(sql`t.publisher`, filter.publisher),
    symbol: isAnyOf(sql`t.symbol`, filter.symbol),
  };
}

function resourceOf({ sortOn: _sortOn, ...resource }: Row): Resource {
  return resource;
}

/** Documents for a region and for all regions, newest first. */
export async function listResources(
  db: Queries,
  filter: ResourceFilter,
  page: { limit: number; after?: string | undefined },
): Promise<List<Resource>> {
  const conditions = conditionsOf(filter);
  const after = afterNewest(page.after);
  const [rows, count] = await Promise.all([
    readResources(db, allOf({ ...conditions, after }), newestFirst, page.limit + 1),
    countRows(db, from, allOf(conditions)),
  ]);
  const { items, next } = cutAt(rows, page.limit, newestCursor);
  return { items: items.map(resourceOf), ...countUpTo(count), next };
}

/** The Convention was adopted by General Assembly resolution 58/4. */
const CONVENTION = "A/RES/58/4";

/**
 * The documents to start with: the Convention, then one of each kind in turn, those of the region before those of all
 * regions and newer before older.
 */
export async function keyResources(db: Queries, region: string, count: number): Promise<Resource[]> {
  const turn = sql`row_number() over (partition by t.kind order by t.regions = '{}', t.sort_on desc nulls last, t.id)`;
  const kinds = textArray(["treaty", "guide", "toolkit", "report", "training", "data", "resolution"]);
  const order = sql`t.symbol is not distinct from ${CONVENTION} desc, ${turn}, array_position(${kinds}, t.kind), t.id`;
  return (await readResources(db, allOf(conditionsOf({ region })), order, count)).map(resourceOf);
}

async function readResources(
  db: Pick<Queries, "execute">,
  where: SQL,
  order: SQL,
  limit: number,
): Promise<Row[]> {
  const result = await db.execute<Row>(
    sql`select ${columns} from ${from} where ${where} order by ${order} limit ${limit}`,
  );
  return result.rows;
}

/** The next `limit` documents by id, of these regions and of all regions: what a dump reads on and on. */
export async function resourcesAfter(
  db: Pick<Queries, "execute">,
  regions: readonly string[] | null,
  after: number,
  limit: number,
): Promise<Resource[]> {
  const forThem = regions && sql`(t.regions = '{}' or t.regions && ${textArray(regions)})`;
  const where = allOf({ after: sql`t.id > ${after}`, regions: forThem ?? undefined });
  return (await readResources(db, where, sql`t.id`, limit)).map(resourceOf);
}

export type ResourceFacets = Record<"country" | "kind" | "language" | "publisher" | "symbol", FacetCount[]>;

export function resourceFacets(db: Queries, filter: ResourceFilter): Promise<ResourceFacets> {
  const conditions = conditionsOf(filter);
  const by = (name: string, value: SQL) => ({ value, from, where: allOf(conditions, name) });
  return countFacets(db, {
    country: {
      value: sql`place`,
      from: sql`${from}, unnest(t.countries) as place`,
      where: allOf(conditions, "country"),
    },
    kind: by("kind", sql`t.kind`),
    language: by("language", sql`t.language`),
    publisher: by("publisher", sql`t.publisher`),
    symbol: by("symbol", sql`t.symbol`),
  });
}

/** A guide's content as it was imported (JSON text), or null. */
export async function guideContent(db: Queries, slug: string): Promise<string | null> {
  const result = await db.execute<{ content: string }>(sql`select content from guides where slug = ${slug}`);
  return result.rows[0]?.content ?? null;
}

/** One document, wherever it is shown; or null. */
export async function oneResource(db: Queries, slug: string): Promise<Resource | null> {
  const [row] = await readResources(db, sql`t.slug = ${slug}`, sql`t.id`, 1);
  return row ? resourceOf(row) : null;
}

/** The words of a resource's document, page by page; null where none is kept here. */
export async function resourceText(db: Queries, id: number): Promise<string[] | null> {
  const result = await db.execute<{ pages: string[] }>(
    sql`select x.pages from resource_texts x join resources t on t.file = x.file where t.id = ${id}`,
  );
  return result.rows[0]?.pages ?? null;
}
