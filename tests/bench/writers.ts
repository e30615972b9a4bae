/** Members of a load test and the threads that they write in; and a client that costs as little as it can. */
import { connect as connectSocket, type Socket } from "node:net";
import { connect } from "db/connect.ts";
import { hashPassword } from "server/accounts/passwords.ts";

const PASSWORD = "nine green lanterns over the harbour";
const API = "/api/v1/regions/africa/boards";

/** Cookies of so many members of Africa who are held by no rate. */
export async function makeWriters(databaseUrl: string, origin: string, count: number): Promise<string[]> {
  const db = connect(databaseUrl, { connections: 1 });
  const hash = await hashPassword(PASSWORD);
  await db.pool.query(
    `insert into people (handle, email, email_verified_at, password_hash, language, regions, demonstration, unlimited)
     select 'writer-' || n, 'writer-' || n || '@example.org', now(), $1, 'en', '{africa}', true, true
     from generate_series(1, $2::int) as n on conflict do nothing`,
    [hash, count],
  );
  await db.close();
  const cookies: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const reply = await fetch(`${origin}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ handle: `writer-${number}`, password: PASSWORD }),
    });
    if (reply.status !== 200) throw new Error(`a sign-in answered ${reply.status}`);
    await reply.arrayBuffer();
    cookies.push(
      reply.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";", 1)[0])
        .join("; "),
    );
  }
  return cookies;
}

export async function startThread(origin: string, cookie: string, clientId: string): Promise<number> {
  const reply = await fetch(`${origin}${API}/general/threads`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({
      title: `Thread ${clientId}`,
      body: `First ${clientId}`,
      kind: "discussion",
      clientId,
    }),
  });
  const thread = await reply.json();
  if (reply.status !== 201) throw new Error(`a thread answered ${reply.status}: ${JSON.stringify(thread)}`);
  return thread.id;
}

/** As long as most replies of people are: a short paragraph. */
export function textOf(name: string): string {
  const words =
    "The review of the second cycle asks how civil society was heard before the country visit took place";
  return `${words} (${name}). ${words.split(" ").toReversed().join(" ")}.`;
}

export interface Line {
  /** Milliseconds from the request's send to the whole answer; throws where it is not 200 or 201. */
  post(path: string, body: string): Promise<number>;
  close(): void;
}

const HEAD_END = Buffer.from("\r\n\r\n");

/** One kept connection that posts JSON. */
export function openLine(origin: string, headers: Record<string, string> = {}): Line {
  const { hostname, port } = new URL(origin);
  const socket: Socket = connectSocket(Number(port), hostname);
  socket.setNoDelay(true);
  const lines = Object.entries({
    host: `${hostname}:${port}`,
    "content-type": "application/json",
    ...headers,
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  let heard: Buffer = Buffer.alloc(0);
  let waiting: { sent: number; done: PromiseWithResolvers<number> } | null = null;
  const fail = (error: Error) => waiting?.done.reject(error);
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("the connection ended")));
  socket.on("data", (chunk: Buffer) => {
    heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk]);
    const end = heard.indexOf(HEAD_END);
    if (end < 0 || !waiting) return;
    const answer = heard.toString("latin1", 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1] ?? 0);
    if (heard.length < end + HEAD_END.length + length) return;
    const { sent, done } = waiting;
    waiting = null;
    const text = heard.toString("utf8", end + HEAD_END.length);
    heard = Buffer.alloc(0);
    if (/^HTTP\/1\.1 20[01] /.test(answer)) done.resolve(performance.now() - sent);
    else done.reject(new Error(`${answer.slice(0, 30)} ${text.slice(0, 300)}`));
  });
  return {
    post(path, body) {
      const done = Promise.withResolvers<number>();
      waiting = { sent: performance.now(), done };
      socket.write(
        `POST ${path} HTTP/1.1\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return done.promise;
    },
    close: () => socket.destroy(),
  };
}

export function ofHundred(times: readonly number[], rank: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * rank) / 100))] ?? Number.NaN;
}
