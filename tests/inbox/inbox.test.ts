/** Feeds in: added, read when they are due, kept once, and what curators make of their items. */
import { claimDue } from "db/inbox/reading.ts";
import { transaction } from "db/transaction.ts";
import { readDueFeeds } from "server/inbox/reading.ts";
import type { InboxFeed, InboxItem } from "shared/inbox/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { type TestSite, testSite } from "../setup/web.ts";
import { BILLION_LAUGHS, rss, XXE } from "./feeds.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-22T12:00:00Z");
const XML = { "content-type": "application/rss+xml" };
const API = "/api/v1/regions/africa/inbox";
const DESK = "/en/africa/desk/feeds";

let clock = START;
let site: TestSite;
let app: TestApp;
let curator: SignedIn;

beforeAll(async () => {
  site = await testSite();
  app = await testApp({
    freshDatabase: true,
    settings: { FETCH_ALLOW: site.host },
    now: () => new Date(clock),
  });
});
beforeEach(async () => {
  clock = START;
  await later(0);
  await app.app.db.pool.query("delete from inbox_feeds");
});
afterAll(async () => {
  await Promise.all([app.close(), site.close()]);
});

/** Sessions end meanwhile. */
async function later(ms: number): Promise<void> {
  clock += ms;
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
}

type Added = InboxFeed & { code?: string; problems?: { parameter: string; message: string }[] };

const add = (path: string, region = "africa") =>
  app.send<Added>("POST", `/api/v1/regions/${region}/inbox/feeds`, { url: site.origin + path }, curator.as);

async function added(path: string): Promise<InboxFeed> {
  const { status, body } = await add(path);
  expect([status, body.problems]).toEqual([201, undefined]);
  return body;
}

async function feeds(): Promise<InboxFeed[]> {
  return JSON.parse((await app.get(`${API}/feeds`, curator.as)).text).items;
}

async function items(query = ""): Promise<List<InboxItem>> {
  return JSON.parse((await app.get(`${API}${query}`, curator.as)).text);
}

const story = (name: string, date = "2026-11-20") => ({
  title: name,
  link: `https://daily.example/${name}`,
  date,
});

describe("adding", () => {
  test("a feed is read at once, and its items are new, the newest first", async () => {
    site.answer("/feed", {
      headers: XML,
      body: rss([story("a", "2026-11-01"), story("c", "2026-11-03"), story("b", "2026-11-02")]),
    });
    const feed = await added("/feed");
    expect(feed).toMatchObject({
      title: "The Daily",
      language: "en",
      siteUrl: "https://daily.example/",
      waiting: 3,
      failures: 0,
      problem: null,
    });
    expect(feed.nextAt).toBe("2026-11-22T13:00:00Z");
    const { items: shown, total } = await items();
    expect([shown.map(({ title }) => title), total]).toEqual([["c", "b", "a"], 3]);
    expect(shown[0]).toMatchObject({
      state: "new",
      language: "en",
      publishedOn: "2026-11-03",
      article: null,
      entryId: null,
    });
  });

  test("a site's address finds the feed that the site names, not that of its comments", async () => {
    site.answer("/", {
      body: `<head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/rss+xml" title="News" href="/feed"></head>`,
    });
    site.answer("/feed", { headers: XML, body: rss([story("a")]) });
    expect((await added("/")).url).toBe(`${site.origin}/feed`);
  });

  test("a feed that is read already is told, however its address is written", async () => {
    site.answer("/feed", { headers: XML, body: rss([story("a")]) });
    site.answer("/feed?utm_source=x", { headers: XML, body: rss([story("a")]) });
    await added("/feed");
    expect((await add("/feed?utm_source=x")).body.code).toBe("conflict");
  });

  test.each<[string, { status?: number; headers?: Record<string, string>; body?: string | Buffer }, string]>([
    ["a page without one", { body: "<head></head>" }, "no-feed"],
    ["no feed", { headers: XML, body: "<svg/>" }, "not-a-feed"],
    ["a billion laughs", { headers: XML, body: BILLION_LAUGHS }, "entities"],
    ["an external entity", { headers: XML, body: XXE }, "entities"],
    ["fifty megabytes", { headers: { ...XML, "content-length": String(50 * 1024 * 1024) } }, "too-large"],
    ["more than five megabytes", { headers: XML, body: Buffer.alloc(5 * 1024 * 1024 + 1, "a") }, "too-large"],
    ["nothing there", { status: 404 }, "page-not-found"],
    ["gone for good", { status: 410 }, "gone"],
    ["an error", { status: 500 }, "bad-answer"],
    [
      "a redirect into a private network",
      { status: 302, headers: { location: "http://10.0.0.1/feed" } },
      "private-address",
    ],
    [
      "a feed in a private network",
      {
        body: `<head><link rel="alternate" type="application/atom+xml" href="http://169.254.169.254/"></head>`,
      },
      "private-address",
    ],
  ])("%s is refused, and nothing is kept", async (_what, reply, message) => {
    site.answer("/odd", reply);
    const { status, body } = await add("/odd");
    expect([status, body.problems]).toEqual([422, [{ parameter: "url", message }]]);
    expect(await feeds()).toEqual([]);
  });

  test("encodings are read as they are, not as they are called", async () => {
    const text = rss([{ title: "Проверка", link: "https://daily.example/1" }]);
    site.answer("/utf16", { headers: XML, body: Buffer.from(`\uFEFF${text}`, "utf16le") });
    site.answer("/wrong", {
      headers: { "content-type": "text/xml; charset=iso-8859-1" },
      body: text.replace("/1<", "/2<"),
    });
    await added("/utf16");
    await added("/wrong");
    expect((await items()).items.map(({ title }) => title)).toEqual(["Проверка", "Проверка"]);
  });

  test("only curators of the region may", async () => {
    site.answer("/feed", { headers: XML, body: rss([]) });
    expect((await add("/feed", "south-east-asia")).status).toBe(403);
    expect((await app.get("/api/v1/regions/south-east-asia/inbox", curator.as)).status).toBe(404);
    const member = await signedIn(app, { regions: ["africa"] });
    expect((await app.get(DESK, member.as)).status).toBe(404);
  });
});

describe("reading", () => {
  test("asks only for what is due, and says what it knows; nothing new changes nothing", async () => {
    site.answer("/feed", (request, reply) => {
      const isKnown = request.headers["if-none-match"] === '"v1"';
      reply.writeHead(isKnown ? 304 : 200, {
        ...XML,
        etag: '"v1"',
        "last-modified": "Sun, 22 Nov 2026 00:00:00 GMT",
      });
      reply.end(isKnown ? "" : rss([story("a")]));
    });
    await added("/feed");
    expect(await readDueFeeds(app.app)).toBe(0);
    await later(HOUR);
    expect(await readDueFeeds(app.app)).toBe(1);
    const { headers } = site.asked.at(-1) ?? {};
    expect(headers).toMatchObject({
      "if-none-match": '"v1"',
      "if-modified-since": "Sun, 22 Nov 2026 00:00:00 GMT",
    });
    expect(await feeds()).toMatchObject([
      { okAt: "2026-11-22T13:00:00Z", nextAt: "2026-11-22T14:00:00Z", waiting: 1 },
    ]);
  });

  test("an item comes once, also by another feed, with another scheme or after it was dismissed", async () => {
    site.answer("/one", {
      headers: XML,
      body: rss([{ title: "A", link: "http://www.daily.example/a/?utm_medium=rss&amp;b=2&amp;a=1" }]),
    });
    site.answer("/two", {
      headers: XML,
      body: rss([{ title: "A again", link: "https://daily.example/a?a=1&amp;b=2#top" }]),
    });
    await added("/one");
    const { items: shown } = await items();
    await app.send(
      "POST",
      `${API}/sort`,
      { items: shown.map(({ id }) => id), state: "dismissed" },
      curator.as,
    );
    await added("/two");
    await later(HOUR);
    await readDueFeeds(app.app);
    expect((await items()).total).toBe(0);
    expect((await items("?state=dismissed")).items.map(({ title }) => title)).toEqual(["A"]);
  });

  test("a feed that fails waits twice as long each time, at most a day, and is well again at once", async () => {
    site.answer("/feed", { headers: XML, body: rss([story("a")]) });
    await added("/feed");
    site.answer("/feed", { status: 500 });
    const waits: number[] = [];
    for (let failure = 1; failure <= 7; failure++) {
      const [before] = await feeds();
      await later(Date.parse(before?.nextAt ?? "") - clock);
      await readDueFeeds(app.app);
      const [feed] = await feeds();
      expect(feed).toMatchObject({ failures: failure, problem: "bad-answer", okAt: "2026-11-22T12:00:00Z" });
      waits.push((Date.parse(feed?.nextAt ?? "") - clock) / HOUR);
    }
    expect(waits).toEqual([2, 4, 8, 16, 24, 24, 24]);
    site.answer("/feed", { headers: XML, body: rss([story("a"), story("b")]) });
    await later(24 * HOUR);
    await readDueFeeds(app.app);
    expect(await feeds()).toMatchObject([{ failures: 0, problem: null, waiting: 2 }]);
  });

  test.each([
    ["7200", 2 * HOUR],
    [String(36 * 3600), 36 * HOUR],
    ["999999999", 7 * 24 * HOUR],
    ["Mon, 23 Nov 2026 13:00:00 GMT", 24 * HOUR],
    ["soon", 2 * HOUR],
  ])("Retry-After: %s is respected", async (retryAfter, wait) => {
    site.answer("/feed", { headers: XML, body: rss([]) });
    await added("/feed");
    site.answer("/feed", { status: 503, headers: { "retry-after": retryAfter } });
    await later(HOUR);
    await readDueFeeds(app.app);
    const [feed] = await feeds();
    expect(Date.parse(feed?.nextAt ?? "") - clock).toBe(wait);
  });

  test("one that is gone for good is paused; one that moved for good is asked there", async () => {
    site.answer("/old", { headers: XML, body: rss([story("a")]) });
    site.answer("/feed", { headers: XML, body: rss([story("b")]) });
    await added("/old");
    await added("/feed");
    site.answer("/old", { status: 301, headers: { location: "/new" } });
    site.answer("/new", { headers: XML, body: rss([story("c")]) });
    site.answer("/feed", { status: 410 });
    await later(HOUR);
    expect(await readDueFeeds(app.app)).toBe(2);
    const read = await feeds();
    expect(read.find(({ url }) => url.endsWith("/new"))).toMatchObject({ paused: false, waiting: 2 });
    expect(read.find(({ url }) => url.endsWith("/feed"))).toMatchObject({
      paused: true,
      problem: "gone",
      nextAt: null,
    });
    await later(48 * HOUR);
    expect(await readDueFeeds(app.app)).toBe(1);
  });

  test("two nodes never ask the same feed; one that died is replaced", async () => {
    site.answer("/feed", { headers: XML, body: rss([]) });
    await added("/feed");
    await later(HOUR);
    const now = new Date(clock);
    const until = new Date(clock + 60_000);
    const claims = await Promise.all(
      [1, 2, 3].map(() => transaction(app.app.db, (tx) => claimDue(tx, { now, until }))),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await readDueFeeds(app.app)).toBe(0);
    await later(61_000);
    expect(await readDueFeeds(app.app)).toBe(1);
  });
});

describe("the inbox's pages", () => {
  async function withItems(): Promise<InboxItem[]> {
    site.answer("/feed", {
      headers: XML,
      body: rss(["a", "b", "c"].map((name) => ({ ...story(name), text: `Text of ${name}` }))),
    });
    await added("/feed");
    return (await items()).items;
  }

  test("one click makes a draft of news, which opens; a second click opens the same", async () => {
    const [item] = await withItems();
    const path = `${DESK}/items/${item?.id}/draft`;
    const first = await app.post(path, { csrf: curator.csrf }, curator.as);
    const second = await app.post(path, { csrf: curator.csrf }, curator.as);
    expect(first.status).toBe(303);
    expect(first.headers.location).toMatch(/^\/en\/africa\/desk\/news\/drafts\/\d+\?done=feedItemDrafted$/);
    expect(second.headers.location).toBe(first.headers.location);
    const form = await app.page(first.headers.location ?? "", curator.as);
    const value = (name: string) => form.document.querySelector(`[name=${name}]`)?.getAttribute("value");
    expect([value("title"), value("url"), value("publisher"), value("publishedOn")]).toEqual([
      item?.title,
      item?.url,
      "The Daily",
      "2026-11-20",
    ]);
    expect(form.html).not.toContain("Text of");
    expect((await items("?state=used")).items).toMatchObject([{ id: item?.id, state: "used" }]);
    expect((await items()).total).toBe(2);
  });

  test("those that are chosen, one alone, or all of the page are dismissed and taken back", async () => {
    const [a, b, c] = (await withItems()).map(({ id }) => String(id));
    const sort = (fields: Record<string, string | string[]>) =>
      app.post(`${DESK}/sort`, { csrf: curator.csrf, ...fields }, curator.as);
    await sort({ state: "dismissed", only: a ?? "", item: [b ?? ""], shown: [a ?? "", b ?? "", c ?? ""] });
    expect((await items()).total).toBe(2);
    await sort({ state: "dismissed", item: [b ?? ""], shown: [b ?? "", c ?? ""] });
    expect((await items()).total).toBe(1);
    const back = await sort({ state: "new", all: "yes", shown: [a ?? "", b ?? ""] });
    expect(back.headers.location).toBe(`${DESK}?state=dismissed&done=feedItemsBack`);
    expect((await items()).total).toBe(3);
    expect((await sort({ state: "dismissed" })).headers.location).toContain("done=feedItemsNone");
    expect((await app.post(`${DESK}/sort`, { state: "dismissed", only: a ?? "" }, curator.as)).status).toBe(
      403,
    );
  });

  test("what is in the region's news already says so", async () => {
    const { rows } = await app.app.db.pool.query(
      "select slug, url from articles where regions @> array['africa'] limit 1",
    );
    site.answer("/feed", { headers: XML, body: rss([{ title: "Known", link: `${rows[0].url}#part` }]) });
    await added("/feed");
    const page = await app.page(DESK, curator.as);
    expect(page.text(".card .notice")).toMatch(/^Already in the news:/);
    expect(page.links(".card .notice a")).toEqual([`/en/africa/news/${rows[0].slug}`]);
  });

  test("the list is read on, and shows one feed alone", async () => {
    const many = Array.from({ length: 25 }, (_, at) => ({ ...story(`s${at}`) }));
    site.answer("/many", { headers: XML, body: rss(many) });
    const feed = await added("/many");
    await withItems();
    const first = await app.page(`${DESK}?feed=${feed.id}`, curator.as);
    const next = first.links("a[rel=next]")[0] ?? "";
    const second = await app.page(next, curator.as);
    expect([first.texts(".card h2").length, second.texts(".card h2").length]).toEqual([20, 5]);
  });

  test("HTML of a feed is text on the page", async () => {
    site.answer("/feed", {
      headers: XML,
      body: rss([
        {
          title: "5 &amp;lt; 6",
          link: "https://daily.example/x",
          text: "&lt;img src=x onerror=alert(1)&gt;Hi",
        },
      ]),
    });
    await added("/feed");
    const page = await app.page(DESK, curator.as);
    expect(page.text(".card h2")).toBe("5 < 6");
    expect(page.html).not.toContain("onerror");
  });
});

describe("the feeds' page", () => {
  const SOURCES = `${DESK}/sources`;
  const post = (path: string, fields: Record<string, string> = {}) =>
    app.post(SOURCES + path, { csrf: curator.csrf, ...fields }, curator.as);

  test("adds a feed, and says in words why one cannot be", async () => {
    site.answer("/feed", { headers: XML, body: rss([]) });
    expect((await post("", { url: `${site.origin}/feed` })).headers.location).toBe(
      `${SOURCES}?done=feedAdded`,
    );
    const again = await post("", { url: `${site.origin}/feed` });
    expect([again.status, again.text.includes("This feed is read already.")]).toEqual([422, true]);
    const own = await post("", { url: "http://192.168.0.1/feed" });
    expect(own.text).toContain("This address lies in a private network");
    expect(own.text).toContain("http://192.168.0.1/feed");
  });

  test("pauses, goes on, asks now, and shows how it fares", async () => {
    site.answer("/feed", { headers: XML, body: rss([]) });
    const { id } = await added("/feed");
    await post(`/${id}/pause`, { paused: "yes" });
    await later(5 * HOUR);
    expect(await readDueFeeds(app.app)).toBe(0);
    expect((await post(`/${id}/pause`, { paused: "no" })).headers.location).toContain("done=feedRead");
    site.answer("/feed", { status: 404 });
    expect((await post(`/${id}/read`)).headers.location).toContain("done=feedFailed");
    const page = await app.page(SOURCES, curator.as);
    expect(page.text(".card .problem")).toBe(
      "There is nothing at this address any more, or there never was. One failure.",
    );
    expect(page.text(".card dl")).toContain("22 Nov 2026, 17:00 UTC");
  });

  test("calls it otherwise; of two curators nobody's words are lost", async () => {
    site.answer("/feed", { headers: XML, body: rss([]) });
    const { id, version } = await added("/feed");
    await later(HOUR);
    await readDueFeeds(app.app);
    const changed = await post(`/${id}`, { title: "Daily News", language: "fr", version: String(version) });
    expect(changed.headers.location).toBe(`${SOURCES}?done=feedChanged`);
    const late = await post(`/${id}`, { title: "Other", version: String(version) });
    expect(late.text).toContain("Somebody changed this meanwhile");
    expect(late.text).toContain("Daily News");
    expect(late.text).toMatch(/value="Other"/);
    expect((await post(`/${id}`, { title: "Other", version: String(version + 1) })).status).toBe(303);
    const stale = await app.send<{ code: string }>(
      "PATCH",
      `${API}/feeds/${id}`,
      { title: "X", version },
      curator.as,
    );
    expect([stale.status, stale.body.code]).toEqual([409, "stale"]);
  });

  test("removes it after asking; drafts stay", async () => {
    site.answer("/feed", { headers: XML, body: rss([story("a")]) });
    const { id } = await added("/feed");
    const [item] = (await items()).items;
    const draft = await app.send<{ entryId: number }>(
      "POST",
      `${API}/items/${item?.id}/draft`,
      undefined,
      curator.as,
    );
    expect((await app.page(`${SOURCES}/${id}/remove`, curator.as)).text("h1")).toBe("Remove: The Daily");
    await post(`/${id}/remove`);
    expect([await feeds(), (await items("?state=used")).total]).toEqual([[], 0]);
    expect((await app.get(`/en/africa/desk/news/drafts/${draft.body.entryId}`, curator.as)).status).toBe(200);
    expect((await app.get(`${SOURCES}/${id}`, curator.as)).status).toBe(404);
  });
});
