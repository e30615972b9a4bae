/** A socket as a browser opens it, and all that it heard. */
import type { Acknowledged, ClientToServer, ServerToClient } from "shared/board/live.ts";
import { io, type ManagerOptions, type Socket } from "socket.io-client";
import { expect } from "vitest";

type Events = { [E in keyof ServerToClient]: Parameters<ServerToClient[E]>[0] };

export interface Listener {
  socket: Socket<ServerToClient, ClientToServer>;
  /** Everything of one kind, in the order in which it came. */
  heard<E extends keyof Events>(event: E): Events[E][];
  join(topic: string): Promise<Acknowledged>;
  leave(topic: string): Promise<Acknowledged>;
  close(): void;
}

interface Options {
  as?: { cookie: string } | undefined;
  headers?: Record<string, string>;
  transports?: ("polling" | "websocket")[];
  auth?: Record<string, unknown>;
  options?: Partial<ManagerOptions>;
}

const WAIT_MS = 5_000;

function dial(origin: string, { as, headers, transports, auth = {}, options }: Options): Listener {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    transports: transports ?? ["websocket"],
    extraHeaders: { ...as, ...headers },
    auth,
    forceNew: true,
    reconnection: false,
    ...options,
  });
  const all = new Map<string, unknown[]>();
  socket.onAny((event: string, payload: unknown) => all.set(event, [...(all.get(event) ?? []), payload]));
  return {
    socket,
    heard: <E extends keyof Events>(event: E) => (all.get(event) ?? []) as Events[E][],
    join: (topic) => socket.timeout(WAIT_MS).emitWithAck("join", topic),
    leave: (topic) => socket.timeout(WAIT_MS).emitWithAck("leave", topic),
    close: () => socket.disconnect(),
  };
}

/** One that is connected. */
export async function listen(origin: string, options: Options = {}): Promise<Listener> {
  const listener = dial(origin, options);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  listener.socket.once("connect", resolve);
  listener.socket.once("connect_error", reject);
  await promise;
  return listener;
}

/** The code with which it is refused. */
export async function refusal(origin: string, options: Options = {}): Promise<unknown> {
  const listener = dial(origin, options);
  const { promise, resolve } = Promise.withResolvers<unknown>();
  listener.socket.once("connect", () => resolve("connected"));
  listener.socket.once("connect_error", (error: Error & { data?: { code: string } }) =>
    resolve(error.data?.code ?? error.message),
  );
  return promise.finally(() => listener.close());
}

/** One that is connected and hears of the topic. */
export async function hearing(origin: string, topic: string, options: Options = {}): Promise<Listener> {
  const listener = await listen(origin, options);
  expect(await listener.join(topic)).toEqual({ ok: true });
  return listener;
}
