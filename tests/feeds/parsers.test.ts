/** Feeds and calendars as two programs read each that know nothing of us or of each other, also where titles are hostile. */
import { Readable } from "node:stream";
import FeedParser from "feedparser";
import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";
import ical from "node-ical";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

/** Markup, entities, the end of a CDATA section, quotes, another direction, a sign that no XML may hold, a pair of two units. */
const HOSTILE = `<script>alert(1)</script> &amp; &lt;b&gt; ]]> "q" 'a' \u202Eabc\u202C \u0008 𝔘 <!-- x --> <?x?>`;
/** As a reader gets it: what XML cannot hold is gone. */
const READ = HOSTILE.replace("\u0008", "");
/** Line ends, what parts values, and a line that would begin another event; node-ical takes a backslash before an n for a line's end. */
const HOSTILE_LINE = `A; b, c \\ d: "e"\nEND:VEVENT\nBEGIN:VEVENT`;

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, settings: { PUBLIC_URL: "https://example.org" } });
  const { pool } = app.app.db;
  await pool.query(
    "update articles set title = $1, summary = $1 where id = (select id from articles where regions @> '{africa}' order by sort_on desc nulls last, id desc limit 1)",
    [HOSTILE],
  );
  await pool.query("update threads set title = $1 where id = (select min(id) from threads)", [HOSTILE]);
  await pool.query("update reviews set focal_point_institution = $1", [HOSTILE]);
  await pool.query(
    `insert into events (slug, title, regions, countries, kind, organiser, summary, starts_on, ends_on)
      values ('hostile', $1, '{africa}', '{}', 'workshop', $1, $1, '2027-02-27', '2027-03-01')`,
    [HOSTILE_LINE],
  );
});
afterAll(() => app.close());

interface Read {
  title: string;
  id: string;
  link: string;
}

async function byFeedParser(xml: string): Promise<Read[]> {
  const parser = new FeedParser({ feedurl: "https://example.org/" });
  const reading = Readable.from([xml]).pipe(parser);
  const items: Read[] = [];
  for await (const item of reading) items.push({ title: item.title, id: item.guid, link: item.link });
  return items;
}

function byFeedSmith(xml: string): Read[] {
  return (parseAtomFeed(xml).entries ?? []).map(({ id, title, links }) => ({
    title: (typeof title === "object" ? title.value : title) ?? "",
    id: id ?? "",
    link: links?.find(({ rel }) => rel === "alternate")?.href ?? "",
  }));
}

function withoutTags(title: string): string {
  return title
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

describe.each(["news", "board", "reviews"])("the feed of %s", (name) => {
  test.each(["en", "fr", "ar"])("says the same to both readers in %s", async (language) => {
    const { text } = await app.get(`/${language}/africa/${name}.atom`);
    const [one, other] = [await byFeedParser(text), byFeedSmith(text)];
    expect(one.length).toBeGreaterThan(0);
    expect(one.map(({ id, link }) => [id, link])).toEqual(other.map(({ id, link }) => [id, link]));
    const spaced = (read: Read[]) => read.map(({ title }) => title.replace(/\s+/g, " ").trim());
    // One of them takes markup out of titles, whether or not it is any.
    expect(spaced(one)).toEqual(spaced(other).map((title) => withoutTags(title)));
    if (name === "news") expect(spaced(other)).toContain(READ.replace(/\s+/g, " "));
  });
});

test("the calendar says the same to both readers, and a hostile title begins no event of its own", async () => {
  const { text } = await app.get("/en/africa/events.ics");
  const calendar = new ICAL.Component(ICAL.parse(text));
  const one = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const other = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === "VEVENT");
  const { rows } = await app.app.db.pool.query(
    "select count(*)::int as count from events where regions @> '{africa}' and length(starts_on) = 10",
  );
  expect(one).toHaveLength(rows[0].count);
  expect(one.map(({ uid }) => uid).toSorted()).toEqual(other.map((event) => event?.uid).toSorted());
  const hostile = other.find((event) => event?.uid === "hostile@example.org");
  const summary = one.find(({ uid }) => uid === "hostile@example.org")?.summary;
  expect(summary?.replace(/\s+/g, " ")).toBe(HOSTILE_LINE.replace(/\s+/g, " "));
  expect(String(hostile?.summary).replace(/\s+/g, " ")).toBe(HOSTILE_LINE.replace(/\s+/g, " "));
});
