/** Looks again at who hears what, since memberships, groups, boards and threads change while sockets are open. */
import { sessionsById } from "db/accounts/sessions.ts";
import { currentSnapshot, groupsOfPeople, heardBoards, heardThreads } from "db/board/live.ts";
import { maxIdleMs } from "shared/accounts/sessionRules.ts";
import { mayRead, mayReadThread, type Reader, visitor } from "shared/board/rules.ts";
import type { App } from "../app.ts";
import { actorOf } from "../plugins/session.ts";
import type { LiveServer, LiveSocket, Topic } from "./kinds.ts";
import { hide, leave } from "./leaving.ts";

export interface Access {
  /** Raised when something that decides may have changed: what was decided before it is decided again. */
  readonly generation: number;
  /** Changes that were committed before this snapshot are reckoned with. */
  readonly snapshot: string;
  /** Something changed that was dealt with otherwise, as a session that ended. */
  raise(): void;
  /** Resolves when every topic of every socket of this node was looked at after the call. */
  check(): Promise<void>;
  /** What runs at present, for those who must not come in between. */
  settled(): Promise<void>;
}

export async function followAccess(app: App, io: LiveServer): Promise<Access> {
  let generation = 0;
  let snapshot = await currentSnapshot(app.db.queries);
  let checking: Promise<void> = Promise.resolve();
  return {
    get generation() {
      return generation;
    },
    get snapshot() {
      return snapshot;
    },
    raise() {
      generation += 1;
    },
    check() {
      generation += 1;
      checking = checking
        .catch(() => {})
        .then(async () => {
          const before = await currentSnapshot(app.db.queries);
          await checkAll(app, [...io.of("/").sockets.values()]);
          snapshot = before;
        });
      return checking;
    },
    settled: () => checking.catch(() => {}),
  };
}

async function checkAll(app: App, sockets: readonly LiveSocket[]): Promise<void> {
  if (sockets.length === 0) return;
  const mayHear = await rulesFor(app, sockets);
  for (const socket of sockets) {
    if (!mayHear.identify(socket)) {
      socket.disconnect(true);
      continue;
    }
    for (const topic of [...socket.data.topics.values()]) {
      if (!mayHear.topic(socket, topic)) leave(socket, topic, "told");
    }
  }
}

interface Rules {
  /** False where the session has ended; renews what the person is. */
  identify(socket: LiveSocket): boolean;
  topic(socket: LiveSocket, topic: Topic): boolean;
}

/** Four queries, however many listen. */
async function rulesFor(app: App, sockets: readonly LiveSocket[]): Promise<Rules> {
  const { queries } = app.db;
  const actors = sockets.flatMap(({ data }) => data.actor ?? []);
  const topics = sockets.flatMap(({ data }) => [...data.topics.values()]);
  const idsOf = (kind: Topic["kind"]) => [
    ...new Set(topics.filter((topic) => topic.kind === kind).map(({ id }) => id)),
  ];
  const [sessions, groups, boards, threads] = await Promise.all([
    sessionsById(app.db, [...new Set(actors.map(({ sessionId }) => sessionId))]),
    groupsOfPeople(queries, [...new Set(actors.map(({ id }) => id))]),
    heardBoards(queries, idsOf("board")),
    heardThreads(queries, idsOf("thread")),
  ]);
  const now = app.now().getTime();
  const alive = sessions.filter((row) => now - row.lastActiveAt.getTime() <= maxIdleMs(row.roles));
  const actorBySession = new Map(alive.map((row) => [row.id, actorOf(row)]));
  const boardById = new Map(boards.map((board) => [board.id, board]));
  const threadById = new Map(threads.map((thread) => [thread.threadId, thread]));
  const groupsBy = Map.groupBy(groups, ({ personId }) => personId);
  const readerOf = ({ data: { actor } }: LiveSocket): Reader =>
    actor ? { actor, groups: new Set(groupsBy.get(actor.id)?.map(({ boardId }) => boardId)) } : visitor;
  return {
    identify({ data }) {
      if (!data.actor) return true;
      data.actor = actorBySession.get(data.actor.sessionId) ?? null;
      return data.actor !== null;
    },
    topic(socket, topic) {
      if (topic.kind === "me") return true;
      const reader = readerOf(socket);
      const board = topic.kind === "board" ? boardById.get(topic.id) : threadById.get(topic.id);
      if (!board) return false;
      topic.isPublic = board.visibility === "public";
      // What became public shows nobody any more.
      if (topic.isPublic) hide(socket, topic);
      if (topic.kind === "board") return mayRead(reader, board);
      const thread = threadById.get(topic.id);
      if (!thread) return false;
      return (
        mayReadThread(reader, board, { ...thread, authors: [] }) ||
        (thread.state === "merged" && mayRead(reader, board))
      );
    },
  };
}
