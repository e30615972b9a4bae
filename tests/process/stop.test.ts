/** A server that is told to stop answers what it was asked, and what was there is there again after a restart. */
import { connect } from "db/connect.ts";
import { findEmbedded } from "db/embedded/start.ts";
import { expect, test } from "vitest";
import { temporaryDataDir } from "../db/temporaryDataDir.ts";
import { emptyDatabase, freshDatabase } from "../setup/database.ts";
import { interruptedStart, startServer, stopServer } from "./serverProcess.ts";

const VISITORS = 12;
const ANSWERS_BEFORE_STOP = 300;

interface Load {
  answered: number;
  lost: string[];
}

/** Asks again and again until no connection can be made any more. */
async function visitor(origin: string, load: Load, onAnswer: () => void): Promise<void> {
  for (let visit = 0; ; visit++) {
    try {
      const reply = await fetch(`${origin}/en/africa/organisations?limit=${(visit % 50) + 1}`);
      await reply.arrayBuffer();
      if (reply.status === 200) load.answered += 1;
      else load.lost.push(`status ${reply.status}`);
      onAnswer();
    } catch (error) {
      const { code = "", message = "" } = ((error as Error).cause ?? error) as {
        code?: string;
        message?: string;
      };
      if (code === "ECONNREFUSED") return;
      load.lost.push(`${code} ${message}`);
    }
  }
}

test("SIGTERM under load: every request that was taken is answered, and the process ends well", async () => {
  const server = await startServer({ DATABASE_URL: await freshDatabase(), LOG_LEVEL: "warn" });
  const load: Load = { answered: 0, lost: [] };
  const stop = () => {
    if (load.answered === ANSWERS_BEFORE_STOP) server.child.kill("SIGTERM");
  };
  await Promise.all(Array.from({ length: VISITORS }, () => visitor(server.origin, load, stop)));
  const { code, stderr, stdout } = await server.ended;
  expect(load.lost).toEqual([]);
  expect(load.answered).toBeGreaterThanOrEqual(ANSWERS_BEFORE_STOP);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/Stopped\.\s*$/);
});

test("a first start loads the data, a restart does not, and keeps what was changed in between", {
  timeout: 90_000,
}, async () => {
  const url = await emptyDatabase();
  const settings = { DATABASE_URL: url };
  const first = await startServer(settings);
  const stopped = await stopServer(first);
  expect(stopped.stdout).toMatch(/Loading the data/);
  const db = connect(url, { connections: 1 });
  const changed = "update organisations set name = 'Renamed here' where slug = 'transparency-ethiopia'";
  expect((await db.pool.query(changed)).rowCount).toBe(1);
  await db.close();
  const second = await startServer(settings);
  const profile = await fetch(`${second.origin}/api/v1/regions/africa/organisations/transparency-ethiopia`);
  const { name } = (await profile.json()) as { name: string };
  const { stdout } = await stopServer(second);
  expect(stdout).not.toMatch(/Loading the data/);
  expect(name).toBe("Renamed here");
});

test("a first start that is interrupted leaves no database running", async () => {
  const folder = await temporaryDataDir();
  try {
    const { code, stderr, stdout } = await interruptedStart({ DATA_DIR: folder.dataDir }, "Loading the data");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/Stopping …[\s\S]*Stopped\.\s*$/);
    expect(await findEmbedded(folder.dataDir)).toBeNull();
  } finally {
    await folder.remove();
  }
});
