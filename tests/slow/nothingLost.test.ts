/** Nodes and the database are killed while people write and listen: nothing that was acknowledged is lost, doubled or unheard. */
import { realpath } from "node:fs/promises";
import { setTimeout as rest } from "node:timers/promises";
import { connect, type Database } from "db/connect.ts";
import { findPlace } from "db/embedded/place.ts";
import { readPidFile } from "db/embedded/postmaster.ts";
import { startEmbedded } from "db/embedded/start.ts";
import type { Post } from "shared/board/contract.ts";
import { expect, test } from "vitest";
import { makeWriters, startThread } from "../bench/writers.ts";
import { temporaryDataDir } from "../db/temporaryDataDir.ts";
import { type ServerProcess, startServer, stopServer } from "../process/serverProcess.ts";
import { Reader } from "./reader.ts";

const ROUNDS = 10;
const WRITERS = 8;
const LISTENERS = 50;
/** After recovery every listener shows what the database holds. */
const HEALED_MS = 5_000;

const someTime = () => rest(200 + Math.random() * 1_300);

/** Sends until it is acknowledged, by whichever node answers; the same post, so the same id. */
async function write(
  post: { thread: number; cookie: string; clientId: string },
  nodes: readonly string[],
): Promise<Post> {
  const { thread, cookie, clientId } = post;
  for (let attempt = 0; ; attempt += 1) {
    const origin = nodes[attempt % nodes.length] ?? "";
    try {
      const reply = await fetch(`${origin}/api/v1/threads/${thread}/posts`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify({ body: `Post ${clientId}`, clientId }),
        signal: AbortSignal.timeout(5_000),
      });
      const answer = await reply.json();
      if (reply.status === 201 || reply.status === 200) return answer as Post;
      if (reply.status < 500) throw new TypeError(`refused: ${JSON.stringify(answer)}`);
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith("refused")) throw error;
    }
    await rest(50 + Math.random() * 100);
  }
}

async function killDatabase(dataDir: string): Promise<void> {
  const place = await findPlace(await realpath(dataDir));
  const running = place && (await readPidFile(place));
  if (!running) throw new Error("the database does not run");
  process.kill(running.pid, "SIGKILL");
}

async function answers(db: Database): Promise<void> {
  while (!(await db.pool.query("select 1").then(Boolean, () => false))) await rest(50);
}

test(`${ROUNDS} times a node, then the database is killed under ${WRITERS} writers and ${LISTENERS} listeners on two nodes`, {
  timeout: 15 * 60_000,
}, async () => {
  const folder = await temporaryDataDir();
  const embedded = await startEmbedded({ dataDir: folder.dataDir });
  const db = connect(embedded.url, { connections: 2 });
  const start = (port = "0") => startServer({ DATABASE_URL: embedded.url, PORT: port, LOG_LEVEL: "fatal" });
  const nodes: ServerProcess[] = [await start(), await start()];
  const origins = nodes.map(({ origin }) => origin);
  const readers: Reader[] = [];
  try {
    const [origin = ""] = origins;
    const cookies = await makeWriters(embedded.url, origin, WRITERS);
    const thread = await startThread(origin, cookies[0] ?? "", "killed");
    for (let index = 0; index < LISTENERS; index += 1)
      readers.push(new Reader(origins[index % 2] ?? "", thread, index % 5 === 0 ? "polling" : "websocket"));
    const acknowledged = new Map<string, Post>();
    for (let round = 0; round < ROUNDS; round += 1) {
      let writing = true;
      const writers = cookies.map(async (cookie, writer) => {
        for (let count = 0; writing; count += 1) {
          const clientId = `${round}-${writer}-${count}`;
          acknowledged.set(
            clientId,
            await write({ thread, cookie, clientId }, writer % 2 ? origins.toReversed() : origins),
          );
          await rest(Math.random() * 60);
        }
      });
      await someTime();
      const victim = round % 2;
      nodes[victim]?.child.kill("SIGKILL");
      await nodes[victim]?.ended;
      const back = start(new URL(origins[victim] ?? "").port);
      await someTime();
      await back.then((node) => {
        nodes[victim] = node;
      });
      await someTime();
      await killDatabase(folder.dataDir);
      await answers(db);
      await someTime();
      writing = false;
      await Promise.all(writers);

      const { rows } = await db.pool.query(
        "select id, number, version, client_id from posts where thread_id = $1 order by number",
        [thread],
      );
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
      const kept = Map.groupBy(rows.slice(1), ({ client_id }) => client_id);
      for (const [clientId, post] of acknowledged)
        expect(kept.get(clientId), clientId).toMatchObject([{ id: post.id, number: post.number }]);
      const shown = rows.map(({ number, version }) => `${number}:${version}`).join(" ");
      await expect
        .poll(() => readers.filter((reader) => reader.shown !== shown).length, {
          timeout: HEALED_MS,
          interval: 100,
        })
        .toBe(0);
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * WRITERS);
  } finally {
    for (const reader of readers) reader.close();
    await Promise.all(nodes.map(stopServer));
    await db.close();
    await embedded.stop();
    await folder.remove();
  }
});
