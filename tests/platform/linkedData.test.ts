/** What search engines are told in schema.org's words, and which address of a page is its own. */
import { languageCodes } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ settings: { PUBLIC_URL: "https://example.org" } });
});
afterAll(() => app.close());

/** The page's data blocks, by type. */
async function dataOf(path: string): Promise<Map<string, Record<string, unknown>>> {
  const page = await app.page(path);
  const blocks = [...page.document.querySelectorAll('script[type="application/ld+json"]')];
  return new Map(
    blocks.map(({ textContent }) => {
      const data = JSON.parse(textContent ?? "");
      expect(data["@context"]).toBe("https://schema.org");
      return [data["@type"], data];
    }),
  );
}

async function slugOf(table: string): Promise<string> {
  const { rows } = await app.app.db.pool.query(
    `select slug from ${table} where to_jsonb(${table}) ->> 'region' = 'africa' or to_jsonb(${table}) -> 'regions' ? 'africa' order by id limit 1`,
  );
  return rows[0].slug;
}

test("a region's home says how the platform is searched", async () => {
  const site = (await dataOf("/fr/africa")).get("WebSite");
  expect(site).toMatchObject({ url: "https://example.org/fr/africa", inLanguage: "fr" });
  expect(site?.potentialAction).toMatchObject({
    "@type": "SearchAction",
    target: { urlTemplate: "https://example.org/fr/africa/search?q={search_term_string}" },
  });
});

test.each([
  ["organisations", "organisations", "NGO"],
  ["events", "events", "Event"],
  ["news", "articles", undefined],
])("a page of %s describes its record", async (room, table, type) => {
  const path = `/en/africa/${room}/${await slugOf(table)}`;
  const data = await dataOf(path);
  expect(data.size).toBeGreaterThan(0);
  const record = type === undefined ? [...data.values()][0] : data.get(type);
  expect(record?.["@id"] ?? record?.url).toBe(`https://example.org${path}`);
  expect(record?.name ?? record?.headline ?? record?.about).toBeTruthy();
});

test("a country's page describes the country, and nothing that would be an opinion on its status", async () => {
  expect((await dataOf("/en/africa/countries/ke")).get("Country")).toMatchObject({ identifier: "KE" });
  const kosovo = await dataOf("/en/south-east-europe/countries/xk");
  expect(kosovo.get("Country")).toBeUndefined();
  expect(kosovo.get("Place")).toMatchObject({ identifier: "XK" });
});

describe.each([
  "",
  "/about",
  "/africa",
  "/africa/countries",
  "/africa/countries/ke",
  "/africa/organisations",
  "/africa/news",
  "/africa/events",
  "/africa/resources",
  "/africa/partners",
])("/en%s", (path) => {
  test("names its own address and the same page in every language", async () => {
    const page = await app.page(`/en${path}`);
    expect(page.links('link[rel="canonical"]')).toEqual([`https://example.org/en${path}`]);
    expect(page.links('link[rel="alternate"][hreflang]')).toEqual(
      languageCodes.map((code) => `https://example.org/${code}${path}`),
    );
  });
});
