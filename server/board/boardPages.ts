/** The boards of a region, and each board with its threads, as pages. */
import { threadsOf } from "db/board/lists.ts";
import { startedThreads, translationsOf, watchedThreads } from "db/board/own.ts";
import { boardsOf } from "db/board/queries.ts";
import type { BoardRow, ThreadRow } from "db/board/rows.ts";
import { markBoardRead, readIn, unreadIn, unreadThreads } from "db/board/unread.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { threadQuery } from "shared/board/contract.ts";
import {
  type BoardFacts,
  mayKeepBoards,
  mayModerate,
  mayPost,
  mayRead,
  mayStart,
  type Reader,
  THREADS_PER_PAGE,
} from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { Static } from "typebox";
import Type from "typebox";
import type { PageProps } from "web/render";
import type { App } from "../app.ts";
import { addressOf } from "../boardMail/addresses.ts";
import { feedLinks } from "../feeds/links.ts";
import { serveRegionPost } from "../form.ts";
import { serveRegionPage } from "../page.ts";
import { csrfToken } from "../plugins/session.ts";
import { threadsIn } from "../search/posts.ts";
import { watchOf } from "../watches/actions.ts";
import { presentBoard, presentThread } from "./present.ts";
import { boardAt, boardFacts, readerOf } from "./reader.ts";

type ThreadQuery = Static<typeof threadQuery>;
type BoardProps = PageProps<"Board">;
type ThreadLine = BoardProps["threads"][number];

export function boardPages(app: App): void {
  allBoards(app);
  oneBoard(app);
  serveRegionPost(app, {
    path: "/board/:board/read",
    who: "person",
    body: Type.Object({}),
    act: async ({ actor, region, language, params, now }) => {
      const board = await boardAt(app, await readerOf(app, actor), region.slug, params.board ?? "");
      if (!actor) throw new Failure("unauthenticated");
      await markBoardRead(app.db.queries, { personId: actor.id, boardId: board.id, until: now });
      return { to: `/${language}/${region.slug}/board/${board.slug}`, done: "boardRead" };
    },
  });
}

/** In the reader's language, else in English. */
export function inLanguage(texts: Record<string, string>, language: Language): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? "";
}

function allBoards(app: App): void {
  serveRegionPage(app, {
    path: "/board",
    rooms: ["boards"],
    personal: true,
    load: async ({ actor, region, language, t }) => {
      const reader = await readerOf(app, actor);
      const rows = (await boardsOf(app.db.queries, region.slug)).filter((row) =>
        mayRead(reader, boardFacts(row)),
      );
      const ids = rows.map(({ id }) => id);
      const unread = actor ? await unreadIn(app.db.queries, actor.id, ids) : null;
      const boards = rows.map((row) => ({ ...presentBoard(row), unread: unread?.get(row.id) ?? null }));
      return {
        view: {
          page: "Boards",
          props: { region: region.slug, boards, mayKeep: mayKeepBoards(actor, region.slug) },
        },
        title: t("board.title"),
        description: t("board.lead"),
        feeds: feedLinks(region, language, ["board"]),
        rooms: ids.map((id) => `board:${id}`),
      };
    },
  });
}

function oneBoard(app: App): void {
  serveRegionPage(app, {
    path: "/board/:board",
    rooms: ["boards", "organisations"],
    query: threadQuery,
    personal: true,
    load: async ({ actor, region, language, params, query }) => {
      const reader = await readerOf(app, actor);
      const board = await boardAt(app, reader, region.slug, params.board ?? "");
      const facts = boardFacts(board);
      const lists = await listsOf(app, { reader, board, query });
      const lines = await linesOf(app, { ...lists, actor, language });
      const props: BoardProps = {
        region: region.slug,
        board: presentBoard(board),
        ...lines,
        next: lists.next,
        tab: tabOf(actor, query),
        about: aboutOf(query),
        q: query.q ?? "",
        mayStart: mayStart(reader, facts),
        why: whyNotStart(reader, facts),
        hidden: actor && { csrf: csrfToken(app, actor) },
        mailAddress:
          actor && mayStart(reader, facts)
            ? addressOf(app, { place: "post", id: board.id, personId: actor.id })
            : null,
        watch: await watchOf(app, actor, { kind: "board", target: String(board.id) }),
      };
      return {
        view: { page: "Board", props },
        title: inLanguage(board.names, language),
        description: inLanguage(board.purposes, language),
        rooms: [`board:${board.id}`],
        noIndex: board.visibility !== "public",
      };
    },
  });
}

/** What only makes sense for one person is the common list for a visitor. */
function tabOf(actor: Actor | null, { list = "all", sort }: ThreadQuery): BoardProps["tab"] {
  if (list === "unanswered") return list;
  if (actor && list !== "all") return list;
  return sort === "new" ? "new" : "latest";
}

function aboutOf({ kind, country, specialization }: ThreadQuery): BoardProps["about"] {
  return { ...(kind && { kind }), ...(country && { country }), ...(specialization && { specialization }) };
}

export function whyNotStart(reader: Reader, board: BoardFacts): TextKey | null {
  if (mayStart(reader, board)) return null;
  if (board.closed) return "board.why.closed";
  if (!reader.actor) return "board.why.signIn";
  return mayPost(reader, board) ? "board.why.starters" : "board.why.notHere";
}

interface Lists {
  pinned: ThreadRow[];
  rows: ThreadRow[];
  next: string | null;
}

async function listsOf(
  app: App,
  { reader, board, query }: { reader: Reader; board: BoardRow; query: ThreadQuery },
): Promise<Lists> {
  const { actor } = reader;
  const db = app.db.queries;
  const limit = query.limit ?? THREADS_PER_PAGE;
  const tab = tabOf(actor, query);
  if (query.q) {
    const { items, next } = await threadsIn(app, board, { q: query.q, limit, after: query.after });
    return { pinned: [], rows: items, next };
  }
  const own = { personId: actor?.id ?? 0, boardId: board.id, limit, after: query.after };
  if (tab === "unread")
    return { pinned: [], rows: await unreadThreads(db, own.personId, board.id), next: null };
  if (tab === "watched") return { pinned: [], ...(await watchedThreads(db, own)) };
  if (tab === "mine") return { pinned: [], ...(await startedThreads(db, own)) };
  const filter = {
    boardId: board.id,
    sort: query.sort ?? "latest",
    unanswered: tab === "unanswered",
    kind: query.kind,
    country: query.country?.map((iso2) => iso2.toUpperCase()),
    specialization: query.specialization,
    seesWaiting: mayModerate(actor, boardFacts(board)),
  };
  return threadsOf(db, filter, { limit, after: query.after });
}

async function linesOf(
  app: App,
  { pinned, rows, actor, language }: Lists & { actor: Actor | null; language: Language },
): Promise<{ pinned: ThreadLine[]; threads: ThreadLine[] }> {
  const db = app.db.queries;
  const all = [...pinned, ...rows];
  const ids = all.map(({ id }) => id);
  const [read, translations] = await Promise.all([
    actor ? readIn(db, actor.id, ids) : null,
    translationsOf(
      db,
      all.flatMap((row) => (row.system ? [row.id] : [])),
      language,
    ),
  ]);
  const lineOf = (row: ThreadRow): ThreadLine => {
    const title = translations.get(row.id)?.title;
    return {
      ...presentThread(row),
      ...(title ? { title, language } : {}),
      unread: read && row.lastNumber - (read.get(row.id) ?? 0),
    };
  };
  return { pinned: pinned.map(lineOf), threads: rows.map(lineOf) };
}
