/** Sitemap and robots.txt: every page in every language, and how crawlers are led to them. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

interface Entry {
  loc: string;
  lastmod?: string;
  "xhtml:link"?: { "@hreflang": string; "@href": string }[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  isArray: (name) => ["url", "sitemap", "xhtml:link"].includes(name),
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ settings: { PUBLIC_URL: "https://example.org" } });
});
afterAll(() => app.close());

async function entriesOf(of: TestApp, path: string): Promise<Entry[]> {
  const { status, headers, text } = await of.get(path);
  expect(status, path).toBe(200);
  expect(headers["content-type"]).toBe("application/xml; charset=utf-8");
  expect(XMLValidator.validate(text)).toBe(true);
  const { urlset, sitemapindex } = parser.parse(text);
  return urlset?.url ?? sitemapindex?.sitemap;
}

test("the sitemap has every page in every language, each naming the others", async () => {
  const entries = await entriesOf(app, "/sitemap.xml");
  const addresses = entries.map(({ loc }) => loc);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain("https://example.org/ar/africa/countries/ke");
  expect(addresses).toContain("https://example.org/fr/about");
  for (const entry of entries) {
    expect(entry["xhtml:link"]?.map((link) => link["@hreflang"])).toEqual(["en", "fr", "ar"]);
    expect(entry["xhtml:link"]?.map((link) => link["@href"])).toContain(entry.loc);
    if (entry.lastmod) expect(entry.lastmod).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test("every address of the sitemap is a page of its own", async () => {
  const entries = await entriesOf(app, "/sitemap.xml");
  const wrong: string[] = [];
  for (const { loc } of entries.filter((_entry, index) => index % 31 === 0)) {
    const path = loc.replace("https://example.org", "");
    const page = await app.page(path);
    const canonical = page.links('link[rel="canonical"]')[0];
    if (page.status !== 200 || canonical !== loc) wrong.push(`${page.status} ${loc} ${canonical}`);
  }
  expect(wrong).toEqual([]);
});

test("an instance of one region names its pages alone", async () => {
  const one = await testApp({ settings: { REGION: "south-east-asia" } });
  const addresses = (await entriesOf(one, "/sitemap.xml")).map(({ loc }) => loc);
  expect(addresses.some((address) => address.includes("/south-east-asia/organisations/"))).toBe(true);
  expect(
    addresses.filter((address) =>
      /africa|south-east-europe/.test(new URL(address).pathname.split("/")[2] ?? ""),
    ),
  ).toEqual([]);
  await one.close();
});

test("a large platform has an index of files that each stay small", async () => {
  const large = await testApp({ freshDatabase: true });
  await large.app.db.pool.query(`insert into organisations (slug, name, iso2, region, specializations, summary)
    select 'generated-' || n, 'Generated ' || n, 'KE', 'africa', '{}', '' from generate_series(1, 5000) n`);
  const parts = await entriesOf(large, "/sitemap.xml");
  expect(parts.length).toBeGreaterThan(5);
  const addresses = new Set<string>();
  for (const { loc } of parts) {
    const entries = await entriesOf(large, new URL(loc).pathname);
    expect(entries.length).toBeLessThanOrEqual(10_000);
    for (const entry of entries) addresses.add(new URL(entry.loc).pathname);
  }
  expect([...addresses].filter((path) => path.includes("/generated-")).length).toBe(15_000);
  expect(addresses.has("/en/africa/organisations/generated-5000")).toBe(true);
  expect((await large.get("/sitemap-organisations-99999.xml")).status).toBe(404);
  await large.close();
});

test("robots.txt leads to the sitemap and keeps crawlers out of endless filters", async () => {
  const { text } = await app.get("/robots.txt");
  expect(text).toContain("Sitemap: https://example.org/sitemap.xml\n");
  expect(text).toContain("Disallow: /*?\n");
});
