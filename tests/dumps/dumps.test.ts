/** Dumps: all public records as files, the same as the JSON interface gives them. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { dumpAddress, dumpNames, formatsOf } from "shared/dumps/addresses.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

type Record_ = Record<string, unknown>;
interface Dump {
  licence: string;
  items: Record_[];
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });
const dumpOf = async (of: TestApp, name: (typeof dumpNames)[number]) =>
  (await of.json<Dump>(dumpAddress(name, "json"))).body;

describe.each(dumpNames)("%s", (name) => {
  test("has as many rows in CSV as records in JSON, and their values come back as they were", async () => {
    const { items } = await dumpOf(app, name);
    const { text } = await app.get(dumpAddress(name, "csv"));
    const rows = rowsOf(text);
    expect(items.length).toBeGreaterThan(50);
    expect(rows.length).toBe(items.length);
    expect(text.startsWith("\ufeff")).toBe(false);
    for (const [index, item] of items.entries()) {
      const row = rows[index] ?? {};
      const plain = Object.entries(item).filter(([, value]) => typeof value !== "object");
      for (const [key, value] of plain) expect(row[key]?.replace(/^'(?=[=+\-@])/, "")).toBe(String(value));
    }
  });

  test.each(formatsOf(name))("names its licence and its type as %s", async (format) => {
    const { headers, status } = await app.get(dumpAddress(name, format));
    expect(status).toBe(200);
    expect(headers.link).toBe('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
    expect(headers["content-disposition"]).toBe(`attachment; filename="${name}.${format}"`);
    expect(headers["content-type"]).toContain(
      { csv: "text/csv", json: "application/json", geojson: "application/geo+json" }[format],
    );
  });
});

test.each(["countries", "organisations", "news", "events", "resources"] as const)(
  "%s are the same objects as the JSON interface gives",
  async (name) => {
    const { body } = await app.json<{ items: Record_[] }>(`/api/v1/regions/africa/${name}?limit=100`);
    const { items } = await dumpOf(app, name);
    const keyOf = (record: Record_) => record.id ?? record.iso2;
    const dumped = new Map(items.map((item) => [keyOf(item), item]));
    expect(body.items.length).toBeGreaterThan(10);
    for (const item of body.items) expect(dumped.get(keyOf(item))).toEqual(item);
  },
);

test("organisations that state their city stand on the map at that city", async () => {
  const { body } = await app.json<{ type: string; features: GeoJSON.Feature<GeoJSON.Point>[] }>(
    "/data/organisations.geojson",
  );
  const { items } = await dumpOf(app, "organisations");
  expect(body.type).toBe("FeatureCollection");
  expect(body.features.length).toBe(items.filter(({ city }) => city !== null).length);
  const [first] = items.filter(({ city }) => city !== null) as {
    slug: string;
    city: { lat: number; lon: number };
  }[];
  const feature = body.features.find(({ properties }) => properties?.slug === first?.slug);
  expect(feature?.geometry.coordinates).toEqual([first?.city.lon, first?.city.lat]);
});

test("a file comes compressed as asked, and not again where nothing changed", async () => {
  const plain = await app.get("/data/news.json");
  const br = await app.get("/data/news.json", { "accept-encoding": "br" });
  const gzip = await app.get("/data/news.json", { "accept-encoding": "gzip" });
  expect(brotliDecompressSync(br.bytes).toString()).toBe(plain.text);
  expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text);
  expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  const again = await app.get("/data/news.json", {
    "accept-encoding": "br",
    "if-none-match": br.headers.etag ?? "",
  });
  expect(again.status).toBe(304);
  expect(again.bytes.length).toBe(0);
});

test("an instance of one region gives that region's records alone, and documents for all regions", async () => {
  const one = await testApp({ settings: { REGION: "africa" } });
  const organisations = await dumpOf(one, "organisations");
  const countries = await dumpOf(one, "countries");
  const reviews = await dumpOf(one, "reviews");
  const events = await dumpOf(one, "events");
  const resources = await dumpOf(one, "resources");
  const all = [...organisations.items, ...countries.items, ...reviews.items];
  expect(all.every(({ region }) => region === "africa")).toBe(true);
  expect(countries.items.length).toBe(54);
  expect(events.items.every(({ regions }) => (regions as string[]).includes("africa"))).toBe(true);
  expect(resources.items.some(({ regions }) => (regions as string[]).length === 0)).toBe(true);
  await one.close();
});

describe("on a database that changes", () => {
  let own: TestApp;
  beforeAll(async () => {
    own = await testApp({ freshDatabase: true });
  });
  afterAll(() => own.close());
  const change = async (statement: string) => {
    await own.app.db.pool.query(statement);
    await own.app.db.pool.query("notify changes");
  };

  test("a file has another ETag once a record has changed", async () => {
    const { etag } = (await own.get("/data/events.csv")).headers;
    await change("update events set title = title || '!' where id = (select min(id) from events)");
    await expect.poll(async () => (await own.get("/data/events.csv")).headers.etag).not.toBe(etag);
  });

  test("hidden organisations and contacts that are not public are in no file", async () => {
    await change(
      `update organisations set status = 'hidden' where slug = (select min(slug) from organisations)`,
    );
    await change(`update organisations set email = 's3cret@example.org', phone = '+12 s3cret', website = 'https://s3cret.example',
      socials = '{"twitter":"https://x.example/s3cret"}',
      visibility = '{"email":"members","phone":"hidden","website":"members","socials":"hidden"}' where id = (
      select max(id) from organisations)`);
    const { rows } = await own.app.db.pool.query("select name from organisations where status = 'hidden'");
    for (const format of formatsOf("organisations")) {
      const { text } = await own.get(dumpAddress("organisations", format));
      expect(text.includes("s3cret")).toBe(false);
      expect(text.includes(rows[0].name)).toBe(false);
    }
  });

  test("a text that a spreadsheet would run as a formula is only text; a negative number stays a number", async () => {
    await change(`update organisations set acronym = '=HYPERLINK("https://evil.example")', name_local = 'two
lines, "quoted"', city_name = 'X', city_lat = -1.5, city_lon = -2 where slug = (
      select max(slug) from organisations where status <> 'hidden')`);
    const rows = rowsOf((await own.get("/data/organisations.csv")).text);
    const row = rows.find(({ acronym }) => acronym?.includes("HYPERLINK"));
    expect(row?.acronym).toBe(`'=HYPERLINK("https://evil.example")`);
    expect(row?.nameLocal).toBe('two\nlines, "quoted"');
    expect(row?.["city.lat"]).toBe("-1.5");
  });
});
