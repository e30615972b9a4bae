/** The one socket of a page: opened after the page is there, by whoever follows a topic; it only tells, reading is by HTTP. */
import { type Acknowledged, type ClientToServer, ME, type ServerToClient } from "shared/board/live.ts";
import type { Socket } from "socket.io-client";

type Live = Socket<ServerToClient, ClientToServer>;

export interface Follower {
  topic: string;
  heard: Partial<ServerToClient>;
  /** From now on everything is told; what was missed before must be asked for. */
  joined?(): void;
  /** Nothing arrives by itself at present. */
  away?(): void;
}

/** A join that is not answered for so long is asked again. */
const ANSWER_MS = 10_000;
/** After the server ended the connection: it may be closing, or the session may have ended. */
const AGAIN_MS = 3_000;
/** Until then a slow network may only be slow. */
const SILENT_MS = 5_000;
/** Not at each letter. */
const TYPING_MS = 3_000;

const followers = new Set<Follower>();
let opening: Promise<Live> | null = null;

/** Whoever saves data is not sent what they did not ask for. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true || new URLSearchParams(location.search).get("saver") === "1";
}

/** Follows a topic until the given function is called. */
export function follow(follower: Follower): () => void {
  followers.add(follower);
  void begin(follower);
  return () => {
    followers.delete(follower);
    void opening?.then((socket) => socket.emit("leave", follower.topic, () => {}));
  };
}

let saidAt = Number.NEGATIVE_INFINITY;

/** Tells the others of a topic that one writes; the platform passes it on only for who chose that. */
export function tellTyping(topic: string): void {
  const now = performance.now();
  if (now - saidAt < TYPING_MS) return;
  saidAt = now;
  void opening?.then((socket) => {
    if (socket.connected) socket.volatile.emit("typing", topic);
  });
}

async function begin(follower: Follower): Promise<void> {
  try {
    opening ??= afterLoad().then(open);
    const socket = await opening;
    if (socket.connected) join(socket, follower);
  } catch {
    // Its code did not come: the page stays as useful as it is without.
    opening = null;
    follower.away?.();
  }
}

/** The page comes first: its text, its pictures, what one does with it. */
function afterLoad(): Promise<void> {
  return new Promise((resolve) => {
    const later = () => setTimeout(resolve);
    if (document.readyState === "complete") later();
    else window.addEventListener("load", later, { once: true });
  });
}

async function open(): Promise<Live> {
  const { io } = await import("socket.io-client");
  // One request where sockets are let through, and polling where a network in between refuses them.
  const socket: Live = io({ transports: ["websocket", "polling"], tryAllTransports: true });
  socket.on("connect", () => {
    for (const follower of followers) join(socket, follower);
  });
  socket.on("disconnect", (reason) => {
    allAway();
    if (reason === "io server disconnect") again(socket);
  });
  socket.on("connect_error", () => {
    allAway();
    // Refused, and not only unreachable: then it does not try by itself.
    if (!socket.active) again(socket);
  });
  // Some networks answer with silence.
  setTimeout(() => {
    if (!socket.connected) allAway();
  }, SILENT_MS);
  // A network in between may also let a connection begin and end it without a word.
  socket.io.on("reconnect_attempt", allAway);
  window.addEventListener("online", () => {
    if (!socket.connected) socket.disconnect().connect();
  });
  hear(socket);
  return socket;
}

function again(socket: Live): void {
  setTimeout(() => socket.connect(), AGAIN_MS);
}

function allAway(): void {
  for (const follower of followers) follower.away?.();
}

function join(socket: Live, follower: Follower): void {
  socket.timeout(ANSWER_MS).emit("join", follower.topic, (late: Error | null, result?: Acknowledged) => {
    if (late || !result?.ok) follower.away?.();
    else if (followers.has(follower)) follower.joined?.();
  });
}

function hear(socket: Live): void {
  const tell = (topic: string, say: (heard: Follower["heard"]) => void) => {
    for (const follower of followers) if (follower.topic === topic) say(follower.heard);
  };
  socket.on("post.created", (told) => tell(told.topic, (heard) => heard["post.created"]?.(told)));
  socket.on("post.changed", (told) => tell(told.topic, (heard) => heard["post.changed"]?.(told)));
  socket.on("thread.changed", (told) => tell(told.topic, (heard) => heard["thread.changed"]?.(told)));
  socket.on("typing", (told) => tell(told.topic, (heard) => heard.typing?.(told)));
  socket.on("presence", (told) => tell(told.topic, (heard) => heard.presence?.(told)));
  socket.on("notification", (told) => tell(ME, (heard) => heard.notification?.(told)));
}
