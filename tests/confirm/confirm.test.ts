/** Once a year a CSO is asked whether its profile is still true; one button says so, and silence shows. */
import { askWhetherTrue } from "server/confirm/ask.ts";
import { isStale, monthsFrom } from "shared/confirm/rules.ts";
import type { Organisation } from "shared/organisations/contract.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type ReceivedLetter, type TestMail, testMail } from "../setup/mail.ts";
import { signedIn } from "../setup/people.ts";

let mail: TestMail;
let app: TestApp;
let now = new Date();

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  app.app.now = () => now;
});
beforeEach(() => {
  now = new Date("2026-11-22T09:00:00Z");
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
const linkIn = (letter: ReceivedLetter) => {
  const { pathname, search } = new URL(letter.links[0] ?? "");
  return pathname + search;
};

async function claimed(slug: string, lastConfirmedOn: string, email: string | null = null): Promise<number> {
  const { rows } = await sql(
    `insert into organisations (slug, name, iso2, region, specializations, summary, status, email, last_confirmed_on)
     values ($1, $2, 'KE', 'africa', '{}', 'A summary', 'claimed', $3, $4) returning id`,
    [slug, `The ${slug}`, email, lastConfirmedOn],
  );
  await sql("notify changes");
  return Number(rows[0].id);
}

const record = async (slug: string) =>
  (await app.json<Organisation>(`/api/v1/regions/africa/organisations/${slug}`)).body;

test("months are counted on the calendar", () => {
  expect(monthsFrom("2025-08-31", 18)).toBe("2027-02-28");
  expect(monthsFrom("2026-11-22", -12)).toBe("2025-11-22");
  expect(isStale("2025-05-22", "2026-11-21")).toBe(false);
  expect(isStale("2025-05-22", "2026-11-22")).toBe(true);
  expect(isStale(null, "2026-11-22")).toBe(false);
});

test("after a year its owners are asked, each in their language, and one button confirms it", async () => {
  const organisationId = await claimed("year-old", "2025-11-22");
  const owner = await signedIn(app, { language: "fr", memberships: [{ organisationId, role: "owner" }] });
  const poster = await signedIn(app, { memberships: [{ organisationId, role: "poster" }] });
  await askWhetherTrue(app.app);
  const letter = await mail.next({ to: owner.email });
  expect(letter.subject).toMatch(/^Votre profil est-il toujours exact/);
  expect(mail.received().some(({ to }) => to === poster.email)).toBe(false);
  const path = linkIn(letter);
  const page = await app.page(path);
  expect(page.texts("main form button")).toEqual(["Oui, tout est toujours exact"]);
  expect((await record("year-old")).lastConfirmedOn).toBe("2025-11-22");
  const pressed = await app.post(path, {});
  expect(pressed.headers.location).toBe("/fr/africa/organisations/year-old?done=confirm");
  const { rows } = await sql("select last_confirmed_on from organisations where slug = 'year-old'");
  expect(rows).toEqual([{ last_confirmed_on: "2026-11-22" }]);
  expect((await app.get(path)).status).toBe(410);
  expect((await app.post(path, {})).headers.location).toContain("/confirm");
});

test("the subject names the CSO only to those who chose so", async () => {
  const organisationId = await claimed("told", "2025-01-01");
  const discreet = await signedIn(app, { memberships: [{ organisationId, role: "owner" }] });
  const open = await signedIn(app, { memberships: [{ organisationId, role: "owner" }] });
  await sql("update people set discreet_mail = false where id = $1", [open.id]);
  await askWhetherTrue(app.app);
  expect((await mail.next({ to: discreet.email })).subject).toBe("Is your profile still true?");
  expect((await mail.next({ to: open.email })).subject).toBe("Is the profile of The told still true?");
});

test("without owners the CSO's own address is asked, once in half a year", async () => {
  await claimed("no-owner", "2025-01-01", "office@cso.example.org");
  await askWhetherTrue(app.app);
  await mail.next({ to: "office@cso.example.org" });
  const askedAt = async () =>
    (await sql("select confirm_asked_at from organisations where slug = 'no-owner'")).rows[0]
      .confirm_asked_at;
  now = new Date("2027-04-01T09:00:00Z");
  await askWhetherTrue(app.app);
  expect(await askedAt()).toEqual(new Date("2026-11-22T09:00:00Z"));
  now = new Date("2027-06-01T09:00:00Z");
  await askWhetherTrue(app.app);
  await mail.next({ to: "office@cso.example.org" });
});

test("one that hides itself, is young, or was never claimed is not asked", async () => {
  await claimed("young", "2026-01-01", "young@cso.example.org");
  await claimed("dark", "2024-01-01", "dark@cso.example.org");
  await sql("update organisations set status = 'hidden', dark_since = now() where slug = 'dark'");
  await claimed("listed", "2024-01-01", "listed@cso.example.org");
  await sql("update organisations set status = 'listed' where slug = 'listed'");
  await claimed("asked", "2024-01-01", "asked@cso.example.org");
  await askWhetherTrue(app.app);
  await mail.next({ to: "asked@cso.example.org" });
  const others = mail.received().filter(({ to }) => /^(young|dark|listed)@/.test(to));
  expect(others).toEqual([]);
});

test("an instance of one region asks its own CSOs alone", async () => {
  await claimed("other-region", "2024-01-01", "other-region@cso.example.org");
  const asia = await testApp({
    databaseUrl: app.app.db.url,
    settings: { ...mail.settings, REGION: "south-east-asia" },
    now,
  });
  await askWhetherTrue(asia.app);
  await asia.close();
  const { rows } = await sql("select confirm_asked_at from organisations where slug = 'other-region'");
  expect(rows).toEqual([{ confirm_asked_at: null }]);
});

test("after 18 months profile, list and API say that it is stale, from the very day on", async () => {
  await claimed("old", "2025-05-23");
  expect((await record("old")).stale).toBeUndefined();
  expect((await app.page("/en/africa/organisations/old")).text("main")).not.toContain("out of date");
  now = new Date("2026-11-23T00:00:00Z");
  expect(await record("old")).toMatchObject({ stale: true, lastConfirmedOn: "2025-05-23" });
  const { body } = await app.json<{ items: Organisation[] }>(
    "/api/v1/regions/africa/organisations?country=KE&limit=100",
  );
  expect(body.items.find(({ slug }) => slug === "old")?.stale).toBe(true);
  expect((await app.page("/en/africa/organisations/old?saver=1")).text("main")).toContain(
    "Nobody has confirmed this profile since 23 May 2025",
  );
});

test("an address with a made-up link does not tell that there is a CSO that hides itself", async () => {
  await claimed("unseen", "2026-01-01");
  await sql("update organisations set status = 'hidden', dark_since = now() where slug = 'unseen'");
  const ask = (slug: string) => app.get(`/en/africa/organisations/${slug}/confirm?token=made-up`);
  expect([(await ask("unseen")).status, (await ask("not-there")).status]).toEqual([404, 404]);
});

test("a link confirms its own CSO alone; who keeps the profile needs none; others find nothing", async () => {
  const id = await claimed("mine", "2025-01-01", "mine@cso.example.org");
  await claimed("theirs", "2026-11-01");
  await askWhetherTrue(app.app);
  const path = linkIn(await mail.next({ to: "mine@cso.example.org" }));
  expect((await app.get(path.replace("/mine/", "/theirs/"))).status).toBe(410);
  expect((await app.page(path.replace("/mine/", "/theirs/"))).text("main")).not.toContain("The theirs");
  expect((await app.get("/en/africa/organisations/mine/confirm")).status).toBe(404);
  const editor = await signedIn(app, { memberships: [{ organisationId: id, role: "editor" }] });
  const stranger = await signedIn(app);
  const address = "/en/africa/organisations/mine/confirm";
  expect((await app.get(address, stranger.as)).status).toBe(404);
  expect((await app.get(address, editor.as)).status).toBe(200);
  expect((await app.post(address, { csrf: editor.csrf }, editor.as)).status).toBe(303);
  const { rows } = await sql("select last_confirmed_on from organisations where slug = 'mine'");
  expect(rows).toEqual([{ last_confirmed_on: "2026-11-22" }]);
});
