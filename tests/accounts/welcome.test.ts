/** The link to a new account: it creates one with what it gives, once, or adds it to the account one has. */
import { transaction } from "db/transaction.ts";
import { type NewAccount, newAccountLink } from "server/accounts/joining.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { account, cookiesAfter, PASSWORD } from "./account.ts";

let own: TestApp;
let now = new Date();
let organisationId = 0;

beforeAll(async () => {
  own = await testApp({ freshDatabase: true, now: () => now });
  const { rows } = await own.app.db.pool.query("select id from organisations where slug = 'aneej'");
  organisationId = rows[0].id;
});
afterAll(() => own.close());

let count = 0;
const fresh = () => {
  count += 1;
  return { handle: `newcomer${count}`, email: `newcomer${count}@example.org` };
};

async function link(wanted: Partial<NewAccount> & { email: string | null }): Promise<string> {
  const { url } = await transaction(own.app.db, (tx) =>
    newAccountLink(own.app, tx, { language: "en", data: {}, ...wanted }),
  );
  return url.slice(own.app.origin().length);
}

const fields = (handle: string) => ({ handle, newPassword: PASSWORD, language: "en" });
const person = async (handle: string) =>
  (await own.app.db.pool.query("select * from people where lower(handle) = lower($1)", [handle])).rows[0];
const memberships = async (id: number) =>
  (await own.app.db.pool.query("select role from memberships where person_id = $1 order by 1", [id])).rows;

test("gives a handle, a password, a language, and what the link says, and signs in", async () => {
  const { handle, email } = fresh();
  const data = {
    roles: [{ role: "curator" as const, region: "africa" }],
    memberships: [{ organisationId, role: "owner" as const }],
    regions: ["south-east-asia"],
  };
  const path = await link({ email, data });
  const page = await own.page(path);
  expect([page.status, page.text("h1")]).toEqual([200, "Create your account"]);
  expect(page.texts("main ul li").slice(0, 3)).toEqual([
    "Curator, Africa",
    expect.stringMatching(/^Owner, /),
    "Member in South-East Asia",
  ]);
  expect(await person(handle)).toBeUndefined();
  const reply = await own.post(path, { ...fields(handle), language: "fr" });
  expect([reply.status, reply.headers.location]).toEqual([303, "/fr/account?done=welcome"]);
  const row = await person(handle);
  expect(row).toMatchObject({ email, language: "fr", regions: ["south-east-asia"] });
  expect(row.email_verified_at).not.toBeNull();
  expect(await memberships(row.id)).toEqual([{ role: "owner" }]);
  const { rows } = await own.app.db.pool.query("select status from organisations where id = $1", [
    organisationId,
  ]);
  expect(rows[0].status).toBe("claimed");
  const mine = await own.page("/en/account", cookiesAfter(reply));
  expect(mine.text("main")).toContain("Curator, Africa asleep");
  const { rows: audited } = await own.app.db.pool.query(
    "select action from audit where target = $1 order by id",
    [`person:${row.id}`],
  );
  expect(audited.map(({ action }) => action)).toEqual(["account.created", "role.granted.curator"]);
});

test("opens once: of three at once one creates an account, and afterwards the link is gone", async () => {
  const path = await link({ email: fresh().email });
  const replies = await Promise.all([1, 2, 3].map(() => own.post(path, fields(fresh().handle))));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
  expect((await own.page(path)).status).toBe(410);
});

test("ends when it says so", async () => {
  const { handle, email } = fresh();
  const [day, fortnight] = [await link({ email }), await link({ email, hours: 14 * 24 })];
  const before = now;
  now = new Date(now.getTime() + 25 * 3_600_000);
  expect((await own.post(day, fields(handle))).status).toBe(422);
  expect((await own.post(fortnight, fields(handle))).status).toBe(303);
  now = before;
});

test.each([
  ["a reserved handle", { handle: "secretariat" }],
  ["a handle of two alphabets", { handle: "аmina" }],
  ["no handle", { handle: "" }],
  ["a megabyte of a handle", { handle: "x".repeat(400_000) }],
  ["an emoji", { handle: "🦒🦒🦒" }],
  ["a short password", { newPassword: "short" }],
  ["the handle as password", { handle: "somebody.long", newPassword: "somebody.long" }],
  ["a language that is not offered", { language: "tlh" }],
])("with %s it stays open, and the form comes back as it was typed", async (_what, wrong) => {
  const { handle, email } = fresh();
  const path = await link({ email });
  const refused = await own.post(path, { ...fields(handle), ...wrong });
  expect(refused.status).toBe(422);
  expect(refused.text).not.toContain(PASSWORD);
  expect((await own.post(path, fields(handle))).status).toBe(303);
});

test("a handle that somebody has is refused, in any case of letters", async () => {
  const other = await account(own);
  const path = await link({ email: fresh().email });
  const reply = await own.post(path, fields(other.handle.toUpperCase()));
  expect(reply.status).toBe(422);
  expect(reply.text).toContain("Somebody has this handle already.");
});

test("what is not asked for is not taken: neither roles nor another address", async () => {
  const { handle, email } = fresh();
  const path = await link({ email });
  const more = { email: "other@example.org", roles: "steward", "roles.0.role": "steward", regions: "africa" };
  expect((await own.post(path, { ...fields(handle), ...more })).status).toBe(303);
  expect(await person(handle)).toMatchObject({ email, regions: [] });
});

test("without an address it asks for one, which is confirmed later", async () => {
  const { handle, email } = fresh();
  const path = await link({ email: null, data: { roles: [{ role: "steward", region: null }] } });
  expect((await own.post(path, fields(handle))).status).toBe(422);
  const reply = await own.post(path, { ...fields(handle), email });
  expect(reply.status).toBe(303);
  expect(await person(handle)).toMatchObject({ email, email_verified_at: null });
  expect((await own.page("/en/account", cookiesAfter(reply))).text("main")).toContain("not confirmed");
});

test("whoever has an account already signs in, and it is added to that, by a button with the form's token", async () => {
  const someone = await account(own);
  const data = { memberships: [{ organisationId, role: "editor" as const }], regions: ["africa"] };
  const path = await link({ email: someone.email.toUpperCase(), data });
  const visitor = await own.page(path);
  expect(visitor.document.querySelector("[name=newPassword]")).toBeNull();
  expect(visitor.links("main a.button")[0]).toBe(`/en/sign-in?next=${encodeURIComponent(path)}`);
  expect((await own.post(path, fields(fresh().handle))).status).toBe(422);
  const token = new URLSearchParams(path.split("?")[1]).get("token") ?? "";
  const add = (sent: Record<string, string>, as: { cookie: string }) =>
    own.post("/en/account/welcome/add", sent, as);
  const stranger = await account(own);
  expect((await own.page(path, stranger.as)).text("main")).toContain("another account");
  expect((await add({ token, csrf: stranger.csrf }, stranger.as)).status).toBe(403);
  expect((await add({ token }, someone.as)).status).toBe(403);
  expect((await add({ token, csrf: someone.csrf }, someone.as)).headers.location).toBe(
    "/en/account?done=added",
  );
  expect(await memberships(someone.id)).toEqual([{ role: "editor" }]);
  expect((await add({ token, csrf: someone.csrf }, someone.as)).status).toBe(404);
});

test("a weaker invitation takes nothing away, a stronger one adds", async () => {
  const someone = await account(own, { memberships: [{ organisationId, role: "editor" }] });
  const take = async (role: "owner" | "editor" | "poster") => {
    const path = await link({ email: someone.email, data: { memberships: [{ organisationId, role }] } });
    const token = new URLSearchParams(path.split("?")[1]).get("token") ?? "";
    await own.post("/en/account/welcome/add", { token, csrf: someone.csrf }, someone.as);
    return memberships(someone.id);
  };
  expect(await take("poster")).toEqual([{ role: "editor" }]);
  expect(await take("owner")).toEqual([{ role: "owner" }]);
  expect(await take("editor")).toEqual([{ role: "owner" }]);
});

test("an invitation that was withdrawn gives nothing, and makes no account", async () => {
  const { handle, email } = fresh();
  const { rows } = await own.app.db.pool.query(
    `insert into invitations (organisation_id, email, role, language, expires_at, withdrawn_at)
     values ($1, $2, 'editor', 'en', now() + interval '1 day', now()) returning id`,
    [organisationId, email],
  );
  const data = { memberships: [{ organisationId, role: "editor" as const }], invitationId: rows[0].id };
  const path = await link({ email, data });
  expect((await own.post(path, fields(handle))).status).toBe(422);
  expect(await person(handle)).toBeUndefined();
});
