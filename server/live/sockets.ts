/** The socket server: who may open a connection, what each may send, and what is told to whom. Loaded with the first socket. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Failure } from "shared/failure.ts";
import { Server } from "socket.io";
import type { App } from "../app.ts";
import { isOwn } from "../plugins/sameOrigin.ts";
import { type Access, followAccess } from "./access.ts";
import { tellSockets } from "./follow.ts";
import { actorOfCookies } from "./identity.ts";
import { hearJoins } from "./joining.ts";
import { type LiveServer, type LiveSocket, ownRoom, sessionRoom } from "./kinds.ts";
import {
  Bucket,
  CONNECT_MS,
  MAX_FRAME_BYTES,
  MAX_SOCKETS,
  MAX_SOCKETS_PER_SESSION,
  MAX_VISITORS,
} from "./limits.ts";
import { showPeople } from "./presence.ts";

export const SOCKET_PATH = "/socket.io/";

export interface Sockets {
  heard(changed: readonly string[]): void;
  /** Hangs up; clients connect again, to whichever node answers. */
  end(): void;
  close(): Promise<void>;
  count(): number;
}

/** Sessions that end by being forgotten are noticed so often, while their sockets stay open. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** `ready` is called right before it takes its part of the server's requests. */
export async function openSockets(app: App, ready: () => void): Promise<Sockets> {
  let ended = false;
  const io: LiveServer = new Server({
    path: SOCKET_PATH,
    transports: ["polling", "websocket"],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_FRAME_BYTES,
    connectTimeout: CONNECT_MS,
    allowRequest(request, answer) {
      const code = ended ? "unavailable" : refusal(app, io, request);
      answer(code, code === null);
    },
  });
  const access = await followAccess(app, io);
  const teller = tellSockets(app, io, access);
  const presence = showPeople(app, io);
  io.use((socket, next) => {
    identify(app, io, access, socket).then(
      () => next(),
      (error: unknown) => next(asRefusal(app, error)),
    );
  });
  io.on("connection", (socket) => {
    const { actor } = socket.data;
    if (actor) void socket.join([sessionRoom(actor.sessionId), ownRoom(actor.id)]);
    if (socket.data.generation !== access.generation) access.check().catch(() => {});
    hearJoins(app, access, socket, {
      joined(admitted) {
        teller.begin(admitted);
        presence.joined(socket, admitted.topic);
        if (admitted.topic.kind === "me") teller.heard([admitted.topic.room]);
      },
    });
    presence.hearTyping(socket);
  });
  ready();
  io.attach(app.fastify.server);
  limitFrames(io);
  sendSafely(app, io);
  const timer = setInterval(() => {
    if (io.of("/").sockets.size > 0) access.check().catch(() => {});
  }, LOOK_AGAIN_MS).unref();
  return {
    heard: (changed) => teller.heard(changed),
    end() {
      ended = true;
      io.engine.close();
    },
    async close() {
      clearInterval(timer);
      teller.close();
      await presence.close();
    },
    count: () => io.engine.clientsCount,
  };
}

/** What a handshake is refused with, or null. */
function refusal(app: App, io: LiveServer, request: IncomingMessage): string | null {
  if (!isOwn(request, app.origin())) return "forbidden";
  const isVisitor = request.headers.cookie === undefined;
  return io.engine.clientsCount >= (isVisitor ? MAX_VISITORS : MAX_SOCKETS) ? "too-many" : null;
}

async function identify(app: App, io: LiveServer, access: Access, socket: LiveSocket): Promise<void> {
  const { headers, auth } = socket.handshake;
  const { generation } = access;
  const actor = await actorOfCookies(app, headers.cookie);
  socket.data = { actor, generation, topics: new Map(), saver: auth.saver === true };
  if (!actor) {
    // Who sends any cookie looked signed in until now: the places of those who are are not a visitor's to take.
    if (io.engine.clientsCount > MAX_VISITORS) throw new Failure("too-many");
    return;
  }
  const own = io.of("/").adapter.rooms.get(sessionRoom(actor.sessionId))?.size ?? 0;
  if (own >= MAX_SOCKETS_PER_SESSION) throw new Failure("too-many");
}

/** The client finds the code in the message and in `data`, and nothing else. */
function asRefusal(app: App, error: unknown): Error {
  if (!(error instanceof Failure)) app.fastify.log.error({ err: error }, "a socket was not identified");
  const code = error instanceof Failure ? error.code : "unavailable";
  return Object.assign(new Error(code), { data: { code } });
}

/** Whatever comes counts, also what is no event of ours; who floods is hung up on. */
function limitFrames(io: LiveServer): void {
  io.engine.on("connection", (connection) => {
    const bucket = new Bucket();
    connection.on("packet", () => {
      if (!bucket.take()) connection.close(true);
    });
  });
}

function sendSafely(app: App, io: LiveServer): void {
  const headers = { ...app.safety, "cache-control": "no-store" };
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.headers.upgrade === undefined) {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    }
    next();
  });
}
