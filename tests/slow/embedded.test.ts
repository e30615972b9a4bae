/** The embedded database where it is hard: closed folders, other users, kills at any moment, full disks. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { access, chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "db/connect.ts";
import { findEmbedded, startEmbedded } from "db/embedded/start.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startChild } from "../db/childProcess.ts";
import { type TemporaryDataDir, temporaryDataDir } from "../db/temporaryDataDir.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const isRoot = process.getuid?.() === 0;
const removals: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});

async function folder(): Promise<TemporaryDataDir> {
  const made = await temporaryDataDir();
  removals.push(made.remove);
  return made;
}

async function postmasterPid(cluster: string): Promise<number> {
  return Number((await readFile(path.join(cluster, "postmaster.pid"), "utf8")).split("\n")[0]);
}

describe.runIf(isRoot)("as root", () => {
  test("a data folder closed to others: the database goes to a system folder, and the note says where", async () => {
    const { dataDir } = await folder();
    await chmod(dataDir, 0o700);
    const first = await startEmbedded({ dataDir, durable: false });
    await first.stop();
    const note = JSON.parse(await readFile(path.join(dataDir, "database.json"), "utf8"));
    expect(note).toMatchObject({ dataDir, made: true });
    expect((await stat(note.folder)).mode & 0o777).toBe(0o700);
    const second = await startEmbedded({ dataDir, durable: false });
    expect(second.url).toBe(first.url);
    await second.stop();
  });

  test("a lost system folder is told, not replaced by an empty database", async () => {
    const { dataDir } = await folder();
    await chmod(dataDir, 0o700);
    await (await startEmbedded({ dataDir, durable: false })).stop();
    const note = JSON.parse(await readFile(path.join(dataDir, "database.json"), "utf8"));
    await rm(note.folder, { recursive: true });
    const failure = await startEmbedded({ dataDir }).catch((error: Error) => error);
    expect(failure).toMatchObject({
      name: "StartFailure",
      message: expect.stringMatching(/which is not there/),
    });
  });

  test("a checkout closed to others: the programs are copied to where the system user can run them", async () => {
    const { dataDir } = await folder();
    const closed = await mkdtemp(path.join(tmpdir(), "acp-closed-"));
    removals.push(() => rm(closed, { recursive: true }));
    for (const part of ["package.json", "db", "shared", "tests"]) await copyLinked(part, closed);
    await copyLinked("node_modules", closed);
    const child = await startChild(dataDir, { root: closed });
    expect(child.said).toMatchObject({ adopted: false });
    await child.end("SIGTERM");
    expect(await findEmbedded(dataDir)).toBeNull();
  });

  async function copyLinked(part: string, target: string): Promise<void> {
    try {
      execFileSync("cp", ["-al", path.join(ROOT, part), target], { stdio: "ignore" });
    } catch {
      await cp(path.join(ROOT, part), path.join(target, part), { recursive: true, verbatimSymlinks: true });
    }
  }
});

/** Another user may pass through the checkout's folders: not so where it lies in /root. */
function isOpen(file: string): boolean {
  try {
    execFileSync("setpriv", ["--reuid=65534", "--clear-groups", "test", "-r", file]);
    return true;
  } catch {
    return false;
  }
}

describe.runIf(isRoot && isOpen(import.meta.filename))("as an ordinary user", () => {
  const name = `acp-test-${process.pid}`;
  let user: { uid: number; gid: number };
  let home: string;

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), "acp-home-"));
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--home-dir", home, name]);
    const idOf = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
    user = { uid: idOf("-u"), gid: idOf("-g") };
    await chown(home, user.uid, user.gid);
  });

  afterAll(async () => {
    execFileSync("userdel", [name]);
    await rm(home, { recursive: true, force: true });
  });

  test.each([
    ["nothing but PATH", {}],
    ["a foreign LC_ALL and no home", { HOME: "/nonexistent", LC_ALL: "fr_FR.UTF-8" }],
  ])("in a folder closed to others, with %s in the environment", async (_name, variables) => {
    const env = { PATH: process.env.PATH, ...variables };
    const dataDir = path.join(home, "data");
    const child = await startChild(dataDir, { user, env });
    expect(child.said.failure).toBeUndefined();
    expect((await stat(path.join(dataDir, "database/cluster"))).uid).toBe(user.uid);
    await child.end("SIGTERM");
    // Root finds the same database, and runs it as its owner.
    const asRoot = await startEmbedded({ dataDir, durable: false });
    expect(asRoot).toMatchObject({ url: child.said.url, adopted: false });
    await asRoot.stop();
  });

  test("a database of root's, or a folder that cannot be written to, is refused with a sentence", async () => {
    const { dataDir } = await folder();
    await (await startEmbedded({ dataDir, durable: false })).stop();
    expect((await startChild(dataDir, { user })).said.message).toMatch(/belongs to the user with number/);
    const closed = path.join(home, "closed");
    await mkdir(closed, { mode: 0o755 });
    expect((await startChild(closed, { user })).said.message).toMatch(/cannot be written to/);
    expect((await startChild("/proc/nothing", { user })).said).toMatchObject({ failure: "StartFailure" });
  });
});

describe("killed at any moment", () => {
  const ROUNDS = 12;

  test(`no acknowledged write is lost in ${ROUNDS} rounds of kill -9`, { timeout: 180_000 }, async () => {
    const { dataDir } = await folder();
    const acknowledged = new Set<number>();
    const cluster = path.join(dataDir, "database/cluster");
    let writer = startWriter(dataDir, acknowledged);
    for (let round = 0; round < ROUNDS; round++) {
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(before + 20);
      await sleep(Math.random() * 300);
      process.kill(await postmasterPid(cluster), "SIGKILL");
      // Every third time Node goes with it, as in a power cut: a new one must find its way.
      if (round % 3 !== 2) continue;
      await kill(writer);
      writer = startWriter(dataDir, acknowledged);
    }
    await kill(writer);
    const database = await startEmbedded({ dataDir });
    const { pool, close } = connect(database.url);
    const { rows } = await pool.query("select number from written");
    const kept = new Set(rows.map((row) => row.number));
    expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * 20);
    await close();
    await database.stop();
  });

  function startWriter(dataDir: string, acknowledged: Set<number>): ChildProcess {
    const script = path.join(ROOT, "tests/db/writingChild.ts");
    const writer = spawn(process.execPath, [script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
    let rest = "";
    writer.stdout?.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) acknowledged.add(Number(line));
    });
    return writer;
  }

  async function kill(writer: ChildProcess): Promise<void> {
    writer.kill("SIGKILL");
    await once(writer, "close");
  }
});

describe.runIf(isRoot && canMount())("on a small disk", () => {
  async function disk(options: string): Promise<string> {
    const mounted = await mkdtemp(path.join(tmpdir(), "acp-disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", `${options},mode=755`, "tmpfs", mounted]);
    removals.push(async () => {
      execFileSync("umount", [mounted]);
      await rm(mounted, { recursive: true });
    });
    return mounted;
  }

  const refusal = (dataDir: string) => startEmbedded({ dataDir }).catch((error: Error) => error);

  test("too little room for a database is told before anything is made", async () => {
    const dataDir = await disk("size=150m");
    expect(await refusal(dataDir)).toMatchObject({
      name: "StartFailure",
      message: expect.stringMatching(/has 150 MB left, and the database needs at least 200 MB/),
    });
    expect(existsSync(path.join(dataDir, "database"))).toBe(false);
  });

  test("a disk that fills up while the database is made leaves nothing half-made", async () => {
    // Out of inodes: the bytes that are checked beforehand are there.
    const dataDir = await disk("size=400m,nr_inodes=300");
    expect(await refusal(dataDir)).toMatchObject({
      name: "StartFailure",
      message: expect.stringMatching(/is full/),
    });
    await expect(access(path.join(dataDir, "database"))).rejects.toThrow();
    execFileSync("mount", ["-o", "remount,nr_inodes=10000", dataDir]);
    await (await startEmbedded({ dataDir })).stop();
  });

  test("a database on a disk that is full later is refused, and starts again once there is room", async () => {
    const dataDir = await disk("size=400m");
    await (await startEmbedded({ dataDir })).stop();
    const filler = path.join(dataDir, "filler");
    await writeFile(filler, Buffer.alloc(250 * 1024 ** 2));
    expect(await refusal(dataDir)).toMatchObject({
      name: "StartFailure",
      message: expect.stringMatching(/make room/),
    });
    await rm(filler);
    await (await startEmbedded({ dataDir })).stop();
  });
});

function canMount(): boolean {
  if (!isRoot || process.platform !== "linux") return false;
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
