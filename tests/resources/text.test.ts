/** What a reader on a slow network may rely on: the words of a document that is kept here, without its file. */
import { takeDocument } from "server/files/documents.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { List } from "shared/page.ts";
import type { Resource } from "shared/resources/contract.ts";
import { partsOf } from "shared/resources/text.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdfOf } from "../files/pdfs.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { signedIn } from "../setup/people.ts";

let app: TestApp;
let person: Actor;
const slugs: string[] = [];
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  person = { id: (await signedIn(app)).id } as Actor;
  const { rows } = await app.app.db.pool.query(
    "select slug from resources where regions = '{}' order by id limit 3",
  );
  slugs.push(...rows.map(({ slug }) => slug));
});
afterAll(() => app.close());

async function give(slug: string | undefined, ...pages: string[]): Promise<void> {
  const file = await takeDocument(app.app, person, pdfOf(...pages));
  await app.app.db.pool.query(
    "update resources set file = $2, languages = '{fr,ar}', language = 'en' where slug = $1",
    [slug, file],
  );
}

test("the list shows what there is to load, in which languages, and leads to the words alone", async () => {
  await give(slugs[0], "What States have promised\nand what they did", "", "Annex");
  const { body } = await app.json<List<Resource>>(`/api/v1/regions/africa/resources?slug=${slugs[0]}`);
  const [resource] = body.items;
  expect(resource?.languages).toEqual(["fr", "ar"]);
  expect(resource?.file).toMatchObject({
    pages: 3,
    hasText: true,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const page = await app.page(`/en/africa/resources?slug=${slugs[0]}`);
  expect(page.text("main .plain")).toContain("3 pages");
  expect(page.text("main .plain")).toContain("also in: French, Arabic");
  expect(page.text("main .plain")).toContain(resource?.file?.sha256);
  expect(page.links("main .plain a")).toContain(resource?.file?.url);
  expect(page.links("main .plain a")).toContain(`/en/africa/resources/${slugs[0]}/text`);
  const csv = await app.get("/data/resources.csv");
  expect(csv.text).toContain(resource?.file?.sha256);
});

test("the words stand page by page in the document's language, and are said to be a program's", async () => {
  const page = await app.page(`/ar/south-east-asia/resources/${slugs[0]}/text`);
  expect(page.status).toBe(200);
  expect(page.texts("main section > div")).toEqual(["What States have promised and what they did", "Annex"]);
  const words = page.document.querySelector("main section > div");
  expect([words?.getAttribute("lang"), words?.getAttribute("dir")]).toEqual(["en", "ltr"]);
  expect(page.texts("main section").length).toBe(3);
  expect(page.text("main .notice")).toContain("برنامج");
});

test("a document whose pages are pictures says so; one that is not kept here has no such page", async () => {
  await give(slugs[1], "", "");
  const scanned = await app.page(`/en/africa/resources/${slugs[1]}/text`);
  expect(scanned.text("main .notice")).toContain("pages of this PDF are pictures");
  const list = await app.page(`/en/africa/resources?slug=${slugs[1]}`);
  expect(list.links("main .plain a").filter((link) => link.endsWith("/text"))).toEqual([]);
  for (const slug of [slugs[2], "nothing", "participation-guide"])
    expect((await app.get(`/en/africa/resources/${slug}/text`)).status).toBe(404);
});

test("a long one comes in parts, each small", async () => {
  const line = `${"Integrity in public procurement. ".repeat(2)}\n`;
  await give(slugs[2], ...Array.from({ length: 60 }, (_, place) => `Page ${place + 1}\n${line.repeat(12)}`));
  const path = `/en/africa/resources/${slugs[2]}/text`;
  const first = await app.page(path);
  expect(first.texts("main section").length).toBeLessThan(40);
  const next = first.document.querySelector('main a[rel="next"]')?.getAttribute("href") ?? "";
  const second = await app.page(next);
  expect(Number(/\d+/.exec(second.text("main section h2"))?.[0])).toBe(
    first.texts("main section").length + 1,
  );
  expect((await app.get(`${path}?part=99`)).status).toBe(404);
  expect((await app.get(path, { "accept-encoding": "br" })).bytes.length).toBeLessThan(14_600);
});

test("no page is lost between parts, however long or empty", () => {
  const pages = ["", "a".repeat(30_000), "b", "", "c".repeat(19_999), "d"];
  const parts = partsOf(pages);
  expect(parts.flat().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(parts.length).toBe(4);
});
