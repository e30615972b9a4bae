/** Joins and leaves of one socket: each by the rule of reading, acknowledged, and no faster than people are. */
import type { Acknowledged } from "shared/board/live.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import type { Access } from "./access.ts";
import type { LiveSocket } from "./kinds.ts";
import { leave } from "./leaving.ts";
import { MAX_TOPIC_LENGTH, MAX_TOPICS } from "./limits.ts";
import { type Admitted, admit } from "./topics.ts";

export interface Joined {
  /** It hears from now on; in the same breath what was told last is noted. */
  joined(admitted: Admitted): void;
}

export function hearJoins(app: App, access: Access, socket: LiveSocket, { joined }: Joined): void {
  socket.on("join", (topic, done) => {
    void answer(app, done, async () => {
      const name = readName(topic);
      if (socket.data.topics.has(name)) return;
      if (socket.data.topics.size >= MAX_TOPICS) throw new Failure("too-many");
      const admitted = await admitSettled(app, access, socket, name);
      // It may have gone, or asked twice, meanwhile.
      if (!socket.connected || socket.data.topics.has(name)) return;
      if (socket.data.topics.size >= MAX_TOPICS) throw new Failure("too-many");
      socket.data.topics.set(name, admitted.topic);
      void socket.join(admitted.topic.room);
      joined(admitted);
    });
  });
  socket.on("leave", (topic, done) => {
    void answer(app, done, async () => {
      const known = socket.data.topics.get(readName(topic));
      if (known) leave(socket, known, "asked");
    });
  });
}

function readName(topic: unknown): string {
  if (typeof topic === "string" && topic.length <= MAX_TOPIC_LENGTH) return topic;
  throw new Failure("invalid");
}

/** Decided by what holds now: again where something that decides has changed meanwhile. */
async function admitSettled(app: App, access: Access, socket: LiveSocket, name: string): Promise<Admitted> {
  for (;;) {
    await access.settled();
    const { generation } = access;
    const admitted = await admit(app, socket.data, name);
    if (generation === access.generation) return admitted;
  }
}

async function answer(app: App, done: unknown, act: () => Promise<void>): Promise<void> {
  const acknowledge = (result: Acknowledged) => {
    if (typeof done === "function") done(result);
  };
  try {
    await act();
    acknowledge({ ok: true });
  } catch (error) {
    if (!(error instanceof Failure)) app.fastify.log.error({ err: error }, "a socket's question failed");
    acknowledge({ ok: false, code: error instanceof Failure ? error.code : "unavailable" });
  }
}
