/** Reads of the search room: the best documents of a kind, and what each record says of itself. */
import { type SQL, sql } from "drizzle-orm";
import type { SearchKind } from "shared/search/contract.ts";
import type { Queries } from "../connect.ts";
import { EVERY_REGION, scopeOf } from "./document.ts";
import { bestFirst, candidates, hasNone, isDeep, type Search } from "./plan.ts";
import { partOf } from "./ranked.ts";

/** A record as a hit shows it, before what matched is marked. */
export interface FoundRecord {
  ref: string;
  /** Slug, or a country's iso2. */
  slug: string;
  regions: string[];
  countries: string[];
  title: string;
  summary: string;
  /** The language of the title, and of the summary. */
  titleLanguage: string;
  language: string;
  /** Of a resource, which has no page of its own: what narrows its list to a few. */
  within?: { kind: string; publisher: string };
  /** Of a post: its number in the thread. */
  number?: number;
}

/** Posts are found by who may read them: see posts.ts. */
export type RegionalKind = Exclude<SearchKind, "posts">;

export interface KindAsk {
  kind: RegionalKind;
  search: Search;
  /** The regions to look in. */
  regions: readonly string[];
  limit: number;
  after: string | undefined;
}

export interface FoundKind {
  records: FoundRecord[];
  total: number;
  totalIsAtLeast?: true;
  next: string | null;
}

/** One kind's best records, best first. */
export async function searchKind(db: Queries, ask: KindAsk): Promise<FoundKind> {
  const { kind, search } = ask;
  if (hasNone(search)) return { records: [], total: 0, next: null };
  const scope = [...ask.regions, EVERY_REGION].map((region) => scopeOf(kind, region));
  const ranked = sql`select ref, row_number() over (order by ${bestFirst}) as place
    from ${candidates(search, [scope], isDeep(ask))} group by ref`;
  const { refs, ...part } = await partOf(db, ranked, ask);
  return { records: refs.length > 0 ? await recordsOf(db, kind, refs) : [], ...part };
}

/** Where each kind's records stand, and which of their columns a hit shows. */
const sources: Record<RegionalKind, SQL> = {
  organisations: sql`select id::text as ref, slug, array[region] as regions, array[iso2] as countries, name as title, summary, 'und' as "titleLanguage", language
    from organisations where status <> 'hidden' and id = any(found.ids)`,
  countries: sql`select iso2 as ref, iso2 as slug, array[region] as regions, array[iso2] as countries, name as title, coalesce(note, '') as summary,
    'en' as "titleLanguage", 'en' as language from countries where iso2 = any(found.refs)`,
  news: sql`select id::text as ref, slug, regions, countries, title, summary,
    case when title_basis = 'descriptive' then summary_language else language end as "titleLanguage",
    summary_language as language from articles where id = any(found.ids)`,
  events: sql`select id::text as ref, slug, regions, countries, title, summary, language as "titleLanguage", language
    from events where id = any(found.ids)`,
  resources: sql`select id::text as ref, slug, regions, countries, title, summary, language as "titleLanguage", summary_language as language,
    json_build_object('kind', kind, 'publisher', publisher) as within from resources where id = any(found.ids)`,
};

async function recordsOf(db: Queries, kind: RegionalKind, refs: string[]): Promise<FoundRecord[]> {
  const ids = kind === "countries" ? sql`null::bigint[]` : sql`${sql.param(refs)}::bigint[]`;
  const result = await db.execute<FoundRecord & Record<string, unknown>>(sql`
    select record.* from (select ${sql.param(refs)}::text[] as refs, ${ids} as ids) as found
    cross join lateral (${sources[kind]}) as record order by array_position(found.refs, record.ref)`);
  return result.rows;
}
