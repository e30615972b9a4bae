/** Roles are given and taken by those who may, are told to the person, and stand in the audit log. */
import { verifyAudit } from "db/audit/verify.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let mail: TestMail;
let admin: SignedIn;
let steward: SignedIn;

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  admin = await signedIn(app, { handle: "africa-admin", roles: [{ role: "admin", region: "africa" }] });
  steward = await signedIn(app, { handle: "the-steward", roles: [{ role: "steward", region: null }] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

async function rolesOf(id: number): Promise<string[]> {
  const { rows } = await app.app.db.pool.query(
    "select role, region from roles where person_id = $1 order by role, region",
    [id],
  );
  return rows.map(({ role, region }) => (region === null ? role : `${role}:${region}`));
}

test("an admin gives and takes moderator and curator, and the person is told", async () => {
  const person = await signedIn(app, { regions: ["africa"] });
  const path = `/en/africa/desk/people/${person.id}`;
  const page = await app.page(path, admin.as);
  expect(page.status).toBe(200);
  expect(
    [...page.document.querySelectorAll("input[name=roles]")].map((box) => box.getAttribute("value")),
  ).toEqual(["moderator:africa", "curator:africa"]);
  const fields = { csrf: admin.csrf, roles: ["moderator:africa", "curator:africa"], confirmed: "on" };
  const given = await app.post(path, fields, admin.as);
  expect([given.status, given.headers.location]).toEqual([303, "/en/africa/desk/people?done=rolesChanged"]);
  expect(await rolesOf(person.id)).toEqual(["curator:africa", "moderator:africa"]);
  const letter = await mail.next({ to: person.email });
  expect(letter.subject).toBe("A change in your account");
  expect(letter.text).toContain("New role: moderator, Africa.");
  const had = ["moderator:africa", "curator:africa"];
  await app.post(path, { csrf: admin.csrf, had, roles: "curator:africa", confirmed: "on" }, admin.as);
  expect(await rolesOf(person.id)).toEqual(["curator:africa"]);
  const people = await app.page("/en/africa/desk/people", admin.as);
  expect(people.text("main")).toContain(person.handle);
  const log = await app.page("/en/africa/desk/audit", admin.as);
  expect(log.text("tbody tr")).toContain("no longer moderator");
  expect(log.text("tbody tr")).toContain(person.handle);
  expect((await verifyAudit(app.app.db)).broken).toBeNull();
});

test("without the confirmation nothing is given, and the form keeps what was ticked", async () => {
  const person = await signedIn(app);
  const path = `/fr/africa/desk/people/${person.id}`;
  const reply = await app.post(path, { csrf: admin.csrf, roles: "moderator:africa" }, admin.as);
  expect(reply.status).toBe(422);
  expect(reply.text).toMatch(/value="moderator:africa"[^>]*checked/);
  expect(await rolesOf(person.id)).toEqual([]);
});

test("what changed meanwhile is not undone by a form that was shown before", async () => {
  const person = await signedIn(app);
  const path = `/en/africa/desk/people/${person.id}`;
  await app.post(path, { csrf: admin.csrf, roles: "curator:africa", confirmed: "on" }, admin.as);
  // Shown when the person had no role.
  await app.post(path, { csrf: admin.csrf, roles: "moderator:africa", confirmed: "on" }, admin.as);
  expect(await rolesOf(person.id)).toEqual(["curator:africa", "moderator:africa"]);
});

test.each(["admin:africa", "steward", "moderator:south-east-asia"])(
  "an admin of Africa cannot give %s",
  async (role) => {
    const person = await signedIn(app);
    const fields = { csrf: admin.csrf, roles: role, confirmed: "on" };
    expect((await app.post(`/en/africa/desk/people/${person.id}`, fields, admin.as)).status).toBe(403);
    const own = await app.post(`/en/africa/desk/people/${admin.id}`, fields, admin.as);
    expect(own.status).toBe(403);
    expect(await rolesOf(person.id)).toEqual([]);
  },
);

test("a steward gives every role everywhere, but the last one stays", async () => {
  const person = await signedIn(app);
  const path = `/en/steward/people/${person.id}`;
  const roles = ["steward", "admin:south-east-asia", "curator:africa"];
  await app.post(path, { csrf: steward.csrf, roles, confirmed: "on" }, steward.as);
  expect(await rolesOf(person.id)).toEqual(["admin:south-east-asia", "curator:africa", "steward"]);
  await app.post(path, { csrf: steward.csrf, had: roles, confirmed: "on" }, steward.as);
  expect(await rolesOf(person.id)).toEqual([]);
  const last = await app.post(
    `/en/steward/people/${steward.id}`,
    { csrf: steward.csrf, had: "steward", confirmed: "on" },
    steward.as,
  );
  expect(last.status).toBe(422);
  expect(last.text).toContain("only steward");
  expect(await rolesOf(steward.id)).toEqual(["steward"]);
});

test("two stewards who end each other's stewardship at once leave one", async () => {
  const second = await signedIn(app, { roles: [{ role: "steward", region: null }] });
  const end = (who: SignedIn, whom: SignedIn) =>
    app.send("DELETE", `/api/v1/stewards/${whom.id}`, undefined, who.as);
  const replies = await Promise.all([end(steward, second), end(second, steward)]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)[0]).toBe(204);
  const { rows } = await app.app.db.pool.query("select person_id from roles where role = 'steward'");
  expect(rows).toHaveLength(1);
  const [{ person_id: left }] = rows;
  if (left !== steward.id) {
    await app.app.db.pool.query("update roles set person_id = $1 where role = 'steward'", [steward.id]);
  }
});

test("roles as data: the same rules, 201 and 204", async () => {
  const person = await signedIn(app);
  const at = "/api/v1/regions/africa/staff";
  const given = await app.send<{ handle: string; roles: object[] }>(
    "POST",
    at,
    { person: person.id, role: "curator" },
    admin.as,
  );
  expect(given.status).toBe(201);
  expect(given.body).toMatchObject({ handle: person.handle, roles: [{ role: "curator", region: "africa" }] });
  const list = await app.get(at, admin.as);
  expect(JSON.parse(list.text).items.map(({ id }: { id: number }) => id)).toContain(person.id);
  expect((await app.send("POST", at, { person: person.id, role: "admin" }, admin.as)).status).toBe(403);
  expect((await app.send("POST", at, { person: 999999, role: "curator" }, admin.as)).status).toBe(404);
  const extra = { person: person.id, role: "curator", region: "south-east-asia" };
  expect((await app.send("POST", at, extra, admin.as)).status).toBe(400);
  expect((await app.send("DELETE", `${at}/${person.id}/curator`, undefined, admin.as)).status).toBe(204);
  expect((await app.send("DELETE", `${at}/${person.id}/curator`, undefined, admin.as)).status).toBe(404);
  const other = await app.send(
    "POST",
    "/api/v1/regions/south-east-asia/staff",
    { person: person.id, role: "curator" },
    admin.as,
  );
  expect(other.status).toBe(403);
});

test("the people of a region are read on in parts, each once", async () => {
  for (let number = 0; number < 5; number++) await signedIn(app, { regions: ["south-east-europe"] });
  const read = async (after = "") =>
    JSON.parse((await app.get(`/api/v1/regions/south-east-europe/people?limit=2${after}`, steward.as)).text);
  const handles: string[] = [];
  let part = await read();
  expect(part.total).toBe(5);
  for (; ; part = await read(`&after=${part.next}`)) {
    handles.push(...part.items.map(({ handle }: { handle: string }) => handle));
    if (part.next === null) break;
  }
  expect(new Set(handles).size).toBe(5);
  expect(handles).toHaveLength(5);
});

test("somebody is found by handle, and nobody is told apart from nothing", async () => {
  const person = await signedIn(app, { handle: "Somebody-Else" });
  const found = await app.page("/en/africa/desk/people?handle=@somebody-else", admin.as);
  expect(found.links(`a[href$="/desk/people/${person.id}"]`)).toHaveLength(1);
  const none = await app.page("/en/africa/desk/people?handle=nobody", admin.as);
  expect(none.text("main [role=status]")).toContain("Nobody has the handle nobody");
});

test("the desk shows each what is theirs", async () => {
  const links = async (role: "moderator" | "curator" | "admin") => {
    const person = await signedIn(app, { roles: [{ role, region: "africa" }] });
    const page = await app.page("/en/africa/desk", person.as);
    expect(page.status).toBe(200);
    return page.links("main nav a").map((link) => link.split("/").at(-1));
  };
  const [curator, admin] = [await links("curator"), await links("admin")];
  expect(curator).toContain("corrections");
  for (const other of ["applications", "flags", "people", "audit"]) expect(curator).not.toContain(other);
  expect(admin).toEqual(expect.arrayContaining([...curator, "applications", "flags", "people", "audit"]));
  expect(await links("moderator")).toEqual(["desk", "flags"]);
});
