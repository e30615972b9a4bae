/** One search over all kinds of records, or one kind page by page: for the page and its JSON twin alike. */
import { planSearch, type SearchPlan, type Strictness } from "db/search/plan.ts";
import { type FoundKind, type FoundRecord, searchKind } from "db/search/queries.ts";
import { readPlace } from "db/search/ranked.ts";
import { Failure } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import { DEFAULT_LIMIT, MAX_LIMIT } from "shared/page.ts";
import { countryName } from "shared/regions/names.ts";
import {
  type SearchGroup,
  type SearchHit,
  type SearchKind,
  type SearchReply,
  searchKinds,
} from "shared/search/contract.ts";
import { excerptOf, marksOf } from "shared/search/mark.ts";
import type { App } from "../app.ts";

export const searchRooms = ["organisations", "countries", "news", "events", "resources"] as const;

/** Enough of each kind to see whether it is the one that is looked for. */
const HITS_PER_KIND = 5;

export interface SearchAsked {
  q?: string;
  region?: string;
  kind?: SearchKind;
  limit?: number;
  after?: string;
  language: Language;
}

export async function searchFor(app: App, asked: SearchAsked): Promise<SearchReply> {
  const here = asked.region === undefined ? null : servedRegion(app, asked.region);
  if (asked.after !== undefined) readPlace(asked.after);
  if (asked.q === undefined) return { corrected: null, allWords: true, groups: [] };
  const plan = await planSearch(app.db.queries, asked.q);
  const all = await groupsOf(app, { ...asked, here, plan, strictness: "all" });
  const strict = all.some(({ total }) => total > 0);
  const groups = strict ? all : await groupsOf(app, { ...asked, here, plan, strictness: "any" });
  const found = groups.filter(({ total }) => total > 0);
  return { corrected: plan.corrected, allWords: strict || found.length === 0, groups: found };
}

/** A region is a value to search by here, so one that is not served is a mistake of the search. */
function servedRegion(app: App, slug: string): string {
  if (app.regions().some((region) => region.slug === slug)) return slug;
  throw new Failure("invalid", {
    problems: [{ parameter: "region", message: "is not a region of this platform" }],
  });
}

interface Search extends SearchAsked {
  here: string | null;
  plan: SearchPlan;
  strictness: Strictness;
}

function groupsOf(app: App, search: Search): Promise<SearchGroup[]> {
  const kinds = search.kind === undefined ? searchKinds : [search.kind];
  return Promise.all(kinds.map((kind) => groupOf(app, search, kind)));
}

async function groupOf(app: App, search: Search, kind: SearchKind): Promise<SearchGroup> {
  const one = search.kind !== undefined;
  const served = app.regions().map(({ slug }) => slug);
  const found = await searchKind(app.db.queries, {
    kind,
    search: { plan: search.plan, strictness: search.strictness },
    regions: search.here === null ? served : [search.here],
    limit: one ? (search.limit ?? DEFAULT_LIMIT) : HITS_PER_KIND,
    after: one ? search.after : undefined,
  });
  const { records, next, ...totals } = found satisfies FoundKind;
  const items = records.map((record) => hitOf(record, { ...search, kind, served }));
  return { kind, items, ...totals, next: one ? next : null };
}

function hitOf(record: FoundRecord, search: Search & { kind: SearchKind; served: string[] }): SearchHit {
  const { kind, here, served, plan, language } = search;
  const title = kind === "countries" ? countryName(record.ref, language) : record.title;
  const region = here ?? record.regions.find((slug) => served.includes(slug)) ?? served[0] ?? "";
  const excerpt = excerptOf(record.summary, plan.matched);
  return {
    kind,
    path: pathOf(kind, region, record),
    region: record.regions.length > 0 ? region : null,
    countries: record.countries,
    title: title.normalize("NFC"),
    titleMarks: marksOf(title, plan.matched),
    titleLanguage: kind === "countries" ? language : record.titleLanguage,
    excerpt: excerpt.text,
    excerptMarks: excerpt.marks,
    language: record.language,
  };
}

/** A resource stands in the list, which is narrowed so that it stands on its first page. */
function pathOf(kind: SearchKind, region: string, { slug, within }: FoundRecord): string {
  if (kind === "countries") return `${region}/countries/${slug.toLowerCase()}`;
  if (!within) return `${region}/${kind}/${slug}`;
  return `${region}/resources?${new URLSearchParams({ ...within, limit: String(MAX_LIMIT) })}#${slug}`;
}
