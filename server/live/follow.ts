/**
 * Tells what was committed, on any node, to the sockets of this one: not from what writers say but from the table, so that
 * whatever was acknowledged is heard of, also after a crash in between.
 */
import { type ThreadNews, threadNews, unreadOf } from "db/board/live.ts";
import { threadsById } from "db/board/queries.ts";
import type { ThreadRow } from "db/board/rows.ts";
import { boardTopic, threadTopic } from "shared/board/live.ts";
import type { App } from "../app.ts";
import { presentPost, presentThread } from "../board/present.ts";
import type { Access } from "./access.ts";
import { boardRoom, type LiveServer, personRoom } from "./kinds.ts";
import type { Admitted } from "./topics.ts";

/** After a failure, such as a database that restarts. */
const RETRY_MS = 1_000;
/** Of one thread in one breath; the rest at once after it. */
const POSTS_AT_ONCE = 50;
/** A bell shows no more. */
const MOST_UNREAD = 100;

/** What the sockets of a thread know. */
interface Told {
  version: number;
  ownVersion: number;
  /** Where it stands and who may read it: `5 public visible`. */
  place: string;
}

export interface Teller {
  heard(changed: readonly string[]): void;
  /** A socket begins to hear of a thread that was read as it is told here. */
  begin(admitted: Admitted): void;
  close(): void;
}

const placeOf = ({ boardId, visibility, state }: Pick<ThreadNews, "boardId" | "visibility" | "state">) =>
  `${boardId} ${visibility} ${state}`;

export function tellSockets(app: App, io: LiveServer, access: Access): Teller {
  const { rooms } = io.of("/").adapter;
  const told = new Map<number, Told>();
  const waiting = new Set<string>();
  let working = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  io.of("/").adapter.on("delete-room", (room: string) => told.delete(idIn("thread:", room) ?? 0));

  async function work(): Promise<void> {
    if (working || closed) return;
    working = true;
    while (waiting.size > 0) {
      const changed = [...waiting];
      waiting.clear();
      try {
        await tell(changed);
      } catch (error) {
        for (const topic of changed) waiting.add(topic);
        app.fastify.log.warn({ err: error }, "sockets not told; they are in a moment");
        retry = setTimeout(() => void work(), RETRY_MS).unref();
        break;
      }
    }
    working = false;
  }

  /** Who may no longer hear goes first. */
  async function tell(changed: readonly string[]): Promise<void> {
    for (const topic of changed) {
      if (topic.startsWith("session:")) io.local.in(topic).disconnectSockets(true);
    }
    if (changed.includes("access")) await access.check();
    await tellThreads(changed);
    await tellPeople(changed);
  }

  async function tellThreads(changed: readonly string[]): Promise<void> {
    const ids = changed.flatMap((topic) => idIn("thread:", topic) ?? []);
    const own = new Set<number>();
    let open = ids.flatMap((id) => {
      const state = told.get(id);
      return state ? [{ id, since: state.version }] : [];
    });
    while (open.length > 0) {
      const { snapshot } = access;
      const news = await threadNews(app.db.queries, open, { snapshot, limit: POSTS_AT_ONCE });
      const isStale = (one: ThreadNews) => one.isAccessNew || told.get(one.id)?.place !== placeOf(one);
      if (news.some(isStale)) await access.check();
      for (const one of news) if (tellPosts(one)) own.add(one.id);
      open = news
        .filter(({ posts }) => posts.length === POSTS_AT_ONCE)
        .flatMap(({ id }) => ({
          id,
          since: told.get(id)?.version ?? Number.MAX_SAFE_INTEGER,
        }));
    }
    const hasBoards = changed.some((topic) => topic.startsWith("board:") && rooms.has(topic));
    const asked = hasBoards ? ids : [...own];
    if (asked.length === 0) return;
    for (const row of await threadsById(app.db.queries, asked)) tellThread(row, own.has(row.id));
  }

  /** Whether what the thread itself says changed too. */
  function tellPosts({ id, posts, ...news }: ThreadNews): boolean {
    const state = told.get(id);
    if (!state) return false;
    const { version: before } = state;
    const topic = threadTopic(id);
    for (const row of posts) {
      const event = row.createdVersion > before ? "post.created" : "post.changed";
      io.local.to(topic).emit(event, { topic, version: row.version, post: presentPost(row) });
    }
    const isAll = posts.length < POSTS_AT_ONCE;
    state.version = isAll ? news.version : (posts.at(-1)?.version ?? before);
    state.place = placeOf(news);
    return news.ownVersion > state.ownVersion;
  }

  function tellThread(row: ThreadRow, isOwn: boolean): void {
    const thread = presentThread(row);
    const state = told.get(row.id);
    if (isOwn && state) {
      const topic = threadTopic(row.id);
      // Posts that were written since the others were told come next, with versions above this one.
      io.local.to(topic).emit("thread.changed", { topic, version: state.version, thread });
      state.ownVersion = row.ownVersion;
    }
    const room = boardRoom(row.boardId);
    // In a list stands what all its readers see.
    if (row.state !== "visible" || !rooms.has(room)) return;
    const topic = boardTopic(row.region, row.boardSlug);
    io.local.to(room).emit("thread.changed", { topic, version: row.version, thread });
  }

  async function tellPeople(changed: readonly string[]): Promise<void> {
    const ids = changed.flatMap((topic) => (rooms.has(topic) ? (idIn("person:", topic) ?? []) : []));
    if (ids.length === 0) return;
    for (const { personId, unread } of await unreadOf(app.db.queries, ids, MOST_UNREAD)) {
      io.local.to(personRoom(personId)).emit("notification", { unread });
    }
  }

  return {
    heard(changed) {
      const inLists = changed.some((topic) => topic.startsWith("board:") && rooms.has(topic));
      const isHeard = (topic: string) =>
        topic === "access" || rooms.has(topic) || (inLists && topic.startsWith("thread:"));
      for (const topic of changed) if (isHeard(topic)) waiting.add(topic);
      if (changed.some((topic) => topic === "access" || topic.startsWith("session:"))) access.raise();
      if (waiting.size > 0) void work();
    },
    begin({ thread }) {
      if (!thread || told.has(thread.id)) return;
      told.set(thread.id, { version: thread.version, ownVersion: thread.ownVersion, place: placeOf(thread) });
    },
    close() {
      closed = true;
      clearTimeout(retry);
    },
  };
}

function idIn(prefix: string, topic: string): number | null {
  return topic.startsWith(prefix) ? Number(topic.slice(prefix.length)) : null;
}
