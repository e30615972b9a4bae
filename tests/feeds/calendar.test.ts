/** Calendars: what a calendar program may rely on (RFC 5545). */
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, settings: { PUBLIC_URL: "https://example.org" } });
  await app.app.db.pool.query(`insert into events (slug, title, regions, countries, kind, organiser, summary,
      starts_on, ends_on, starts_at, ends_at, time_zone)
    values ('three-days', 'Three days; with, commas', '{africa}', '{}', 'workshop', 'X', 'a', '2027-02-27', '2027-03-01', null, null, null),
      ('some-day', 'Some day', '{africa}', '{}', 'workshop', 'X', 'a', '2027-02', null, null, null, null),
      ('at-noon', 'At noon', '{africa}', '{}', 'webinar', 'X', 'a', '2027-05-04', '2027-05-04',
        '2027-05-04T12:00:00+03:00', '2027-05-04T13:30:00+03:00', 'Africa/Nairobi')`);
});
afterAll(() => app.close());

async function eventsOf(path: string): Promise<ICAL.Event[]> {
  const reply = await app.get(path);
  expect(reply.status, path).toBe(200);
  expect(reply.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(reply.text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(reply.text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const calendar = new ICAL.Component(ICAL.parse(reply.text));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

const named = (events: ICAL.Event[], slug: string) => events.find(({ uid }) => uid === `${slug}@example.org`);

test("a calendar holds the region's events whose first day is known, and no others", async () => {
  const events = await eventsOf("/en/africa/events.ics");
  const { rows } = await app.app.db.pool.query(
    "select count(*)::int as count from events where regions @> '{africa}' and length(starts_on) = 10",
  );
  expect(events.length).toBe(rows[0].count);
  expect(named(events, "some-day")).toBeUndefined();
});

test("whole days are dates, and the end is the day after the last", async () => {
  const event = named(await eventsOf("/en/africa/events.ics"), "three-days");
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.startDate.toString()).toBe("2027-02-27");
  expect(event?.endDate.toString()).toBe("2027-03-02");
  expect(event?.summary).toBe("Three days; with, commas");
});

test("moments are in UTC", async () => {
  const event = named(await eventsOf("/en/africa/events.ics"), "at-noon");
  expect(event?.startDate.toString()).toBe("2027-05-04T09:00:00Z");
  expect(event?.endDate.toString()).toBe("2027-05-04T10:30:00Z");
});

test("one event has a file of its own, the same as in the calendar", async () => {
  const [event, ...others] = await eventsOf("/ar/africa/events/three-days.ics");
  expect(others).toEqual([]);
  expect(event?.uid).toBe("three-days@example.org");
  expect(event?.component.getFirstPropertyValue("url")).toBe(
    "https://example.org/ar/africa/events/three-days",
  );
});

test("an event without a full day has no file", async () => {
  expect((await app.get("/en/africa/events/some-day.ics")).status).toBe(404);
  expect((await app.get("/en/africa/events/nothing-like-it.ics")).status).toBe(404);
});

test("an event's file under another region's address is found at its own", async () => {
  const reply = await app.get("/en/south-east-asia/events/three-days.ics");
  expect(reply.status).toBe(308);
  expect(reply.headers.location).toBe("/en/africa/events/three-days.ics");
});

test("a workshop says who runs it and for whom, and after it carries its papers", async () => {
  await app.app.db.pool.query(`update events set run_by = 'Two trainers', audience = 'Editors of CSOs',
    documents = '[{"title": "Report", "url": "https://example.org/report.pdf", "language": null}]' where slug = 'three-days'`);
  await app.app.db.pool.query("notify changes");
  const event = named(await eventsOf("/fr/africa/events.ics"), "three-days");
  expect(event?.description).toContain("Animé par\u00a0: Two trainers");
  expect(event?.description).toContain("Public visé\u00a0: Editors of CSOs");
  expect(event?.component.getFirstPropertyValue("attach")).toBe("https://example.org/report.pdf");
});

test("a second reader of calendars finds the same events, on the same days, in every language and region", async () => {
  for (const path of ["/en/africa", "/fr/south-east-europe", "/ar/south-east-asia"]) {
    const own = await eventsOf(`${path}/events.ics`);
    const read = nodeIcal.sync.parseICS((await app.get(`${path}/events.ics`)).text);
    const others = Object.values(read).filter((one) => one?.type === "VEVENT");
    expect(others.map(({ uid }) => uid).toSorted(), path).toEqual(own.map(({ uid }) => uid).toSorted());
  }
  const english = nodeIcal.sync.parseICS((await app.get("/en/africa/events.ics")).text);
  const noon = english["at-noon@example.org"];
  expect(noon?.type === "VEVENT" && noon.start.toISOString()).toBe("2027-05-04T09:00:00.000Z");
});
