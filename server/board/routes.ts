/** The board as data. */
import { threadsOf } from "db/board/lists.ts";
import { boardsOf, countThreads, postByNumber, postsChanged, postsOf } from "db/board/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import {
  getThread,
  listBoards,
  listPosts,
  listThreads,
  reply,
  startThread,
  threadChanges,
} from "shared/board/contract.ts";
import { threadTopic } from "shared/board/live.ts";
import { mayMarkAnswer, mayModerate, mayRead, mayReply } from "shared/board/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { countUpTo, DEFAULT_LIMIT, readCursor, writeCursor } from "shared/page.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { threadsIn } from "../search/posts.ts";
import { Moved, serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { openThread, postReply } from "./posting.ts";
import { presentBoard, presentPost, presentThread } from "./present.ts";
import { boardAt, boardFacts, type ReadThread, readerOf, threadAt } from "./reader.ts";

export function boardRoutes(app: App): void {
  lists(app);
  reading(app);
  writing(app);
}

function lists(app: App): void {
  serve(app, listBoards, ["boards"], async ({ params, actor }) => {
    const reader = await readerOf(app, actor);
    const rows = await boardsOf(app.db.queries, regionOf(app, params.region).slug);
    const items = rows.filter((row) => mayRead(reader, boardFacts(row))).map(presentBoard);
    const shows = items.map(({ id }) => `board:${id}`);
    return { items, total: items.length, next: null, shows };
  });
  serve(app, listThreads, ["boards"], async ({ params, query, actor }) => {
    const reader = await readerOf(app, actor);
    const board = await boardAt(app, reader, params.region, params.board);
    if (query.q !== undefined) {
      const { items, total, totalIsAtLeast, next } = await threadsIn(app, board, { ...query, q: query.q });
      const counted = totalIsAtLeast ? { total, totalIsAtLeast } : { total };
      return { items: items.map(presentThread), ...counted, next };
    }
    const { limit = DEFAULT_LIMIT, sort = "latest", kind, country, specialization } = query;
    const filter = {
      boardId: board.id,
      sort,
      kind,
      country: country?.map((one) => one.toUpperCase()),
      specialization,
    };
    const isUnanswered = query.list === "unanswered";
    const list = await threadsOf(
      app.db.queries,
      { ...filter, unanswered: isUnanswered },
      { limit, after: query.after },
    );
    return {
      items: [...list.pinned, ...list.rows].map(presentThread),
      ...countUpTo(await countThreads(app.db.queries, board.id)),
      next: list.next,
      shows: [`board:${board.id}`],
    };
  });
}

/** The thread of an address; one that was merged is found where it went on. */
async function threadFor(app: App, actor: Actor | null, id: string, rest = ""): Promise<ReadThread> {
  const thread = await threadAt(app, await readerOf(app, actor), Number(id));
  if (thread.row.mergedInto !== null) throw new Moved(`/api/v1/threads/${thread.row.mergedInto}${rest}`);
  return thread;
}

function reading(app: App): void {
  serve(app, getThread, ["boards"], async ({ params, actor }) => {
    const { row, board, facts } = await threadFor(app, actor, params.id);
    const reader = await readerOf(app, actor);
    const may = {
      reply: mayReply(reader, board, facts),
      moderate: mayModerate(actor, board),
      markAnswer: mayMarkAnswer(actor, board, facts),
    };
    return { ...presentThread(row), may, shows: [threadTopic(row.id)] };
  });
  serve(app, listPosts, ["boards"], async ({ params, query, actor }) => {
    const { row } = await threadFor(app, actor, params.id, "/posts");
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = query.after === undefined ? 0 : numberOf(query.after);
    const posts = await postsOf(app.db.queries, row.id, { after, limit });
    const last = posts.at(-1)?.number ?? after;
    return {
      items: posts.map(presentPost),
      ...countUpTo(row.lastNumber),
      next: last < row.lastNumber && posts.length > 0 ? writeCursor([last]) : null,
      shows: [threadTopic(row.id)],
    };
  });
  serve(app, threadChanges, ["boards"], async ({ params, query, actor }) => {
    const { row } = await threadFor(app, actor, params.id, "/changes");
    const limit = query.limit ?? DEFAULT_LIMIT;
    const told = await postsChanged(app.db.queries, row.id, { since: query.since ?? 0, limit });
    const last = told.at(-1)?.version ?? row.version;
    const isMore = told.length >= limit && last < row.version;
    return {
      version: isMore ? last : Math.max(last, row.version),
      thread: presentThread(row),
      posts: told.map(presentPost),
      next: isMore ? last : null,
      shows: [threadTopic(row.id)],
    };
  });
}

/** Numbers have no gaps, so a place in a thread is the last number that was read. */
function numberOf(after: string): number {
  const [number] = readCursor(after, 1);
  if (typeof number === "number" && Number.isInteger(number) && number >= 0) return number;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

function writing(app: App): void {
  serveAction(
    app,
    reply,
    async ({ actor, params, body, reply: answer }) => {
      const { post, created } = await postReply(app, signedIn(actor), Number(params.id), body);
      answer.code(created ? 201 : 200);
      return presentPost(post);
    },
    { quick: true },
  );
  serveAction(app, startThread, async ({ actor, params, body, reply: answer }) => {
    const person = signedIn(actor);
    const reader = { ...(await readerOf(app, person)), actor: person };
    const board = await boardAt(app, reader, params.region, params.board);
    const { thread, created } = await openThread(app, reader, board, body);
    answer.code(created ? 201 : 200);
    const first = found(await postByNumber(app.db.queries, thread.id, 1));
    return { ...presentThread(thread), post: presentPost(first) };
  });
}

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new Failure("unauthenticated");
  return actor;
}
