/**
 * Who writes and who is there: never stored, only in boards of members and groups, and only between those who chose to show
 * it. Whoever shows nothing is shown nothing, so that it costs nobody data who did not ask for it.
 */
import { shownBy } from "db/board/live.ts";
import { threadTopic } from "shared/board/live.ts";
import type { App } from "../app.ts";
import { Line } from "./adapters.ts";
import { type LiveServer, type LiveSocket, ownRoom, presentRoom, type Topic, typingRoom } from "./kinds.ts";
import { LINE_IDLE_MS, MAX_PRESENT, PRESENCE_AGAIN_MS, PRESENCE_SETTLES_MS, TYPING_MS } from "./limits.ts";
import { Others } from "./others.ts";

export interface Presence {
  /** The socket joined a thread: it shows itself there if its person chose so. */
  joined(socket: LiveSocket, topic: Topic): void;
  hearTyping(socket: LiveSocket): void;
  close(): Promise<void>;
}

export function showPeople(app: App, io: LiveServer): Presence {
  const { adapter } = io.of("/");
  const others = new Others(3 * PRESENCE_AGAIN_MS);
  const node = app.secrets.newToken().slice(0, 12);
  const settling = new Map<number, NodeJS.Timeout>();
  const line = new Line(
    { databaseUrl: app.db.url, redisUrl: app.config.REDIS_URL, log: app.fastify.log },
    {
      typing: ({ threadId, personId, handle }) => tellTyping(threadId, personId, handle),
      present(said) {
        if (others.note(said)) tellPresent(said.threadId);
      },
      whoIsThere: ({ threadId }) => {
        if (adapter.rooms.has(presentRoom(threadId))) sayPresent(threadId);
      },
    },
  );
  let quiet: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;

  /** Those of this node. */
  function here(threadId: number): string[] {
    const ids = [...(adapter.rooms.get(presentRoom(threadId)) ?? [])];
    const handles = ids.flatMap((id) => io.of("/").sockets.get(id)?.data.actor?.handle ?? []);
    return [...new Set(handles)].slice(0, MAX_PRESENT);
  }

  function tellPresent(threadId: number): void {
    const handles = [...new Set([...here(threadId), ...others.in(threadId)])]
      .toSorted()
      .slice(0, MAX_PRESENT);
    io.local.to(presentRoom(threadId)).emit("presence", { topic: threadTopic(threadId), handles });
  }

  function tellTyping(threadId: number, personId: number, handle: string): void {
    const heard = { topic: threadTopic(threadId), handle };
    io.local.to(typingRoom(threadId)).except(ownRoom(personId)).emit("typing", heard);
  }

  function sayPresent(threadId: number): void {
    void line.say("present", { node, threadId, handles: here(threadId) });
  }

  /** Who comes and goes is told once it has settled: here, and to the other nodes. */
  function settle(threadId: number): void {
    if (settling.has(threadId)) return;
    const timer = setTimeout(() => {
      settling.delete(threadId);
      tellPresent(threadId);
      sayPresent(threadId);
    }, PRESENCE_SETTLES_MS).unref();
    settling.set(threadId, timer);
  }

  const shown = () => [...adapter.rooms.keys()].filter((room) => /^(present|typing):/.test(room));
  const threadsHere = () =>
    shown().flatMap((room) => (room.startsWith("present:") ? Number(room.slice(8)) : []));

  /** Whoever chose to be shown no more goes; who is still there is said again. */
  async function sayAgain(): Promise<void> {
    await hideUnwilling(app, io, shown());
    for (const threadId of others.forgetOld()) tellPresent(threadId);
    for (const threadId of threadsHere()) sayPresent(threadId);
  }

  /** Without anybody who shows themselves there is nothing to say. */
  function watchLine(): void {
    clearTimeout(quiet);
    if (shown().length > 0) {
      again ??= setInterval(() => {
        sayAgain().catch((error: unknown) => app.fastify.log.warn({ err: error }, "presence not renewed"));
      }, PRESENCE_AGAIN_MS).unref();
      return;
    }
    clearInterval(again);
    again = undefined;
    quiet = setTimeout(() => void line.close(), LINE_IDLE_MS).unref();
  }

  const onRoom = (room: string) => {
    if (room.startsWith("present:")) settle(Number(room.slice(8)));
  };
  adapter.on("join-room", onRoom);
  adapter.on("leave-room", onRoom);
  for (const event of ["create-room", "delete-room"]) {
    adapter.on(event, (room: string) => {
      if (/^(present|typing):/.test(room)) watchLine();
      if (event === "create-room" && room.startsWith("present:"))
        void line.say("whoIsThere", { threadId: Number(room.slice(8)) });
      if (event === "create-room" && room.startsWith("typing:")) void line.open();
    });
  }

  return {
    joined(socket, topic) {
      const { actor, saver } = socket.data;
      if (topic.kind !== "thread" || topic.isPublic || !actor || saver) return;
      shownBy(app.db.queries, [actor.id]).then(
        ([chosen]) => {
          // It may have left, or the thread become public, meanwhile.
          const still = socket.data.topics.get(topic.name);
          if (!chosen || !socket.connected || !still || still.isPublic) return;
          if (chosen.typing) void socket.join(typingRoom(topic.id));
          if (chosen.presence) void socket.join(presentRoom(topic.id));
        },
        (error) => app.fastify.log.warn({ err: error }, "choices of presence not read"),
      );
    },
    hearTyping(socket) {
      let last = Number.NEGATIVE_INFINITY;
      socket.on("typing", (name) => {
        const topic = socket.data.topics.get(name);
        const { actor } = socket.data;
        const now = performance.now();
        if (!actor || topic?.kind !== "thread" || now - last < TYPING_MS) return;
        if (!socket.rooms.has(typingRoom(topic.id))) return;
        last = now;
        const { id: personId, handle } = actor;
        tellTyping(topic.id, personId, handle);
        void line.say("typing", { threadId: topic.id, personId, handle });
      });
    },
    async close() {
      clearTimeout(quiet);
      clearInterval(again);
      for (const timer of settling.values()) clearTimeout(timer);
      await line.close();
    },
  };
}

async function hideUnwilling(app: App, io: LiveServer, rooms: readonly string[]): Promise<void> {
  const { adapter, sockets } = io.of("/");
  const ids = new Set(rooms.flatMap((room) => [...(adapter.rooms.get(room) ?? [])]));
  const shown = [...ids].flatMap((id) => sockets.get(id) ?? []);
  const people = [...new Set(shown.flatMap(({ data }) => data.actor?.id ?? []))];
  const chosen = new Map((await shownBy(app.db.queries, people)).map((one) => [one.personId, one]));
  for (const socket of shown) {
    const { typing = false, presence = false } = chosen.get(socket.data.actor?.id ?? 0) ?? {};
    for (const room of [...socket.rooms]) {
      const goes = (room.startsWith("typing:") && !typing) || (room.startsWith("present:") && !presence);
      if (goes) void socket.leave(room);
    }
  }
}
