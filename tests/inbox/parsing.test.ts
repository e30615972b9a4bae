/** What the inbox keeps of a feed, whichever its format, and that nothing of it is trusted. */
import { type ParsedFeed, parsed } from "server/inbox/parsed.ts";
import { describe, expect, test } from "vitest";
import { BILLION_LAUGHS, rss, XXE } from "./feeds.ts";

const now = new Date("2026-11-22T12:00:00Z");
const read = (text: string) => parsed({ text, url: "https://daily.example/feed.xml", now });

function feedOf(text: string): ParsedFeed {
  const feed = read(text);
  if ("problem" in feed) throw new Error(feed.problem);
  return feed;
}

test("RSS: title, address without what only tracks, day, words without tags", () => {
  const feed = feedOf(
    rss([
      {
        title: "Court &amp; &lt;b&gt;tribunal&lt;/b&gt;",
        link: "/news/1?utm_source=rss&amp;id=2",
        date: "Sun, 01 Nov 2026 23:00:00 -0500",
        text: "<![CDATA[<p>One<br>two</p><script>alert(1)</script><style>p{}</style> &amp; three]]>",
      },
    ]),
  );
  expect(feed).toEqual({
    title: "The Daily",
    siteUrl: "https://daily.example/",
    language: "en",
    items: [
      {
        url: "https://daily.example/news/1?id=2",
        title: "Court & tribunal",
        excerpt: "One two & three",
        publishedOn: "2026-11-01",
        language: null,
      },
    ],
  });
});

test("Atom: the entry's page, not its other links; the language of each", () => {
  const { items, language, title } =
    feedOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Journal</title>
    <entry xml:lang="ar"><title type="html">A &amp;amp; B</title><link rel="self" href="https://daily.example/self"/>
    <link rel="alternate" href="https://daily.example/a"/><id>urn:1</id><updated>2026-10-02T00:00:00Z</updated>
    <content type="html">&lt;p&gt;Texte&lt;/p&gt;</content></entry></feed>`);
  expect([title, language]).toEqual(["Le Journal", "fr"]);
  expect(items).toEqual([
    {
      url: "https://daily.example/a",
      title: "A & B",
      excerpt: "Texte",
      publishedOn: "2026-10-02",
      language: "ar",
    },
  ]);
});

test("RDF, with its Dublin Core", () => {
  const { items } =
    feedOf(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title><link>https://r.example</link></channel>
    <item rdf:about="y"><title>One</title><link>https://r.example/1</link><dc:date>2026-02-03T01:00:00+02:00</dc:date></item></rdf:RDF>`);
  expect(items).toMatchObject([{ url: "https://r.example/1", title: "One", publishedOn: "2026-02-03" }]);
});

test("JSON Feed", () => {
  const feed = feedOf(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      language: "es-MX",
      items: [
        {
          id: "1",
          url: "https://j.example/1",
          title: "Uno",
          content_html: "<p>Dos</p>",
          date_published: "2026-01-02T00:00:00Z",
        },
      ],
    }),
  );
  expect(feed).toMatchObject({
    language: "es",
    items: [{ title: "Uno", excerpt: "Dos", publishedOn: "2026-01-02" }],
  });
});

test("an item without a title is called by its words; one without a page of the web is left out", () => {
  const { items } = feedOf(
    rss([
      { link: "https://a.example/1", text: "Only words" },
      { title: "No link" },
      { title: "Script", link: "javascript:alert(1)" },
      { title: "File", link: "file:///etc/passwd" },
      { title: "Password", link: "https://me:word@a.example/" },
      { title: "", link: "https://a.example/2" },
    ]),
  );
  expect(items.map(({ url, title }) => [url, title])).toEqual([["https://a.example/1", "Only words"]]);
});

test("a day before the web, or far ahead, is none", () => {
  const dates = [
    "1900-01-01",
    "Mon, 01 Jan 1900 00:00:00 GMT",
    "9999-12-31T00:00:00Z",
    "31 Feb",
    "never",
    "2026-11-21",
  ];
  const { items } = feedOf(
    rss(dates.map((date, at) => ({ title: `T${at}`, link: `https://a.example/${at}`, date }))),
  );
  expect(Object.fromEntries(items.map(({ title, publishedOn }) => [title, publishedOn]))).toEqual({
    T0: null,
    T1: null,
    T2: null,
    T3: null,
    T4: null,
    T5: "2026-11-21",
  });
});

test("of ten thousand items the five hundred newest are kept, newest first", () => {
  const day = (at: number) => new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10);
  const { items } = feedOf(
    rss(
      Array.from({ length: 9_700 }, (_, at) => ({
        title: `T${at}`,
        link: `https://a.example/${at}`,
        date: day(at),
      })),
    ),
  );
  expect(items).toHaveLength(500);
  expect([items[0]?.title, items[499]?.title]).toEqual(["T9699", "T9200"]);
});

describe("refused", () => {
  test.each([
    ["a billion laughs", BILLION_LAUGHS, "entities"],
    ["an external entity", XXE, "entities"],
    [
      "a parameter entity",
      `<!DOCTYPE r [<!ENTITY % p SYSTEM "http://x.example/">%p;]><rss version="2.0"><channel/></rss>`,
      "entities",
    ],
    [
      "entities after a comment",
      `<!-- <rss> --><!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>`,
      "entities",
    ],
    [
      "an internal subset alone",
      `<!doctype rss\n[ ]><rss version="2.0"><channel><title>T</title></channel></rss>`,
      "entities",
    ],
    ["a subset after a system address", `<!DOCTYPE r SYSTEM "<" [ ]><rss version="2.0"/>`, "entities"],
    ["a page", "<!doctype html><html><head><title>T</title></head><body></body></html>", "not-a-feed"],
    ["another kind of XML", "<svg xmlns='http://www.w3.org/2000/svg'/>", "not-a-feed"],
    ["JSON that is none", `{"items": 5}`, "not-a-feed"],
    ["nothing", "", "not-a-feed"],
    ["a picture", "\u0089PNG\r\n\u0000", "not-a-feed"],
  ])("%s", (_what, text, problem) => {
    expect(read(text)).toEqual({ problem });
  });
});

test("an article about entities may be told of, and the old DOCTYPE of RSS 0.91 is harmless", () => {
  const about = rss([
    { title: "T", link: "https://a.example/1", text: "<![CDATA[Write <!ENTITY a 'b'> so]]>" },
  ]);
  const old = `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title><item><title>T</title><link>https://a.example/1</link></item></channel></rss>`;
  expect(feedOf(about).items).toHaveLength(1);
  expect(feedOf(old).items).toHaveLength(1);
});

test("invisible and turning signs are taken out of titles, and long ones are cut", () => {
  const { items } = feedOf(
    rss([{ title: `a\u202Eb\u200Bc ${"word ".repeat(200)}`, link: "https://a.example/1" }]),
  );
  expect(items[0]?.title.startsWith("abc word")).toBe(true);
  expect(items[0]?.title.length).toBeLessThanOrEqual(300);
});

test("one made to keep its reader busy is refused at once", () => {
  const start = performance.now();
  expect(read("<!DOCTYPE".repeat(500_000))).toEqual({ problem: "entities" });
  expect(read(`<rss>${"<!DOCTYPE>".repeat(400_000)}`)).toEqual({ problem: "not-a-feed" });
  const deep = `${"&lt;x&gt;".repeat(1400)}${"&lt;/y&gt;".repeat(700)}`;
  expect(feedOf(rss([{ title: "T", link: "https://a.example/1", text: deep }])).items).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(3000);
});
