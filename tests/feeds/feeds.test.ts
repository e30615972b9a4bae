/** Feeds of a region: what a feed reader may rely on (RFC 4287). */
import { feedAddress, feedNames } from "shared/feeds/addresses.ts";
import { languageCodes } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { readAtom } from "./atom.ts";

const regions = ["africa", "south-east-europe", "south-east-asia"];
const atomFeeds = feedNames.filter((name) => name !== "events");
const addresses = languageCodes.flatMap((language) =>
  regions.flatMap((region) => atomFeeds.map((name) => feedAddress(language, region, name))),
);
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ settings: { PUBLIC_URL: "https://example.org" } });
});
afterAll(() => app.close());

describe.each(addresses)("%s", (address) => {
  test("is a feed with all that the standard asks for", async () => {
    const reply = await app.get(address);
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    const feed = readAtom(reply.text);
    expect(feed.language).toBe(address.split("/")[1]);
    expect(feed.id).toMatch(/^tag:example\.org,2026:/);
    expect(feed.updated).toMatch(MOMENT);
    expect(feed.title).not.toBe("");
    expect(feed.subtitle).not.toBe("");
    expect(feed.author).not.toBe("");
    expect(feed.links.find(({ rel }) => rel === "self")?.href).toBe(`https://example.org${address}`);
    expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
    for (const entry of feed.entries) {
      expect(entry.id).toMatch(/^tag:example\.org,2026:/);
      expect(entry.updated).toMatch(MOMENT);
      expect(entry.updated <= feed.updated).toBe(true);
      expect(entry.title.text).not.toBe("");
    }
  });
});

test("each entry leads to a page that there is", async () => {
  for (const name of ["news", "reviews"] as const) {
    const feed = readAtom((await app.get(feedAddress("fr", "africa", name))).text);
    const page = feed.entries[0]?.links.find(({ rel }) => rel === "alternate")?.href ?? "";
    const reply = await app.get(page.replace("https://example.org", ""));
    expect(reply.status, page).toBe(200);
  }
});

test("news keep their identity in every language, and their own language", async () => {
  const [en, ar] = await Promise.all(
    ["en", "ar"].map(async (language) => readAtom((await app.get(`/${language}/africa/news.atom`)).text)),
  );
  expect(en?.entries.map(({ id }) => id)).toEqual(ar?.entries.map(({ id }) => id));
  expect(en?.entries.length).toBeGreaterThan(10);
  expect(ar?.entries.every(({ summary }) => summary.language === "en")).toBe(true);
  expect(en?.entries.every(({ summary }) => summary.language === undefined)).toBe(true);
  expect(ar?.entries.some(({ title }) => title.language === "fr")).toBe(true);
});

test("every recorded review of the region is in its feed, told in the feed's language", async () => {
  const { body } = await app.json<{ items: { reviews: unknown[] }[] }>("/api/v1/regions/africa/countries");
  const feed = readAtom((await app.get("/fr/africa/reviews.atom")).text);
  expect(feed.entries.length).toBe(body.items.flatMap(({ reviews }) => reviews).length);
  expect(feed.entries.some(({ title }) => title.text.startsWith("Maroc"))).toBe(true);
});

test("the feed of the board begins with the welcome, and names its author and place", async () => {
  const [welcome, ...others] = readAtom((await app.get("/en/africa/board.atom")).text).entries;
  expect(others).toEqual([]);
  expect(welcome?.title.text).toBe("Welcome to the board");
  expect(welcome?.summary.text).toMatch(/^Secretariat: /);
});

test("a reader who has the feed already is told so", async () => {
  const first = await app.get("/en/africa/news.atom");
  const again = await app.get("/en/africa/news.atom", { "if-none-match": first.headers.etag ?? "" });
  expect(again.status).toBe(304);
});

test("there is no feed in another language or of another region", async () => {
  for (const path of ["/de/africa/news.atom", "/en/mars/news.atom", "/en/mars/events.ics"]) {
    expect((await app.get(path)).status, path).toBe(404);
  }
});

test("an instance of one region has the feeds of that region alone", async () => {
  const one = await testApp({ settings: { REGION: "africa" } });
  expect((await one.get("/en/africa/news.atom")).status).toBe(200);
  expect((await one.get("/en/south-east-asia/news.atom")).status).toBe(404);
  await one.close();
});

test("what a stranger may write cannot leave its place in the feed", async () => {
  const own = await testApp({ freshDatabase: true });
  const title = `</title><x>&amp; "quoted" ${String.fromCharCode(1)}`;
  await own.app.db.pool.query("update articles set title = $1 where id = (select min(id) from articles)", [
    title,
  ]);
  const { rows } = await own.app.db.pool.query("select slug, regions from articles order by id limit 1");
  const feed = readAtom((await own.get(`/en/${rows[0].regions[0]}/news.atom`)).text);
  const entry = feed.entries.find(({ id }) => id.endsWith(`news/${rows[0].slug}`));
  if (entry) expect(entry.title.text).toContain('</title><x>&amp; "quoted"');
  expect(feed.entries.length).toBeGreaterThan(10);
  await own.close();
});

test("pages name the feeds that belong to them", async () => {
  const feedsOf = async (path: string) =>
    (await app.page(path)).links(
      'link[rel="alternate"][type^="application/atom"], link[type="text/calendar"]',
    );
  expect(await feedsOf("/fr/africa")).toEqual([
    "/fr/africa/news.atom",
    "/fr/africa/reviews.atom",
    "/fr/africa/events.ics",
  ]);
  expect(await feedsOf("/ar/africa/news")).toEqual(["/ar/africa/news.atom"]);
  expect(await feedsOf("/en/africa/countries")).toEqual(["/en/africa/reviews.atom"]);
  expect(await feedsOf("/en/africa/events")).toEqual(["/en/africa/events.ics"]);
});
