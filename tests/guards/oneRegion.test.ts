/** With REGION the platform is one region's: pages, data, feeds, dumps, search and sitemap know no other. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type Crawl, crawl } from "../setup/crawl.ts";

const OTHERS = /\/(south-east-europe|south-east-asia)(\/|\?|"|<|$)/;

let app: TestApp;
let site: Crawl;
const leading: string[] = [];

beforeAll(async () => {
  app = await testApp({ settings: { REGION: "africa" } });
  const look = ({ path, html }: { path: string; html: string }) => {
    const other = OTHERS.exec(html);
    if (other) leading.push(`${path} names ${other[0]}`);
  };
  site = await crawl(app, look, { ofEachKind: 4 });
}, 60_000);
afterAll(() => app.close());

test("no page leads to another region, and no link breaks", () => {
  const broken = [...site.answers].filter(([, { status }]) => status >= 400);
  expect(broken).toEqual([]);
  expect(leading).toEqual([]);
});

test("other regions' addresses are not there", async () => {
  for (const path of [
    "/en/south-east-asia",
    "/fr/south-east-europe/countries",
    "/api/v1/regions/south-east-asia/news",
  ]) {
    expect((await app.get(path)).status, path).toBe(404);
  }
});

test("dumps, feeds and sitemap hold that region alone", async () => {
  const files = [...site.answers.keys()].filter((path) => /^\/data\/|\.(atom|ics|xml)$/.test(path));
  expect(files.length).toBeGreaterThan(5);
  for (const path of files) expect((await app.get(path)).text.match(OTHERS)?.[0] ?? "", path).toBe("");
});
