/** The page on which a CSO goes dark: who may, who is told, and what is written down. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

let mail: TestMail;
let app: TestApp;
let id: number;
let slug: string;
let owner: SignedIn;
let editor: SignedIn;
beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  const rows = await sql(
    "update organisations set status = 'claimed' where id = 1 returning id, slug, region",
  );
  ({ id, slug } = rows[0]);
  owner = await signedIn(app, { language: "fr", memberships: [{ organisationId: id, role: "owner" }] });
  editor = await signedIn(app, { memberships: [{ organisationId: id, role: "editor" }] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const sql = async (text: string, values: unknown[] = []) => (await app.app.db.pool.query(text, values)).rows;
const path = () => `/en/africa/organisations/${slug}/dark`;
const soon = { timeout: 10_000, interval: 50 };

test("is for those who keep the profile", async () => {
  expect((await app.get(path())).headers.location).toContain("/en/sign-in");
  const poster = await signedIn(app, { memberships: [{ organisationId: id, role: "poster" }] });
  const curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
  const other = await signedIn(app, { memberships: [{ organisationId: id + 1, role: "owner" }] });
  for (const person of [poster, curator, other]) {
    expect((await app.get(path(), person.as)).status).toBe(404);
    const forced = await app.post(path(), { csrf: person.csrf, wanted: "dark" }, person.as);
    expect(forced.status).toBe(403);
  }
  expect((await app.get(path().replace("africa", "south-east-asia"), owner.as)).status).toBe(404);
  expect(await sql("select id from organisations where dark_since is not null")).toEqual([]);
});

test("says what is hidden and what is not, and hides by one button, with a token", async () => {
  const page = await app.page(path(), editor.as);
  expect(page.texts("main li").length).toBeGreaterThan(5);
  expect(page.texts("main form button")).toEqual(["Hide everything now"]);
  expect((await app.post(path(), { wanted: "dark" }, editor.as)).status).toBe(403);
  expect((await app.post(path(), { wanted: "dark", csrf: editor.csrf }, editor.as)).status).toBe(303);
  await expect.poll(async () => (await app.get(`/en/africa/organisations/${slug}`)).status, soon).toBe(404);
});

test("tells the owners by mail, in their language, and names nobody in the subject", async () => {
  const letter = await mail.next({ to: owner.email });
  expect(letter.subject).toBe("Une modification du profil de votre organisation");
  expect(letter.text).toContain("masquée partout");
  expect(letter.links[0]).toContain(`/fr/africa/organisations/${slug}/dark`);
  expect(mail.received().filter(({ to }) => to === editor.email)).toEqual([]);
});

test("of a CSO that is dark is still seen by its own; a look by staff is written down", async () => {
  expect((await app.page(path(), owner.as)).text(".notice")).toContain("hidden");
  const profile = `/en/africa/organisations/${slug}`;
  expect((await app.page(profile, editor.as)).text(".notice")).toContain("hidden");
  for (const below of ["/edit", "/history", "/members"])
    expect((await app.page(profile + below, editor.as)).texts("main a"), below).toContain("Show it again");
  expect((await app.page(`${profile}/edit`, editor.as)).text(".lead")).toContain("hidden");
  expect((await app.get(profile)).status).toBe(404);
  const curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
  for (const below of ["", "/edit", "/history", "/members", "/corrections", "/correct", "/contact"])
    expect((await app.get(profile + below, curator.as)).status, below).toBe(404);
  const reads = () => sql("select person_id from audit where action = 'profile.read'");
  expect(await reads()).toEqual([]);
  const admin = await signedIn(app, { roles: [{ role: "admin", region: "africa" }] });
  expect((await app.get(path(), admin.as)).status).toBe(200);
  expect(await reads()).toEqual([{ person_id: admin.id }]);
  expect((await app.get(profile, admin.as)).status).toBe(200);
  expect((await app.get(`${profile}/history`, admin.as)).status).toBe(200);
  expect(await reads()).toHaveLength(3);
  const outsider = await signedIn(app, { roles: [{ role: "admin", region: "south-east-asia" }] });
  expect((await app.get(path(), outsider.as)).status).toBe(404);
});

test("brings it back, as data too; both are in the audit log", async () => {
  const back = await app.send(
    "PUT",
    `/api/v1/regions/africa/organisations/${slug}/dark`,
    { dark: false },
    owner.as,
  );
  expect([back.status, back.body]).toEqual([200, { dark: false }]);
  await expect.poll(async () => (await app.get(`/en/africa/organisations/${slug}`)).status, soon).toBe(200);
  expect((await mail.next({ to: owner.email })).text).toContain("de nouveau");
  const rows = await sql(
    "select action, person_id from audit where action like 'organisation.%' order by id",
  );
  expect(rows).toEqual([
    { action: "organisation.darkened", person_id: editor.id },
    { action: "organisation.shown", person_id: owner.id },
  ]);
});
