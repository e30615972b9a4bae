/**
 * What one may rely on of the embedded database: found again, kept, adopted, brought back, refused with a sentence.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { connect } from "db/connect.ts";
import { checkEncoding } from "db/embedded/encoding.ts";
import { type EmbeddedDatabase, findEmbedded, startEmbedded } from "db/embedded/start.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Child, startChild } from "./childProcess.ts";
import { type TemporaryDataDir, temporaryDataDir } from "./temporaryDataDir.ts";

let temporary: TemporaryDataDir;
let dataDir: string;
const running: (EmbeddedDatabase | Child)[] = [];

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, durable: false });
  running.push(database);
  return database;
}

async function child(): Promise<Child> {
  const started = await startChild(dataDir);
  running.push(started);
  return started;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const database = connect(url, { connections: 1 });
  try {
    return (await database.pool.query(sql)).rows;
  } finally {
    await database.close();
  }
}

const cluster = () => path.join(dataDir, "database/cluster");

async function postmasterPid(): Promise<number> {
  return Number((await readFile(path.join(cluster(), "postmaster.pid"), "utf8")).split("\n")[0]);
}

/** Of a killed process: whatever is left of its number. */
const UNUSED_BUT_ALIVE = process.pid;

beforeAll(async () => {
  temporary = await temporaryDataDir();
  dataDir = temporary.dataDir;
});

afterEach(async () => {
  for (const one of running.splice(0)) await ("stop" in one ? one.stop() : one.end("SIGTERM"));
  expect(await findEmbedded(dataDir)).toBeNull();
});

afterAll(() => temporary.remove());

describe("starting and stopping", () => {
  test("data is there after a restart, which takes less than a second", async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    await ask(first.url, "create table kept (word text)");
    await ask(first.url, "insert into kept values ('прозрачность')");
    await first.stop();
    const begun = performance.now();
    const second = await start();
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select word from kept")).toEqual([{ word: "прозрачность" }]);
  });

  test("no port is opened, and the platform's role is no superuser", async () => {
    const { url } = await start();
    expect(await ask(url, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
    expect(await ask(url, "select rolsuper from pg_roles where rolname = current_user")).toEqual([
      { rolsuper: false },
    ]);
  });

  test("a command finds the running one, and none in a folder that is not there", async () => {
    const { url } = await start();
    expect(await findEmbedded(dataDir)).toBe(url);
    expect(await findEmbedded(path.join(dataDir, "nowhere"))).toBeNull();
  });

  test("the last of two users ends it", async () => {
    const server = await start();
    const command = await child();
    expect(command.said).toEqual({ url: server.url, adopted: true });
    await server.stop();
    expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("two first starts at once share one database", async () => {
    const other = await temporaryDataDir();
    const both = await Promise.all([startChild(other.dataDir), startChild(other.dataDir)]);
    expect(both[0].said.url).toBe(both[1].said.url);
    expect(both.filter(({ said }) => said.adopted)).toHaveLength(1);
    for (const one of both) await one.end("SIGTERM");
    await other.remove();
  });
});

describe("after something was killed", () => {
  test("kill -9 of Node leaves the database, and the next start adopts it", async () => {
    const killed = await child();
    await ask(killed.said.url ?? "", "create table left_behind ()");
    await killed.end("SIGKILL");
    const next = await start();
    expect(next.adopted).toBe(true);
    expect(await ask(next.url, "select * from left_behind")).toEqual([]);
  });

  test("kill -9 of the postmaster: it comes back by itself at the same address", async () => {
    const { url } = await start();
    process.kill(await postmasterPid(), "SIGKILL");
    await expect
      .poll(() => ask(url, "select 1 as one").catch(() => []), { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
  });

  test("a pid file whose number another process has now does not hinder a start", async () => {
    const { url, stop } = await start();
    const file = path.join(cluster(), "postmaster.pid");
    const left = await readFile(file, "utf8");
    await stop();
    await writeFile(file, left.replace(/^\d+/, String(UNUSED_BUT_ALIVE)));
    await writeFile(path.join(dataDir, "database/socket/.s.PGSQL.5432.lock"), `${UNUSED_BUT_ALIVE}\n`);
    expect(await start()).toMatchObject({ url, adopted: false });
  });
});

describe("refusals", () => {
  async function refusal(): Promise<string> {
    return start().then(
      () => "started",
      (error: Error) => (error.name === "StartFailure" ? error.message : `${error.name}: ${error.stack}`),
    );
  }

  test("a cluster of another PostgreSQL version", async () => {
    const file = path.join(cluster(), "PG_VERSION");
    const version = await readFile(file, "utf8");
    await writeFile(file, "17\n");
    expect(await refusal()).toMatch(/was made by PostgreSQL 17, and this release brings PostgreSQL 18/);
    await writeFile(file, version);
  });

  test("a folder that is no cluster", async () => {
    await rename(cluster(), `${cluster()}-away`);
    expect(await refusal()).toMatch(/is not a database that this platform made/);
    await rename(`${cluster()}-away`, cluster());
  });

  test("a file where a folder should be", async () => {
    const file = path.join(dataDir, "file");
    await writeFile(file, "");
    const failure = await startEmbedded({ dataDir: path.join(file, "data") }).catch((error: Error) => error);
    expect(failure).toMatchObject({
      name: "StartFailure",
      message: expect.stringMatching(/file where a folder/),
    });
  });

  test("a lost password", async () => {
    const file = path.join(dataDir, "database/password");
    await rename(file, `${file}-away`);
    expect(await refusal()).toMatch(/password is missing/);
    await rename(`${file}-away`, file);
    await expect(start()).resolves.toMatchObject({ adopted: true });
  });

  test("a database that is not UTF8, or that is blind to Cyrillic", async () => {
    const { url } = await start();
    await ask(url, "create database ascii template template0 encoding 'SQL_ASCII' locale 'C'");
    await ask(url, "create database blind template template0 encoding 'UTF8' locale 'C'");
    const check = async (name: string) => {
      const address = new URL(url);
      address.pathname = name;
      const database = connect(address.href, { connections: 1 });
      return checkEncoding(database.pool)
        .then(() => "accepted")
        .catch((error: Error) => error.message)
        .finally(() => database.close());
    };
    expect(await check("ascii")).toMatch(/encoding is SQL_ASCII, and the platform needs UTF8/);
    expect(await check("blind")).toMatch(/knows no letters but the Latin ones/);
    expect(await check("platform")).toBe("accepted");
  });
});

describe("folders with unusual names", () => {
  test.each(["with space, comma and 'quote'", "ж".repeat(60), `${"long-".repeat(20)}/${"name-".repeat(20)}`])(
    "%s",
    async (name) => {
      const folder = path.join(dataDir, name);
      await mkdir(folder, { recursive: true, mode: 0o711 });
      const database = await startEmbedded({ dataDir: folder, durable: false });
      expect(await ask(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
      await database.stop();
      // A long path has its socket in /tmp, and leaves nothing there.
      const socketFolder = decodeURIComponent(new URL(database.url).hostname);
      expect(existsSync(socketFolder)).toBe(socketFolder.startsWith(folder));
    },
  );
});
