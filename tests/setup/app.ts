/** The whole app on real data, without a port until one is asked for. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { connect } from "db/connect.ts";
import type { InjectOptions } from "fastify";
import { pino } from "pino";
import { type App, buildApp } from "server/app.ts";
import { publicUrl, readConfig } from "server/config.ts";
import { freshDatabase, readersDatabase } from "./database.ts";
import { type Page, parsePage } from "./page.ts";

export interface TestAppOptions {
  /** A database of its own, for tests that write; otherwise one that is shared and only read. */
  freshDatabase?: boolean;
  /** A database made by the test. */
  databaseUrl?: string;
  /** The clock stands still here, or goes as the test says; otherwise it is the real one. */
  now?: Date | string | (() => Date);
  /** Settings as they would stand in the environment: `{ REGION: "africa" }`. */
  settings?: Record<string, string>;
  /** The log; silent unless given. */
  logger?: Parameters<typeof buildApp>[0]["logger"];
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** Set by the reply; "" where it ends one. */
  cookies: Record<string, string>;
  /** As sent: compressed where the request asked for it. */
  bytes: Buffer;
  text: string;
}

export type FormFields = Record<string, string | readonly string[]>;

export interface TestApp {
  app: App;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** The reply's JSON, whatever its status. */
  json<T>(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Record<string, string>; body: T }>;
  /** The reply as a document to look into. */
  page(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Sends a form as a browser without JavaScript does; a field may stand several times. */
  post(path: string, fields: FormFields, headers?: Record<string, string>): Promise<Reply>;
  /** Sends JSON, or nothing. */
  send<T>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Record<string, string>; body: T }>;
  /** Opens a port of this machine, for browsers and sockets; gives the origin. */
  listen(): Promise<string>;
  /** Where it listens. */
  origin(): string;
  close(): Promise<void>;
}

export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const url = options.databaseUrl ?? (await (options.freshDatabase ? freshDatabase() : readersDatabase()));
  const dataDir = path.join(tmpdir(), `acp-test-app-${randomBytes(6).toString("hex")}`);
  const config = readConfig({
    SESSION_SECRET: "s".repeat(32),
    PORT: "0",
    DATA_DIR: dataDir,
    ...options.settings,
    DATABASE_URL: url,
  });
  const db = connect(url, { connections: 4 });
  let origin = "http://127.0.0.1";
  const { now } = options;
  const app = await buildApp({
    config,
    db,
    logger: options.logger ?? pino({ level: "silent" }),
    origin: () => config.PUBLIC_URL ?? origin,
    // The host of tests may be busy with much else.
    tooBusyAfter: 0,
    ...(now ? { now: typeof now === "function" ? now : () => new Date(now) } : {}),
  }).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  const get = (path: string, headers: Record<string, string> = {}) => ask(app, { url: path, headers });
  return {
    app,
    get,
    json: async (path, asked) => {
      const { status, headers, text } = await get(path, asked);
      return { status, headers, body: JSON.parse(text) };
    },
    page: async (path, headers) => parsePage(await get(path, headers)),
    post: (path, fields, headers = {}) =>
      ask(app, {
        method: "POST",
        url: path,
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        payload: encoded(fields),
      }),
    send: async (method, path, body, headers = {}) => {
      const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
      const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
      const reply = await ask(app, { method, url: path, headers: { ...type, ...headers }, ...payload });
      return { ...reply, body: reply.text === "" ? null : JSON.parse(reply.text) };
    },
    listen: async () => {
      if (!app.fastify.server.listening) await app.fastify.listen({ port: 0, host: "127.0.0.1" });
      const address = app.fastify.server.address();
      if (address && typeof address === "object") origin = publicUrl(config, address.port);
      return origin;
    },
    origin: () => origin,
    close: async () => {
      await app.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function encoded(fields: FormFields): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) parameters.append(name, one);
  }
  return parameters.toString();
}

async function ask(app: App, request: InjectOptions): Promise<Reply> {
  // Between requests its timers run, as they do over a network: a server that is never idle calls itself too busy.
  await setImmediate();
  const reply = await app.fastify.inject(request);
  return {
    status: reply.statusCode,
    headers: Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [name, String(value)])),
    cookies: Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value])),
    bytes: reply.rawPayload,
    text: reply.payload,
  };
}
