/** One search over all kinds of records, or one kind page by page: for the page and its JSON twin alike. */
import { planSearch, type SearchPlan, type Strictness } from "db/search/plan.ts";
import { boardsToSearch, searchPosts } from "db/search/posts.ts";
import { type FoundKind, type FoundRecord, searchKind } from "db/search/queries.ts";
import { readPlace } from "db/search/ranked.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { mayRead } from "shared/board/rules.ts";
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
import { readerOf } from "../board/reader.ts";

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
  /** Who asks: of the board what they may read is found. */
  actor: Actor | null;
}

export async function searchFor(app: App, asked: SearchAsked): Promise<SearchReply> {
  const here = asked.region === undefined ? null : servedRegion(app, asked.region);
  if (asked.after !== undefined) readPlace(asked.after);
  if (asked.q === undefined) return { corrected: null, allWords: true, groups: [] };
  const plan = await planSearch(app.db.queries, asked.q);
  const search = { ...asked, here, plan, boardIds: await boardsFor(app, asked, here) };
  const all = await groupsOf(app, { ...search, strictness: "all" });
  const strict = all.some(({ total }) => total > 0);
  const groups = strict ? all : await groupsOf(app, { ...search, strictness: "any" });
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

/** The boards that the asking person may read, of this region or of all that are served, and of all regions. */
async function boardsFor(app: App, { kind, actor }: SearchAsked, here: string | null): Promise<number[]> {
  if (kind !== undefined && kind !== "posts") return [];
  const regions = here === null ? app.regions().map(({ slug }) => slug) : [here];
  const [reader, boards] = await Promise.all([readerOf(app, actor), boardsToSearch(app.db.queries, regions)]);
  return boards.filter((board) => mayRead(reader, board)).map(({ id }) => id);
}

interface Search extends SearchAsked {
  here: string | null;
  boardIds: readonly number[];
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
  const part = {
    search: { plan: search.plan, strictness: search.strictness },
    limit: one ? (search.limit ?? DEFAULT_LIMIT) : HITS_PER_KIND,
    after: one ? search.after : undefined,
  };
  const regions = search.here === null ? served : [search.here];
  const found: FoundKind =
    kind === "posts"
      ? await searchPosts(app.db.queries, { ...part, boardIds: search.boardIds })
      : await searchKind(app.db.queries, { ...part, kind, regions });
  const { records, next, ...totals } = found;
  const items = records.map((record) => hitOf(record, { ...search, kind, served }));
  return { kind, items, ...totals, next: one ? next : null };
}

interface Shown extends Pick<Search, "here" | "plan" | "language"> {
  kind: SearchKind;
  served: readonly string[];
}

function hitOf(record: FoundRecord, search: Shown): SearchHit {
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
function pathOf(kind: SearchKind, region: string, { slug, within, number }: FoundRecord): string {
  if (kind === "posts") return `${region}/board/threads/${slug}?post=${number}#p${number}`;
  if (kind === "countries") return `${region}/countries/${slug.toLowerCase()}`;
  if (!within) return `${region}/${kind}/${slug}`;
  return `${region}/resources?${new URLSearchParams({ ...within, limit: String(MAX_LIMIT) })}#${slug}`;
}
