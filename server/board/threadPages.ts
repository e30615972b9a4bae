/** A thread as a page: twenty posts by number, for visitors from the cache; for people with what they may do. */
import { movedPlaces, translationsOf } from "db/board/own.ts";
import { boardBySlug, postsOf } from "db/board/queries.ts";
import { ownReactions } from "db/board/reactions.ts";
import type { FullPostRow, ThreadRow } from "db/board/rows.ts";
import { markRead, readIn } from "db/board/unread.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { Thread } from "shared/board/contract.ts";
import { threadTopic } from "shared/board/live.ts";
import {
  type BoardFacts,
  mayEditPost,
  mayMarkAnswer,
  mayModerate,
  mayNameAuthors,
  mayPost,
  mayReact,
  mayReply,
  POSTS_PER_PAGE,
  type ReactionKind,
  type Reader,
  type ThreadFacts,
} from "shared/board/rules.ts";
import { found } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { TextKey, Translate } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import Type, { type Static } from "typebox";
import type { FormState, PageProps } from "web/render";
import type { App } from "../app.ts";
import { limitText, surroundingsOf } from "../moderation/reading.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { Moved } from "../serve.ts";
import { watchOf } from "../watches/actions.ts";
import { presentBoard, presentPost, presentThread, shownTo } from "./present.ts";
import { type ReadThread, readerOf, threadAt } from "./reader.ts";

type ThreadProps = PageProps<"Thread">;
type PostLine = ThreadProps["posts"][number];

const Number0 = Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 }));
const query = Type.Object({
  /** Posts above this number. */
  after: Number0,
  /** The part in which this post stands. */
  post: Number0,
  order: Type.Optional(Type.Enum(["newest"])),
});
type ThreadQuery = Static<typeof query>;

export interface ThreadVisit {
  reader: Reader;
  thread: ReadThread;
}

/** The thread at an address of a region; one of another region, or merged, answers 308 to where it stands. */
export async function threadVisit(
  app: App,
  {
    actor,
    region,
    language,
    params,
  }: {
    actor: Actor | null;
    region: Region;
    language: Language;
    params: Record<string, string>;
  },
  rest = "",
): Promise<ThreadVisit> {
  const id = /^[1-9][0-9]{0,14}$/.test(params.id ?? "") ? Number(params.id) : 0;
  const reader = await readerOf(app, actor);
  const thread = await threadAt(app, reader, id);
  const { row } = thread;
  const own = row.region ?? region.slug;
  if (row.mergedInto !== null || own !== region.slug)
    throw new Moved(`/${language}/${own}/board/threads/${row.mergedInto ?? row.id}${rest}`);
  return { reader, thread };
}

export function threadPages(app: App): void {
  serveRegionPage(app, {
    path: "/board/threads/:id",
    rooms: ["boards", "organisations"],
    query,
    personal: true,
    load: async (visit) => {
      const { actor, region, language, query, now } = visit;
      const { reader, thread } = await threadVisit(app, visit);
      const { row } = thread;
      const part = partOf(row, query);
      const rows = await rowsOf(app, row, part);
      const last = rows.reduce((most, { number }) => Math.max(most, number), 0);
      const read = actor ? ((await readIn(app.db.queries, actor.id, [row.id])).get(row.id) ?? 0) : null;
      if (actor && last > 0)
        await markRead(app.db.queries, { personId: actor.id, threadId: row.id, number: last, at: now });
      const shown = await shownThread(app, thread, rows, visit.language);
      const board = found(await boardBySlug(app.db.queries, row.region, row.boardSlug));
      const mayAnswer = mayReply(reader, thread.board, thread.facts);
      const around = await surroundingsOf(app, actor, row.region);
      const props: ThreadProps = {
        region: region.slug,
        board: presentBoard(board),
        thread: shown.thread,
        posts: await postLines(app, {
          ...visit,
          reader,
          thread,
          rows,
          translated: shown.html,
          folded: around.folded,
          csrf: actor && csrfToken(app, actor),
          own: await ownSigns(app, actor, rows),
        }),
        folded: around.own,
        limit: mayAnswer && around.limit ? limitText(visit.t, language, around.limit) : null,
        ...waysFrom(row, part, query),
        newestFirst: query.order === "newest",
        read,
        reply:
          actor && mayAnswer && !around.limit
            ? {
                form: replyForm(app, actor, `/${language}/${region.slug}/board/threads/${row.id}`),
                badges: badgesOf(actor),
              }
            : null,
        why: mayAnswer ? null : whyNotReply(reader, thread.board, thread.facts),
        mayModerate: mayModerate(actor, thread.board),
        mayNameAuthors: mayNameAuthors(actor, thread.board, thread.facts),
        watch: await watchOf(app, actor, { kind: "thread", target: String(row.id) }),
        answering:
          actor && mayMarkAnswer(actor, thread.board, thread.facts) ? { csrf: csrfToken(app, actor) } : null,
      };
      return {
        view: { page: "Thread", props },
        title: shown.thread.title,
        description: excerptOf(rows),
        rooms: [threadTopic(row.id)],
        jsonLd:
          row.visibility === "public" && row.state === "visible"
            ? [linkedData(app, visit, thread, rows)]
            : [],
        noIndex: row.visibility !== "public" || row.state !== "visible" || query.post !== undefined,
      };
    },
  });
}

interface Part {
  after: number;
  limit: number;
  newestFirst: boolean;
}

/** Numbers have no gaps, so that any part is found at the same cost. */
function partOf({ lastNumber }: ThreadRow, { after, post, order }: ThreadQuery): Part {
  const limit = POSTS_PER_PAGE;
  if (order === "newest") {
    const below = after === undefined || after === 0 ? lastNumber + 1 : Math.min(after, lastNumber + 1);
    const from = Math.max(0, below - 1 - limit);
    return { after: from, limit: Math.max(1, below - 1 - from), newestFirst: true };
  }
  const asked = post === undefined || post === 0 ? after : Math.min(post, lastNumber) - 1;
  if (asked === undefined) return { after: 0, limit, newestFirst: false };
  const isPlace = post !== undefined;
  return {
    after: isPlace ? asked - (asked % limit) : Math.min(asked, Math.max(0, lastNumber - 1)),
    limit,
    newestFirst: false,
  };
}

async function rowsOf(app: App, { id }: ThreadRow, { newestFirst, ...part }: Part): Promise<FullPostRow[]> {
  const rows = await postsOf(app.db.queries, id, part);
  return newestFirst ? rows.toReversed() : rows;
}

/** Where the parts before and after begin, as `after`. */
function waysFrom(
  { lastNumber }: ThreadRow,
  { after, limit, newestFirst }: Part,
  { after: asked }: ThreadQuery,
): Pick<ThreadProps, "earlier" | "later"> {
  if (newestFirst) {
    const below = after + limit + 1;
    const isFirst = asked === undefined || below > lastNumber;
    const newer = below + POSTS_PER_PAGE > lastNumber ? 0 : below + POSTS_PER_PAGE;
    return { earlier: isFirst ? null : newer, later: after > 0 ? after + 1 : null };
  }
  const next = after + limit;
  return {
    earlier: after > 0 ? Math.max(0, after - POSTS_PER_PAGE) : null,
    later: next < lastNumber ? next : null,
  };
}

/** The platform's own threads are shown in the reader's language where there is a translation. */
async function shownThread(
  app: App,
  { row }: ReadThread,
  rows: FullPostRow[],
  language: Language,
): Promise<{ thread: Thread; html: string | null }> {
  const thread = presentThread(row);
  if (!row.system || !rows.some(({ number }) => number === 1)) return { thread, html: null };
  const own = (await translationsOf(app.db.queries, [row.id], language)).get(row.id);
  if (!own) return { thread, html: null };
  return { thread: { ...thread, title: own.title ?? thread.title, language }, html: own.html };
}

interface Lines {
  actor: Actor | null;
  language: Language;
  region: Region;
  t: Translate;
  now: Date;
  reader: Reader;
  thread: ReadThread;
  rows: FullPostRow[];
  /** The first post in the reader's language. */
  translated: string | null;
  /** Handles whose posts are folded. */
  folded: ReadonlySet<string>;
  csrf: string | null;
  /** Signs that the reader gave, by the post's number. */
  own: ReadonlyMap<number, ReactionKind[]>;
}

async function ownSigns(app: App, actor: Actor | null, rows: readonly FullPostRow[]): Promise<Lines["own"]> {
  const numbers = rows.map(({ number }) => number);
  const [{ threadId } = { threadId: 0 }] = rows;
  if (!actor || numbers.length === 0) return new Map();
  const part = { threadId, from: Math.min(...numbers), to: Math.max(...numbers) };
  return ownReactions(app.db.queries, actor.id, part);
}

async function postLines(app: App, lines: Lines): Promise<PostLine[]> {
  const { rows, thread, language, region } = lines;
  const moved = rows.flatMap(({ movedTo }) => movedTo ?? []);
  const places = moved.length > 0 ? await movedPlaces(app.db.queries, moved) : new Map();
  return rows.map((row) => {
    const place = row.movedTo === null ? undefined : places.get(row.movedTo);
    const at = place && `/${language}/${place.region ?? region.slug}/board/threads/${place.threadId}`;
    const shown = shownTo(lines.reader, thread.board, row) ?? presentPost(row);
    const isFirst = row.number === 1 && lines.translated !== null && shown.state === "visible";
    return {
      post: isFirst ? { ...shown, html: lines.translated ?? "", language } : shown,
      place: {
        isAnswer: thread.row.answer === row.number,
        movedTo: at ? `${at}?post=${place.number}#p${place.number}` : null,
        note: shown.state === "visible" ? noteOn(row, lines.t) : null,
        folded: row.handle !== null && lines.folded.has(row.handle),
      },
      may: mayWith(row, lines),
    };
  });
}

function noteOn({ state }: FullPostRow, t: Translate): string | null {
  if (state === "pending") return t("board.waitsNote");
  return state === "hidden" ? t("board.hiddenNote") : null;
}

function mayWith(row: FullPostRow, { actor, reader, thread, now, csrf, own }: Lines): PostLine["may"] {
  const decide = mayModerate(actor, thread.board) && row.state !== "moved" && row.state !== "deleted";
  if (!actor) return {};
  const { authorId, state } = row;
  const edit = mayEditPost(actor, { authorId, state, createdAt: new Date(row.createdAt) }, now);
  if (state !== "visible") return { edit, decide };
  const mayGive = csrf !== null && mayReact(reader, thread.board, thread.facts);
  return {
    quote: mayReply(reader, thread.board, thread.facts),
    edit,
    ...(mayGive ? { react: { csrf, own: own.get(row.number) ?? [] } } : {}),
    history: row.edits > 0,
    flag: authorId !== actor.id && !row.system,
    block: authorId !== actor.id && authorId !== null && !row.system,
    decide,
  };
}

export function badgesOf(actor: Actor): { slug: string; name: string }[] {
  return actor.memberships.flatMap(({ dark, slug, name }) => (dark ? [] : [{ slug, name }]));
}

/** The form below a thread; what it is refused for is shown on the page of the reply itself. */
function replyForm(app: App, actor: Actor, thread: string): FormState {
  return {
    action: `${thread}/reply`,
    values: { clientId: [app.secrets.newToken()], organisation: [""] },
    problems: {},
    hidden: { csrf: csrfToken(app, actor) },
    challenge: null,
    multipart: true,
  };
}

export function whyNotReply(reader: Reader, board: BoardFacts, thread: ThreadFacts): TextKey {
  if (board.closed) return "board.why.closed";
  if (thread.state !== "visible") return "board.why.state";
  if (thread.locked) return "board.why.locked";
  if (!reader.actor) return "board.why.signIn";
  if (!mayPost(reader, board)) return "board.why.notHere";
  return thread.kind === "live" ? "board.why.live" : "board.why.state";
}

/** What search engines and previews say of a thread. */
const EXCERPT = 160;

function excerptOf(rows: readonly FullPostRow[]): string {
  const words = rows.find(({ state }) => state === "visible")?.body ?? "";
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).replace(/\s\S*$/, "")} …` : line;
}

/** For search engines (schema.org). */
function linkedData(
  app: App,
  { language, region }: { language: Language; region: Region },
  { row }: ReadThread,
  rows: readonly FullPostRow[],
): object {
  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    headline: row.title,
    inLanguage: row.language,
    url: `${app.origin()}/${language}/${region.slug}/board/threads/${row.id}`,
    datePublished: row.createdAt,
    ...(row.handle === null ? {} : { author: { "@type": "Person", name: row.handle } }),
    text: excerptOf(rows),
    commentCount: row.lastNumber - 1,
  };
}
