/** Looking up a source: what curators get filled in for them, and what they are told where that cannot be. */
import { readHead } from "server/lookup/head.ts";
import type { Source } from "shared/lookup/contract.ts";
import {
  dayWritten,
  LOOKUPS_AN_HOUR,
  languageWritten,
  oneLine,
  withoutTracking,
} from "shared/lookup/rules.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { type TestSite, testSite } from "../setup/web.ts";

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

interface Answer extends Source {
  code?: string;
  problems?: { parameter: string; message: string }[];
}

async function lookUp(url: string, region = "africa", person = curator) {
  return app.send<Answer>("POST", `/api/v1/regions/${region}/lookup`, { url }, person.as);
}

async function facts(
  html: string | Buffer,
  headers: Record<string, string> = {},
  path = "/a",
): Promise<Source> {
  site.answer(path, { body: html, headers });
  const { status, body } = await lookUp(site.origin + path);
  expect(status).toBe(200);
  return body;
}

test("a page's own words are found: title, day, publisher, language and address", async () => {
  const found = await facts(`<!doctype html><html lang="en-GB"><head><title>Site – News</title>
    <link rel="canonical" href="/news/1?utm_source=feed&amp;id=7">
    <meta property="og:title" content="Court&#39;s &lt;verdict&gt;   on
      procurement"><meta property="og:site_name" content="The Daily">
    <meta property="article:published_time" content="2026-11-03T23:30:00-05:00"></head><body></body></html>`);
  expect(found).toEqual({
    url: `${site.origin}/news/1?id=7`,
    title: "Court's <verdict> on procurement",
    publishedOn: "2026-11-03",
    publisher: "The Daily",
    language: "en",
  });
});

test("JSON-LD says what the page's head does not", async () => {
  const graph = {
    "@graph": [
      { "@type": "Organization", "@id": "#org", name: "Gazette" },
      {
        "@type": "NewsArticle",
        headline: "Loi adoptée",
        datePublished: "2025-02-01",
        publisher: { "@id": "#org" },
      },
    ],
  };
  const found = await facts(`<html><head><script type="application/ld+json">{broken</script></head><body>
    <script type="application/ld+json">${JSON.stringify(graph)}</script></body>`);
  expect(found).toMatchObject({
    title: "Loi adoptée",
    publishedOn: "2025-02-01",
    publisher: "Gazette",
    language: null,
  });
});

test("a page that says nothing gives nothing but its address", async () => {
  expect(await facts("<p>hello</p>", {}, "/b?fbclid=x&page=2")).toEqual({
    url: `${site.origin}/b?page=2`,
    title: null,
    publishedOn: null,
    publisher: null,
    language: null,
  });
});

test.each([
  ["another site", "https://elsewhere.example/x"],
  ["no web address", "javascript:alert(1)"],
  ["one with a password", "https://me:word@127.0.0.1/x"],
  ["the front page", "/"],
  ["nothing", ""],
])("a canonical address that is %s does not count", async (_what, href) => {
  const { url } = await facts(`<head><link rel="canonical" href="${href}"></head>`, {}, "/own");
  expect(url).toBe(`${site.origin}/own`);
});

test("a base that is no address leaves the page where it is", async () => {
  const { url } = await facts(`<head><base href="http://["><link rel="canonical" href="/right"></head>`);
  expect(url).toBe(`${site.origin}/right`);
});

test("what stands in the body, where anybody may write, says nothing", async () => {
  const found = await facts(`<head><title>Own</title></head><body><meta property="og:title" content="Comment">
    <link rel="canonical" href="/comment"><svg><title>Icon</title></svg></body>`);
  expect(found).toMatchObject({ title: "Own", url: `${site.origin}/a` });
});

test("a page made to keep the server busy is read at once, as far as it is a page", async () => {
  const start = performance.now();
  const found = await facts(`<title>Deep</title>${"<x>".repeat(160_000)}${"</y>".repeat(130_000)}`);
  expect(found.title).toBe("Deep");
  const { feeds } = await readHead("<x><y></x>".repeat(13_000));
  expect(feeds).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});

describe("encodings", () => {
  const page = (head: string) => `<head>${head}<title>Проверка</title></head>`;
  const cyrillic = (head: string) =>
    Buffer.concat([
      Buffer.from(`<head>${head}<title>`),
      Buffer.from([0xcf, 0xf0, 0xee, 0xe2, 0xe5, 0xf0, 0xea, 0xe0]),
      Buffer.from("</title></head>"),
    ]);
  const utf16 = Buffer.from(`\uFEFF${page("")}`, "utf16le");
  test.each([
    ["of the header", cyrillic(""), "text/html; charset=windows-1251"],
    ["of <meta charset>", cyrillic(`<meta charset="windows-1251">`), "text/html"],
    [
      "of <meta http-equiv>",
      cyrillic(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`),
      "text/html",
    ],
    ["of the byte order mark", utf16, "text/html; charset=utf-8"],
    ["without any mark", Buffer.from(page(""), "utf16le"), "text/html"],
    ["wrongly told", Buffer.from(page("")), "text/html; charset=iso-8859-1"],
    ["that nobody knows", Buffer.from(page("")), "text/html; charset=klingon"],
  ])("%s", async (_what, body, type) => {
    expect((await facts(body, { "content-type": type })).title).toBe("Проверка");
  });

  test("where the bytes are of none, something is read", async () => {
    const broken = Buffer.from([...Buffer.from("<title>caf"), 0xe9, ...Buffer.from("</title>")]);
    expect((await facts(broken, { "content-type": "text/html; charset=utf-8" })).title).toBe("café");
  });
});

describe("a PDF", () => {
  const pdf = (info: string) =>
    `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n3 0 obj <<${info}>> endobj\ntrailer <</Root 1 0 R/Info 3 0 R>>\n%%EOF`;

  test("gives the title that the file says, and nothing else", async () => {
    const found = await facts(pdf("/Title (Parallel report: Kenya)/CreationDate (D:20200101)"), {
      "content-type": "application/octet-stream",
    });
    expect(found).toMatchObject({ title: "Parallel report: Kenya", publishedOn: null, language: null });
  });

  test("without a title, or broken, gives none", async () => {
    expect((await facts(pdf(""))).title).toBeNull();
    expect((await facts("%PDF-1.7 nothing else")).title).toBeNull();
  });
});

describe("what cannot be read is told by its reason", () => {
  test.each([
    ["http://127.0.0.1:9/", "bad-address"],
    ["http://10.0.0.1/", "private-address"],
    ["http://2130706433/", "private-address"],
    ["https://me:word@example.org/", "bad-address"],
  ])("%s: %s", async (url, message) => {
    const { status, body } = await lookUp(url);
    expect([status, body.code, body.problems]).toEqual([422, "not-fetched", [{ parameter: "url", message }]]);
  });

  test.each([
    [404, "text/html", "page-not-found"],
    [410, "text/html", "page-not-found"],
    [503, "text/html", "bad-answer"],
    [200, "image/png", "not-a-page"],
    [200, "application/json", "not-a-page"],
  ])("%i %s: %s", async (status, type, message) => {
    site.answer("/odd", { status, headers: { "content-type": type }, body: "x" });
    expect((await lookUp(`${site.origin}/odd`)).body.problems).toEqual([{ parameter: "url", message }]);
  });

  test("what is no address at all is refused by the contract", async () => {
    expect((await lookUp("file:///etc/passwd")).status).toBe(400);
  });
});

test("only a curator of the region may ask", async () => {
  expect((await lookUp(site.origin, "south-east-asia")).status).toBe(403);
  const member = await signedIn(app, { regions: ["africa"] });
  expect((await lookUp(site.origin, "africa", member)).status).toBe(403);
  expect((await lookUp(site.origin, "atlantis")).status).toBe(403);
});

test("one person asks so many times an hour, and is told when it goes on; others are not hindered", async () => {
  const other = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
  for (let time = 0; time < LOOKUPS_AN_HOUR; time += 1)
    expect((await lookUp("http://10.0.0.1/", "africa", other)).status).toBe(422);
  const { status, body, headers } = await lookUp("http://10.0.0.1/", "africa", other);
  expect([status, body.code, headers["retry-after"]]).toEqual([429, "too-many", "3600"]);
  expect((await lookUp("http://10.0.0.1/")).status).toBe(422);
});

describe("small readings", () => {
  const now = new Date("2026-11-22T00:00:00Z");
  test.each([
    ["2026-11-01", "2026-11-01"],
    ["2026-11-01T23:59:00+05:00", "2026-11-01"],
    ["Sun, 01 Nov 2026 22:00:00 -0500", "2026-11-01"],
    ["Sun, 1 Nov 2026 22:00 GMT", "2026-11-01"],
    ["1 November 2026", "2026-11-01"],
    ["20261101", "2026-11-01"],
    ["5", null],
    ["2027-12-31", "2027-12-31"],
    ["1900-01-01", null],
    ["9999-12-31", null],
    ["2028-01-01", null],
    ["2026-02-30", null],
    ["1970-01-01T00:00:00Z", null],
    ["yesterday", null],
    ["", null],
  ])("the day in %j is %j", (text, day) => {
    expect(dayWritten(text, now)).toBe(day);
  });

  test.each([
    ["en_US", "en"],
    ["sr-Latn-RS", "sr-Latn"],
    ["FR", "fr"],
    ["und", null],
    ["english", null],
    ["<script>", null],
  ])("the language in %j is %j", (text, language) => {
    expect(languageWritten(text)).toBe(language);
  });

  test("what only tracks is taken off an address, and nothing else", () => {
    expect(withoutTracking("https://x.example/a?utm_source=b&c=%C3%A9&UTM_Medium=d&gclid=e#f")).toBe(
      "https://x.example/a?c=%C3%A9#f",
    );
    expect(withoutTracking("https://x.example/a?b=c%20d")).toBe("https://x.example/a?b=c%20d");
  });

  test("a line is clean, and cut at a word", () => {
    expect(oneLine(" a\u202Eb\n\tc\u0000 ", 10)).toBe("ab c");
    expect(oneLine("one two three four", 12)).toBe("one two…");
    expect(oneLine(" \u200B ", 10)).toBeNull();
  });
});
