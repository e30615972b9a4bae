/** Writing at the desk: the preview, what the source says of itself, and what the region tells already. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { type TestSite, testSite } from "../setup/web.ts";

const DESK = "/en/africa/desk/news";

let site: TestSite;
let app: TestApp;
let curator: SignedIn;

beforeAll(async () => {
  site = await testSite();
  app = await testApp({
    freshDatabase: true,
    settings: { FETCH_ALLOW: site.host },
    now: "2026-11-22T12:00:00Z",
  });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(async () => {
  await Promise.all([app.close(), site.close()]);
});

type Fields = Record<string, string | string[]>;

const item = (more: Fields = {}): Fields => ({
  title: "Auditors on tenders",
  language: "en",
  summary: "The report of the auditors names three tenders.",
  url: "https://example.org/report",
  countries: ["TN"],
  ...more,
});

async function send(address: string, fields: Fields) {
  const form = await app.page(address, curator.as);
  return app.post(address, { ...form.fields(), ...fields }, curator.as);
}

const rowsOf = async (table: "articles" | "entries") =>
  (await app.app.db.pool.query(`select count(*)::int as count from ${table}`)).rows[0].count;

test("a preview shows the page as visitors will see it, and writes nothing", async () => {
  const before = [await rowsOf("articles"), await rowsOf("entries")];
  const named = { organisations: "Transparency International Kenya" };
  const reply = await send(`${DESK}/new`, item({ ...named, publishedOn: "2026-11", do: "preview" }));
  expect(reply.status).toBe(200);
  const page = parsePage(reply);
  expect(page.text("#preview")).toContain("The report of the auditors names three tenders.");
  expect(page.text("#preview")).toContain("November 2026");
  expect(page.links("#preview a")).toContain("/en/africa/organisations/transparency-international-kenya");
  expect(page.fields()).toMatchObject({ title: "Auditors on tenders", countries: "TN" });
  expect([await rowsOf("articles"), await rowsOf("entries")]).toEqual(before);
});

test("what could not be published is told instead of shown", async () => {
  const reply = await send(`${DESK}/new`, item({ countries: ["QZ"], do: "preview" }));
  expect(reply.status).toBe(422);
  expect(parsePage(reply).text("#preview")).toBe("");
  expect(reply.text).toContain("does not know this country: QZ");
});

test("the source fills in what is empty, and nothing that was written", async () => {
  site.answer("/a", {
    body: `<html lang="fr"><head><title>Le titre de la page</title>
      <meta property="og:site_name" content="La Gazette">
      <meta property="article:published_time" content="2026-11-03T10:00:00Z"></head></html>`,
  });
  const url = `${site.origin}/a`;
  const asked = await send(`${DESK}/new`, { url: `${url}?utm_source=x`, title: "My own", do: "fetch" });
  expect(asked.status).toBe(200);
  expect(parsePage(asked).fields()).toMatchObject({
    url,
    title: "My own",
    publisher: "La Gazette",
    publishedOn: "2026-11-03",
    language: "fr",
  });
  expect(asked.text).toContain("Published on, Publisher and Language of the source");
});

test("a source that cannot be read is told in words, beside what was typed", async () => {
  const lost = await send(`${DESK}/new`, { url: "http://10.0.0.1/a", title: "Kept", do: "fetch" });
  expect(lost.status).toBe(422);
  expect(lost.text).toContain("lies in a private network");
  expect(parsePage(lost).fields()).toMatchObject({ title: "Kept" });
  const none = await send(`${DESK}/new`, { title: "Kept", do: "fetch" });
  expect(none.status).toBe(422);
});

test("a source that the region tells already is named, however its address is written", async () => {
  const url = "https://www.example.org/once";
  await send(`${DESK}/new`, item({ title: "Told once", url }));
  await send(`${DESK}/new`, item({ title: "Begun", url, do: "draft" }));
  const again = await send(
    `${DESK}/new`,
    item({ title: "Told twice", url: "http://example.org/once/", do: "preview" }),
  );
  const page = parsePage(again);
  expect(page.links("[role=status] a")).toEqual([
    `${DESK}/told-once`,
    expect.stringMatching(/\/drafts\/\d+$/),
  ]);
  expect((await app.page(`${DESK}/told-once`, curator.as)).links("[role=status] a")).toHaveLength(1);
});

test("Enter in a field keeps a draft and publishes nothing", async () => {
  const form = await app.page(`${DESK}/new`, curator.as);
  const [first] = form.document.querySelectorAll("main form.form [type=submit]");
  expect(first?.getAttribute("value")).toBe("draft");
});

describe("what is typed is kept on the platform", () => {
  const NEW = "desk:africa:news:new";
  const drafts = `/api/v1/drafts/${NEW}`;
  const keep = (fields: Fields, person = curator, clientId = "typed-1") =>
    app.send<{ id: number; version: number; code?: string }>(
      "PUT",
      drafts,
      { clientId, fields, version: 0 },
      person.as,
    );

  test("it comes back into the form, also without scripts, with the version for which it was typed", async () => {
    const kept = await keep({ title: "Half a title", version: "0", countries: ["KE", "TN"] });
    expect(kept.status).toBe(200);
    const form = await app.page(`${DESK}/new?draft=${kept.body.id}`, curator.as);
    expect(form.fields()).toMatchObject({
      title: "Half a title",
      countries: ["KE", "TN"],
      version: "0",
      clientId: "typed-1",
    });
    const list = await app.page("/en/africa/board/drafts", curator.as);
    expect(list.links("main a")).toContain(`${DESK}/new?draft=${kept.body.id}`);
  });

  test("it ends when the form is sent: no device brings it back", async () => {
    await keep({ title: "To be sent" }, curator, "typed-2");
    await send(`${DESK}/new`, { title: "To be sent", clientId: "typed-2", do: "draft" });
    expect(await keep({ title: "To be sent" }, curator, "typed-2")).toMatchObject({
      status: 409,
      body: { code: "conflict" },
    });
    const { items } = (await app.app.fastify.inject({ url: drafts, headers: curator.as })).json();
    expect(items.map(({ clientId }: { clientId: string }) => clientId)).not.toContain("typed-2");
  });

  test("typed over what somebody else changed meanwhile, both stand beside each other", async () => {
    await send(`${DESK}/new`, item({ title: "As it was" }));
    const address = `${DESK}/as-it-was`;
    const typed = (await app.page(address, curator.as)).fields();
    await send(address, { title: "As another wrote it", countries: ["TN"] });
    const place = "/api/v1/drafts/desk:africa:news:as-it-was";
    const body = { clientId: "typed-3", version: 0, fields: { ...typed, title: "As it was typed" } };
    const kept = await app.send<{ id: number }>("PUT", place, body, curator.as);
    const late = await send(`${address}?draft=${kept.body.id}`, { countries: ["TN"] });
    expect(late.status).toBe(409);
    expect(parsePage(late).text("[role=alert]")).toContain("As another wrote it");
    expect(parsePage(late).fields()).toMatchObject({ title: "As it was typed" });
  });

  test("it is nobody else's, and nobody keeps anything at another region's desk", async () => {
    const stranger = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
    expect((await keep({ title: "Foreign" }, stranger)).status).toBe(404);
    expect((await app.app.fastify.inject({ url: drafts, headers: stranger.as })).json().items).toEqual([]);
  });
});
