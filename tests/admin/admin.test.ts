/** What an operator does by command, and the first start's link. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { runAdmin } from "server/admin/run.ts";
import { offerFirstSteward } from "server/firstSteward.ts";
import { StartFailure } from "shared/startFailure.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePerson } from "../make/person.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { signedIn } from "../setup/people.ts";

let app: TestApp;

beforeAll(async () => {
  app = await testApp({ freshDatabase: true, settings: { PUBLIC_URL: "https://platform.example" } });
});
afterAll(() => app.close());

async function admin(...words: string[]): Promise<string[]> {
  const lines: string[] = [];
  const { config, db } = app.app;
  await runAdmin({ config, db, say: (line) => lines.push(line) }, words);
  return lines;
}

const linkIn = (lines: string[]) => lines.find((line) => line.startsWith("https://")) ?? "";

async function rolesOf(handle: string): Promise<string[]> {
  const { rows } = await app.app.db.pool.query(
    "select r.role, r.region from roles as r join people as p on p.id = r.person_id where p.handle = $1",
    [handle],
  );
  return rows.map(({ role, region }) => (region === null ? role : `${role}:${region}`));
}

/** Follows a link to a new account, as its reader does. */
async function join(url: string, handle: string, email?: string): Promise<number> {
  const { pathname, search } = new URL(url);
  const page = await app.page(pathname + search);
  expect(page.status).toBe(200);
  const hidden = [...page.document.querySelectorAll("form.form input[type=hidden]")];
  const fields = Object.fromEntries(
    hidden.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
  );
  const reply = await app.post(pathname + search, {
    ...fields,
    handle,
    newPassword: "seven quiet rivers under the bridge",
    language: "en",
    ...(email ? { email } : {}),
  });
  return reply.status;
}

test("nodes that start at once print one link, and it makes the first steward", async () => {
  const said: string[] = [];
  await Promise.all([1, 2, 3].map(() => offerFirstSteward(app.app, (line) => said.push(line))));
  const links = said.filter((line) => line.startsWith("https://platform.example/en/account/welcome?token="));
  expect(links).toHaveLength(1);
  expect(await join(links[0] ?? "", "adaeze-one", "first@example.org")).toBe(303);
  expect(await rolesOf("adaeze-one")).toEqual(["steward"]);
  const later: string[] = [];
  await offerFirstSteward(app.app, (line) => later.push(line));
  expect(later).toEqual([]);
});

test("a later start without a steward ends the link before and prints another", async () => {
  const own = await testApp({ freshDatabase: true });
  try {
    const offer = async () => {
      const said: string[] = [];
      await offerFirstSteward(own.app, (line) => said.push(line));
      return said;
    };
    const [, first = ""] = await offer();
    expect((await offer()).join("\n")).toContain("npm run admin -- steward create");
    await own.app.db.pool.query("update links set created_at = created_at - interval '1 hour'");
    const [, second] = await offer();
    expect(second).not.toBe(first);
    const { pathname, search } = new URL(first);
    expect((await own.page(pathname + search)).document.querySelector("[name=handle]")).toBeNull();
  } finally {
    await own.close();
  }
});

test("a steward is made by a link to an address", async () => {
  const url = linkIn(await admin("steward", "create", "second@example.org"));
  expect(await join(url, "bilal-two")).toBe(303);
  expect(await rolesOf("bilal-two")).toEqual(["steward"]);
  expect(
    (await app.page(new URL(url).pathname + new URL(url).search)).document.querySelector("[name=handle]"),
  ).toBeNull();
});

test("a reset ends sessions, removes password and second factors, and the link opens a new password", async () => {
  const id = await makePerson(app.app.db, {
    handle: "lost-phone",
    email: "lost@example.org",
    language: "fr",
  });
  const person = await signedIn(app, { handle: "lost-too" });
  const { pool } = app.app.db;
  await pool.query("update people set totp_secret = 'x', totp_confirmed_at = now() where id = $1", [
    person.id,
  ]);
  await pool.query(
    "insert into passkeys (person_id, credential_id, public_key, counter, name) values ($1, 'c', '\\x01', 0, 'Key')",
    [person.id],
  );
  expect(linkIn(await admin("steward", "reset", "LOST@example.org"))).toContain("/fr/account/reset?token=");
  expect(id).toBeGreaterThan(0);
  const url = new URL(linkIn(await admin("steward", "reset", "lost-too")));
  const page = await app.page(url.pathname + url.search);
  expect(page.document.querySelector("input[type=password]")).not.toBeNull();
  const { rows } = await pool.query(
    `select password_hash, totp_secret, totp_confirmed_at, (select count(*) from passkeys where person_id = p.id) as keys,
      (select count(*) from sessions where person_id = p.id and ended_at is null) as sessions from people as p where id = $1`,
    [person.id],
  );
  expect(rows[0]).toEqual({
    password_hash: null,
    totp_secret: null,
    totp_confirmed_at: null,
    keys: 0,
    sessions: 0,
  });
  expect((await app.get("/en/account", person.as)).status).toBe(303);
});

test("roles are granted, listed and revoked", async () => {
  await makePerson(app.app.db, { handle: "helper" });
  expect(await admin("roles", "grant", "helper", "curator", "africa")).toEqual([
    "helper is now curator of africa.",
  ]);
  expect(await admin("roles", "grant", "helper@example.org", "curator", "africa")).toEqual([
    "helper was curator of africa already.",
  ]);
  expect((await admin("roles", "list", "africa")).join("\n")).toContain("helper: curator of africa (asleep");
  expect(await admin("roles", "revoke", "helper", "curator", "africa")).toEqual([
    "helper is no longer curator of africa.",
  ]);
  expect(await rolesOf("helper")).toEqual([]);
});

test.each<[string[], RegExp]>([
  [["steward"], /There is no command "steward"[\s\S]*npm run admin/],
  [["steward", "create"], /used differently/],
  [["steward", "create", "nobody"], /no e-mail address/],
  [["steward", "reset", "nobody"], /no account with the handle/],
  [["roles", "grant", "helper", "king", "africa"], /no role "king"/],
  [["roles", "grant", "helper", "curator"], /Of which region/],
  [["roles", "grant", "helper", "curator", "atlantis"], /no region "atlantis"[\s\S]*africa/],
  [["roles", "grant", "helper", "steward", "africa"], /whole platform/],
  [["roles", "revoke", "helper", "curator", "africa"], /is not curator/],
  [["audit", "verify", "now"], /used differently/],
])("%j is answered with a helpful sentence", async (words, sentence) => {
  await expect(admin(...words)).rejects.toThrow(sentence);
  await expect(admin(...words)).rejects.toThrow(StartFailure);
});

test("the only steward cannot be revoked", async () => {
  await admin("roles", "revoke", "bilal-two", "steward");
  await expect(admin("roles", "revoke", "adaeze-one", "steward")).rejects.toThrow(/only steward/);
});

test("the audit log is verified, and a broken one named; as a process it tells so by its exit code", async () => {
  expect((await admin("audit", "verify"))[0]).toMatch(/^The audit log holds: \d+ rows\.$/);
  await app.app.db.pool.query(
    "begin; alter table audit disable trigger user; update audit set action = 'x' where id = 3; alter table audit enable trigger user; commit",
  );
  await expect(admin("audit", "verify")).rejects.toThrow(/broken at row 3: it is not as it was written/);
  const root = path.resolve(import.meta.dirname, "../..");
  const env = {
    PATH: process.env.PATH ?? "",
    DATABASE_URL: app.app.config.DATABASE_URL ?? "",
    SESSION_SECRET: "s".repeat(32),
  };
  const run = (...words: string[]) =>
    promisify(execFile)(path.join(root, "node_modules/.bin/node"), ["server/admin.ts", ...words], {
      cwd: root,
      env,
    });
  await expect(run("audit", "verify")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/row 3/),
  });
  expect((await run()).stdout).toContain("steward create <e-mail>");
});
