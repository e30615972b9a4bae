/** Who keeps a CSO's profile: roles, leaving, hand-over and invitations, with one owner at all times. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { claimed } from "../make/person.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let app: TestApp;
let mail: TestMail;
let cso: { id: number; slug: string };
let at: string;
let api: string;
let owner: SignedIn;
let editor: SignedIn;
let next = 0;

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

beforeEach(async () => {
  const { rows } = await app.app.db.pool.query(
    "select id, slug from organisations where region = 'africa' and status = 'listed' order by id offset $1 limit 1",
    [next++],
  );
  [cso] = rows;
  await claimed(app.app.db, cso.slug);
  at = `/en/africa/organisations/${cso.slug}/members`;
  api = `/api/v1/regions/africa/organisations/${cso.slug}`;
  owner = await member("owner");
  editor = await member("editor");
});

function member(role: "owner" | "editor" | "poster"): Promise<SignedIn> {
  return signedIn(app, { memberships: [{ organisationId: cso.id, role }] });
}

async function roles(): Promise<Record<string, string>> {
  const { rows } = await app.app.db.pool.query(
    "select p.handle, m.role from memberships as m join people as p on p.id = m.person_id where organisation_id = $1",
    [cso.id],
  );
  return Object.fromEntries(rows.map(({ handle, role }) => [handle, role]));
}

test("owners see everything, editors the list alone, posters and strangers nothing", async () => {
  const poster = await member("poster");
  const stranger = await signedIn(app);
  const seen = await app.page(at, owner.as);
  expect(seen.status).toBe(200);
  for (const { handle } of [owner, editor, poster]) expect(seen.text("table")).toContain(handle);
  expect(seen.links("main a").some((link) => link.endsWith("/members/invite"))).toBe(true);
  const asEditor = await app.page(at, editor.as);
  expect(asEditor.status).toBe(200);
  expect(asEditor.links("main a").some((link) => link.includes("/members/"))).toBe(false);
  for (const one of [poster, stranger]) expect((await app.get(at, one.as)).status).toBe(404);
  expect((await app.get(at)).status).toBe(303);
});

test("an owner changes a role and ends a membership, and the person is told", async () => {
  const change = (role: string) => app.post(`${at}/${editor.id}`, { csrf: owner.csrf, role }, owner.as);
  expect((await change("poster")).headers.location).toBe(`${at}?done=memberChanged`);
  expect((await roles())[editor.handle]).toBe("poster");
  expect((await change("none")).headers.location).toBe(`${at}?done=memberRemoved`);
  expect((await roles())[editor.handle]).toBeUndefined();
  const told = [await mail.next({ to: editor.email }), await mail.next({ to: editor.email })];
  expect(told.some(({ text }) => text.includes("You are now: poster."))).toBe(true);
  expect(told.map(({ subject }) => subject)).toEqual(Array(2).fill("A change in an organisation of yours"));
});

test("the only owner cannot step down, be removed or leave", async () => {
  const down = await app.post(`${at}/${owner.id}`, { csrf: owner.csrf, role: "editor" }, owner.as);
  expect(down.status).toBe(422);
  expect(down.text).toContain("only owner");
  const leave = await app.post(
    `/en/africa/organisations/${cso.slug}/leave`,
    { csrf: owner.csrf, leave: "yes" },
    owner.as,
  );
  expect(leave.status).toBe(422);
  const api409 = await app.send<{ code: string }>(
    "DELETE",
    `${api}/members/${owner.id}`,
    undefined,
    owner.as,
  );
  expect([api409.status, api409.body.code]).toEqual([409, "last-owner"]);
  const page = await app.page(`/en/africa/organisations/${cso.slug}/leave`, owner.as);
  expect(page.texts("main a")).toContain("Hand over");
  expect((await roles())[owner.handle]).toBe("owner");
});

test("two owners who leave at once cannot leave none", async () => {
  for (let round = 0; round < 5; round++) {
    const second = await member("owner");
    const leave = (who: SignedIn) =>
      app.post(`/en/africa/organisations/${cso.slug}/leave`, { csrf: who.csrf, leave: "yes" }, who.as);
    const statuses = (await Promise.all([leave(owner), leave(second)])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([303, 422]);
    if (statuses[0] === 303) owner = second;
  }
  expect(Object.values(await roles()).filter((role) => role === "owner")).toHaveLength(1);
});

test("a poster leaves too; whoever is not in has nothing to leave", async () => {
  const poster = await member("poster");
  const path = `/fr/africa/organisations/${cso.slug}/leave`;
  expect((await app.get(path, poster.as)).status).toBe(200);
  const left = await app.post(path, { csrf: poster.csrf, leave: "yes" }, poster.as);
  expect(left.headers.location).toBe("/fr/account?done=memberLeft");
  expect((await app.get(path, poster.as)).status).toBe(404);
});

test("an owner hands over in one step", async () => {
  const fields = { csrf: owner.csrf, person: String(editor.id), own: "poster" };
  const reply = await app.post(`${at}/hand-over`, fields, owner.as);
  expect(reply.headers.location).toBe(`/en/africa/organisations/${cso.slug}?done=handedOver`);
  expect(await roles()).toMatchObject({ [owner.handle]: "poster", [editor.handle]: "owner" });
  expect((await app.get(`${at}/hand-over`, owner.as)).status).toBe(404);
});

test("a hand-over to somebody who is not in is refused", async () => {
  const stranger = await signedIn(app);
  const fields = { csrf: owner.csrf, person: String(stranger.id), own: "poster" };
  expect((await app.post(`${at}/hand-over`, fields, owner.as)).status).toBe(422);
  expect((await roles())[owner.handle]).toBe("owner");
});

test("an editor changes nothing, by page or by data", async () => {
  const fields = { csrf: editor.csrf, role: "owner" };
  expect((await app.post(`${at}/${editor.id}`, fields, editor.as)).status).toBe(403);
  expect((await app.get(`${at}/${editor.id}`, editor.as)).status).toBe(404);
  const patch = await app.send("PATCH", `${api}/members/${editor.id}`, { role: "owner" }, editor.as);
  expect(patch.status).toBe(403);
  expect((await roles())[editor.handle]).toBe("editor");
});

test("a member of another CSO cannot be reached through one's own", async () => {
  const { rows } = await app.app.db.pool.query(
    "select id from organisations where region = 'africa' and id <> $1 limit 1",
    [cso.id],
  );
  const other = await signedIn(app, { memberships: [{ organisationId: rows[0].id, role: "editor" }] });
  expect((await app.post(`${at}/${other.id}`, { csrf: owner.csrf, role: "none" }, owner.as)).status).toBe(
    404,
  );
  expect((await app.send("DELETE", `${api}/members/${other.id}`, undefined, owner.as)).status).toBe(404);
  const elsewhere = `/en/south-east-asia/organisations/${cso.slug}/members`;
  expect((await app.get(elsewhere, owner.as)).status).toBe(404);
});

test("an invitation goes out in its language, once, discreetly, and can be sent again and withdrawn", async () => {
  const email = `new-colleague-${next}@example.org`;
  const invite = () =>
    app.post(`${at}/invite`, { csrf: owner.csrf, email, role: "editor", language: "fr" }, owner.as);
  expect((await invite()).headers.location).toBe(`${at}?done=memberInvited`);
  const again = await invite();
  expect(again.status).toBe(422);
  expect(again.text).toContain("is open already");
  const first = await mail.next({ to: email });
  expect(first.subject).toBe("Une invitation");
  expect(first.links[0]).toContain("/fr/account/welcome?token=");
  const { items } = JSON.parse((await app.get(`${api}/invitations`, owner.as)).text);
  expect(items).toMatchObject([{ email, role: "editor", language: "fr" }]);
  const path = `${at}/invitations/${items[0].id}`;
  const soon = await app.post(path, { csrf: owner.csrf, do: "resend" }, owner.as);
  expect(soon.status).toBe(422);
  await app.app.db.pool.query("update invitations set sent_at = sent_at - interval '11 minutes'");
  expect((await app.post(path, { csrf: owner.csrf, do: "resend" }, owner.as)).status).toBe(303);
  const second = await mail.next({ to: email });
  expect(second.links[0]).not.toBe(first.links[0]);
  const open = () =>
    app.app.db.pool.query("select id from links where email = $1 and used_at is null", [email]);
  expect((await open()).rows).toHaveLength(1);
  const withdrawn = await app.post(path, { csrf: owner.csrf, do: "withdraw" }, owner.as);
  expect(withdrawn.headers.location).toBe(`${at}?done=memberUninvited`);
  expect((await open()).rows).toHaveLength(0);
  expect((await app.get(path, owner.as)).status).toBe(404);
});

test("so many invitations may be open, and no more", async () => {
  const invite = (number: number) => ({
    email: `c${number}-${next}@example.org`,
    role: "poster",
    language: "en",
  });
  for (let number = 0; number < 20; number++) {
    const reply = await app.send("POST", `${api}/invitations`, invite(number), owner.as);
    expect(reply.status).toBe(201);
  }
  const more = await app.send<{ code: string }>("POST", `${api}/invitations`, invite(20), owner.as);
  expect([more.status, more.body.code]).toEqual([429, "too-many"]);
  const { items } = JSON.parse((await app.get(`${api}/invitations`, owner.as)).text);
  expect(items).toHaveLength(20);
  const gone = await app.send("DELETE", `${api}/invitations/${items[0].id}`, undefined, owner.as);
  expect(gone.status).toBe(204);
});

test("an address that is none is refused at its field, with everything as it was typed", async () => {
  const fields = { csrf: owner.csrf, email: "nobody at example", role: "owner", language: "ar" };
  const reply = await app.post(`${at}/invite`, fields, owner.as);
  expect(reply.status).toBe(422);
  expect(reply.text).toContain('value="nobody at example"');
  expect(reply.text).toMatch(/<input[^>]*aria-invalid="true"[^>]*/);
});

test("an admin of the region helps a CSO whose owner is gone", async () => {
  const admin = await signedIn(app, { roles: [{ role: "admin", region: "africa" }] });
  expect((await app.post(`${at}/${editor.id}`, { csrf: admin.csrf, role: "owner" }, admin.as)).status).toBe(
    303,
  );
  expect((await roles())[editor.handle]).toBe("owner");
  const other = await signedIn(app, { roles: [{ role: "admin", region: "south-east-asia" }] });
  expect((await app.post(`${at}/${editor.id}`, { csrf: other.csrf, role: "poster" }, other.as)).status).toBe(
    403,
  );
});
