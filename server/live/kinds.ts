/** What a socket of the board carries, and what its server hears and says. */
import type { Actor } from "shared/accounts/rules.ts";
import type { ClientToServer, ServerToClient } from "shared/board/live.ts";
import type { Server, Socket } from "socket.io";

/** Something that is heard, as this node knows it. */
export interface Topic {
  /** As the client calls it. */
  name: string;
  /** As all who hear it are called here: `thread:12`, `board:5`, `person:7`. */
  room: string;
  kind: "thread" | "board" | "me";
  /** Of the thread, board or person. */
  id: number;
  /** Visitors may hear it too: nobody is shown there. */
  isPublic: boolean;
}

export interface SocketData {
  /** Null: a visitor. */
  actor: Actor | null;
  /** By the client's name of it. */
  topics: Map<string, Topic>;
  /** Of what decides who may read, when the person was looked at: see access.ts. */
  generation: number;
  /** Asks for as little as possible: nobody's typing or presence. */
  saver: boolean;
}

type None = Record<string, never>;
export type LiveServer = Server<ClientToServer, ServerToClient, None, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, None, SocketData>;

export const sessionRoom = (id: string) => `session:${id}`;
export const boardRoom = (id: number) => `board:${id}`;
export const personRoom = (id: number) => `person:${id}`;
/** All sockets of a person, whatever they joined. */
export const ownRoom = (id: number) => `own:${id}`;
/** Those who show themselves in a thread, and are shown who else does. */
export const typingRoom = (threadId: number) => `typing:${threadId}`;
export const presentRoom = (threadId: number) => `present:${threadId}`;
