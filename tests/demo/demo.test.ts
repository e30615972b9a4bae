/** The demonstration: people of every role who can sign in, CSOs that nobody takes for real, and no trace afterwards. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { TOTP } from "otpauth";
import { addDemo, removeDemo } from "server/demo/run.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { traces } from "../make/traces.ts";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
let file: string;
let before: string;

interface DemoFile {
  password: string;
  people: { handle: string; email: string; role: string; region: string | null; totp: string | null }[];
  threads: number[];
  threadInfo: { id: number; region: string | null; board: string; visibility: string }[];
}

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  file = path.join(app.app.config.DATA_DIR, "demo.json");
  before = await state();
  await run(addDemo);
});
afterAll(() => app.close());

async function run(work: typeof addDemo, load = false): Promise<string> {
  const said: string[] = [];
  const { config, db } = app.app;
  await work({ config, db, say: (line) => said.push(line), load });
  return said.join("\n");
}

/** How many rows each table has that the demonstration writes to. */
async function state(): Promise<string> {
  const tables = [
    "people",
    "roles",
    "memberships",
    "organisations",
    "activities",
    "organisation_facets",
    "search_documents",
    "threads",
    "posts",
    "reads",
    "watches",
  ];
  const counts: string[] = [];
  for (const table of tables) {
    const { rows } = await app.app.db.pool.query(`select count(*) as count from ${table}`);
    counts.push(`${table} ${rows[0].count}`);
  }
  return counts.join(", ");
}

const readDemo = async (): Promise<DemoFile> => JSON.parse(await readFile(file, "utf8"));

test("there is somebody of every role in every region, and a steward", async () => {
  const { people } = await readDemo();
  const roles = people.map(({ role, region }) => `${role} ${region}`);
  for (const region of ["africa", "south-east-europe", "south-east-asia"]) {
    for (const role of ["member", "poster", "editor", "owner", "moderator", "curator", "admin"]) {
      expect(roles).toContain(`${role} ${region}`);
    }
  }
  expect(roles).toContain("steward null");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("everybody signs in with the password, staff with the second factor too, and has the role awake", async () => {
  const { password, people } = await readDemo();
  for (const { handle, role, region, totp } of people.filter((one) => one.region !== "south-east-asia")) {
    const code = totp === null ? {} : { code: new TOTP({ secret: totp }).generate() };
    const reply = await app.send<{ person: { handle: string; roles: object[] } }>("POST", "/api/v1/session", {
      handle,
      password,
      ...code,
    });
    expect(reply.status, handle).toBe(200);
    expect(reply.body.person.roles).toEqual(totp === null ? [] : [{ role, region }]);
  }
});

test("there are threads in public and in members' boards, labelled, the first public and open in Africa", async () => {
  const { threads, threadInfo } = await readDemo();
  expect(threadInfo.map(({ id }) => id)).toEqual(threads);
  expect(threadInfo[0]).toMatchObject({ region: "africa", board: "general", visibility: "public" });
  expect(threadInfo).toContainEqual(expect.objectContaining({ region: "africa", visibility: "members" }));
  expect(threadInfo).toContainEqual(expect.objectContaining({ region: null, board: "across-regions" }));
  const page = await app.page(`/en/africa/board/threads/${threads[0]}`);
  expect(page.text("h1")).toMatch(/^Demonstration/);
  expect(page.text(".post")).toContain("This is a demonstration");
  expect(page.text("#reply")).toContain("Sign in to write here");
});

test("it stands in no feed and not in the sitemap", async () => {
  expect((await app.get("/en/africa/board.atom")).text).not.toContain("Demonstration");
  const { threads } = await readDemo();
  expect((await app.get("/sitemap.xml")).text).not.toContain(`/board/threads/${threads[0]}<`);
});

test("for a load test its people alone are held by no rule of pace", async () => {
  const unlimited = async () =>
    (await app.app.db.pool.query("select count(*)::int as n from people where unlimited")).rows[0].n;
  expect(await unlimited()).toBe(0);
  await run(addDemo, true);
  expect(await unlimited()).toBe(22);
  await expect(app.app.db.pool.query("update people set unlimited = true")).rejects.toThrow(
    "people_unlimited",
  );
});

test("a second run changes nothing", async () => {
  const kept = await readFile(file, "utf8");
  const rows = await state();
  expect(await run(addDemo)).toContain("is there already");
  expect([await readFile(file, "utf8"), await state()]).toEqual([kept, rows]);
});

test("its organisations say in name and summary what they are, and stand in no dump and not in the sitemap", async () => {
  const list = await app.json<{ items: { name: string; summary: string; slug: string }[] }>(
    "/api/v1/regions/africa/organisations?q=demonstration",
  );
  const shown = list.body.items.filter(({ slug }) => slug.startsWith("demonstration-"));
  expect(shown).toHaveLength(2);
  for (const { name, summary } of shown) {
    expect(name).toMatch(/^Demonstration/);
    expect(summary).toMatch(/^This is a demonstration, not an organisation/);
  }
  expect((await app.get("/data/organisations.json")).text).not.toContain("demonstration-");
  expect((await app.get("/sitemap-organisations-1.xml")).text).not.toContain("demonstration-");
});

test("it is taken away without a trace, and nothing else with it", async () => {
  expect(await run(removeDemo)).toContain("22 people, 6 organisations");
  expect(await state()).toBe(before);
  expect(await traces(app.app.db, ["demo.example", "demo-owner", "demonstration-kept"])).toEqual([]);
  await expect(stat(file)).rejects.toThrow();
  expect(await run(removeDemo)).toContain("There was no demonstration");
});
