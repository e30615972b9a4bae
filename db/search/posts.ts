/** Posts in the search index: put there soon after they are written, found by the boards that one may read. */
import { type SQL, sql } from "drizzle-orm";
import type { Visibility } from "shared/board/rules.ts";
import { plainText } from "shared/search/plain.ts";
import { shownText } from "../board/rows.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { dropDocument, indexDocuments } from "./changes.ts";
import { CLOSED, type SearchDocument, scopeOf } from "./document.ts";
import { countryNames } from "./documents.ts";
import { forgetWords, wordsOf } from "./forget.ts";
import { bestFirst, candidates, hasNone, isDeep, type Search } from "./plan.ts";
import type { FoundKind, FoundRecord } from "./queries.ts";
import { partOf, type RankedPart } from "./ranked.ts";

const scopeOfBoard = (id: number) => scopeOf("posts", `board:${id}`);

interface PostText extends Record<string, unknown> {
  id: number;
  number: number;
  html: string;
  translations: string[];
  title: string;
  countries: string[];
  boardId: number;
  visibility: Visibility;
}

/** One node at a time puts posts into the index, so that none of them goes back to what a post said before. */
export const holdIndex = sql`select pg_advisory_xact_lock(hashtextextended('posts found', 0))`;

/** Brings the index to what these posts say now; those that not all of their board's readers may see are dropped. */
export async function indexPosts(tx: Transaction, ids: readonly number[]): Promise<void> {
  await tx.execute(holdIndex);
  const refs = ids.map(String);
  const before = await wordsOf(tx, "posts", refs);
  const { rows } = await tx.execute<PostText>(sql`
    select p.id, p.number, ${shownText(sql`p.id`, sql`p.html`)} as html, t.title, t.countries, b.id as "boardId", b.visibility,
      array(select html from post_translations where post_id = p.id) as translations
    from posts p join threads t on t.id = p.thread_id join boards b on b.id = t.board_id
    where p.id = any(${sql.param([...ids])}::bigint[]) and p.state = 'visible' and t.state = 'visible' order by p.id`);
  const there = new Set(rows.map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) await dropDocument(tx, "posts", String(id));
  await indexDocuments(tx, rows.map(postDocument));
  await forgetWords(tx, before);
}

function postDocument(post: PostText): SearchDocument {
  const { id, number, title, countries, boardId, visibility } = post;
  const isFirst = number === 1;
  return {
    kind: "posts",
    ref: String(id),
    regions: [`board:${boardId}`],
    names: isFirst ? [title] : [],
    subjects: isFirst ? countries.flatMap(countryNames) : [],
    texts: [post.html, ...post.translations].map(plainText),
    facets: visibility === "public" ? [] : [CLOSED],
  };
}

/** Takes posts out of the index at once; what may still be found is put back by the work that follows. */
export async function unlistPosts(tx: Transaction, which: SQL): Promise<void> {
  await tx.execute(holdIndex);
  const { rows } = await tx.execute<{
    ref: string;
  }>(sql`select d.ref from (select id::text as ref from posts where ${which}) as gone
    join search_documents d on d.kind = 'posts' and d.ref = gone.ref and d.tier = search_tier('posts', gone.ref)`);
  const refs = rows.map(({ ref }) => ref);
  const words = await wordsOf(tx, "posts", refs);
  for (const ref of refs) await dropDocument(tx, "posts", ref);
  await forgetWords(tx, words);
}

interface PostsAsk {
  search: Search;
  /** The boards that the asking person may read: nothing of any other is given or counted. */
  boardIds: readonly number[];
  limit: number;
  after: string | undefined;
}

/** In closed boards words are found as they were typed. */
function openly({ plan, strictness }: Search): Search {
  return { plan: { ...plan, terms: plan.typed, complete: true }, strictness };
}

const nothing = { total: 0, next: null };

/** The best posts, best first. */
export async function searchPosts(db: Queries, ask: PostsAsk): Promise<FoundKind> {
  const search = openly(ask.search);
  if (ask.boardIds.length === 0 || hasNone(search)) return { records: [], ...nothing };
  const ranked = sql`select ref, row_number() over (order by ${bestFirst}) as place
    from ${candidates(search, [ask.boardIds.map(scopeOfBoard)], isDeep(ask))} group by ref`;
  const { refs, ...part } = await partOf(db, ranked, ask);
  return { records: refs.length > 0 ? await postRecords(db, refs, ask.boardIds) : [], ...part };
}

/** The threads of the best posts, best first: `refs` are their ids. */
export async function searchThreads(db: Queries, ask: PostsAsk): Promise<RankedPart> {
  const search = openly(ask.search);
  if (ask.boardIds.length === 0 || hasNone(search)) return { refs: [], ...nothing };
  const ranked = sql`select p.thread_id::text as ref, row_number() over (order by max(score) desc nulls last, p.thread_id desc) as place
    from ${candidates(search, [ask.boardIds.map(scopeOfBoard)], isDeep(ask))} left join posts p on p.id = ref::bigint
    group by p.thread_id`;
  return partOf(db, ranked, ask);
}

/** Read with the rules of reading once more: a post that was hidden a moment ago may still be in the index. */
async function postRecords(
  db: Queries,
  refs: readonly string[],
  boardIds: readonly number[],
): Promise<FoundRecord[]> {
  const { rows } = await db.execute<FoundRecord & Record<string, unknown>>(sql`
    select p.id::text as ref, p.thread_id::text as slug, p.number, array_remove(array[b.region], null) as regions,
      t.countries, t.title, ${shownText(sql`p.id`, sql`p.html`)} as summary, t.language as "titleLanguage", p.language
    from posts p join threads t on t.id = p.thread_id join boards b on b.id = t.board_id
    where p.id = any(${sql.param([...refs])}::bigint[]) and p.state = 'visible' and t.state = 'visible'
      and b.id = any(${sql.param([...boardIds])}::bigint[])
    order by array_position(${sql.param([...refs])}::text[], p.id::text)`);
  return rows.map((row) => ({ ...row, summary: plainText(row.summary) }));
}

/** What the rules of reading need to know of the boards of these regions, and of all regions. */
export interface SearchedBoard extends Record<string, unknown> {
  id: number;
  region: string | null;
  visibility: Visibility;
  starters: "members" | "moderators";
  closed: boolean;
}

export async function boardsToSearch(db: Queries, regions: readonly string[]): Promise<SearchedBoard[]> {
  const { rows } = await db.execute<SearchedBoard>(sql`
    select id, region, visibility, starters, closed_at is not null as closed from boards
    where region is null or region = any(${sql.param([...regions])}::text[]) order by id`);
  return rows;
}
