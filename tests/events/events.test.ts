/** What a visitor may rely on in the events of a region. */
import type { Event } from "shared/events/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ now: "2026-11-21T10:00:00Z" });
});
afterAll(() => app.close());

const events = (query = "", region = "africa") =>
  app.json<List<Event>>(`/api/v1/regions/${region}/events${query}`);

test("upcoming ones come first and soonest first, past ones after them and latest first", async () => {
  const upcoming = (await events("?when=upcoming")).body.items.map(({ startsOn }) => startsOn);
  expect(upcoming).toEqual(["2026-12-09", "2027-07-11"]);
  const { body } = await events("?limit=100");
  expect(body.items.slice(0, 2).map(({ startsOn }) => startsOn)).toEqual(upcoming);
  const past = body.items.slice(2).map(({ startsOn, asOf }) => startsOn ?? asOf ?? "");
  expect(past).toEqual(past.toSorted().reverse());
});

test("reading on shows every event once, also those without a date", async () => {
  const ids: number[] = [];
  const without: Event[] = [];
  let after = "";
  for (;;) {
    const { body } = await events(`?limit=9${after}`, "south-east-europe");
    ids.push(...body.items.map(({ id }) => id));
    without.push(...body.items.filter(({ startsOn }) => startsOn === null));
    if (body.next === null) {
      expect([new Set(ids).size, ids.length]).toEqual([body.total, body.total]);
      break;
    }
    after = `&after=${body.next}`;
  }
  expect(without.map(({ slug }) => slug)).toEqual(["private-sector-integrity-in-the-western-balkans"]);
  const page = await app.page(`/en/south-east-europe/events/${without[0]?.slug}`);
  expect(page.text("main dl")).toContain("date not stated");
  expect(page.links("main a").some((href) => href.endsWith(".ics"))).toBe(false);
});

test("the page shows what comes first and past events beneath, and says when nothing comes", async () => {
  const page = await app.page("/en/africa/events");
  expect(page.texts("main h2")).toEqual(["Upcoming events", "Past events"]);
  const later = await testApp({ now: "2030-01-01T00:00:00Z" });
  try {
    const empty = await later.page("/en/africa/events");
    expect(empty.text("main .empty")).toBe("No upcoming event is recorded.");
    expect(empty.texts("main .plain li").length).toBe(20);
  } finally {
    await later.close();
  }
});

test("an event counts as upcoming until the end of its last day, and lists are kept no longer", async () => {
  const when = async (now: string) => {
    const at = await testApp({ now });
    try {
      const { body } = await at.json<List<Event>>("/api/v1/regions/africa/events?when=upcoming");
      return body.items.map(({ slug }) => slug);
    } finally {
      await at.close();
    }
  };
  expect(await when("2026-12-09T23:59:59Z")).toEqual(["iacd-2026", "aacd-2027"]);
  expect(await when("2026-12-10T00:00:00Z")).toEqual(["aacd-2027"]);
});

test("a month is a table whose days hold the events of several days on each of them", async () => {
  const page = await app.page("/en/africa/events?month=2024-06");
  expect(page.text("#month")).toBe("June 2024");
  expect(page.texts("thead th").length).toBe(7);
  const busy = page.texts("td:not(.free)");
  expect(busy.filter((day) => day.includes("GIABA")).map((day) => day.slice(0, 5))).toEqual([
    "Tue 4",
    "Wed 5",
    "Thu 6",
  ]);
  expect(page.links("nav a[rel]")).toEqual([
    "/en/africa/events?month=2024-05",
    "/en/africa/events?month=2024-07",
  ]);
});

test("an event without a full day stands beneath the month, not in it, and in no calendar file", async () => {
  const page = await app.page("/en/africa/events?month=2024-06");
  expect(page.text("table")).not.toContain("IACC 2024 round table");
  expect(page.texts("main .plain h3").join()).toContain("IACC 2024 round table");
  const event = await app.page("/en/africa/events/iacc-2024-bot-roundtable");
  expect(event.text("main dl time")).toBe("June 2024");
  expect(event.text("main")).toContain("no full day");
});

test("weeks begin as they do in the language", async () => {
  const first = async (language: string) =>
    (await app.page(`/${language}/africa/events?month=2026-12`)).text("thead th");
  expect(await first("en")).toBe("Mon");
  expect(await first("ar")).toBe("السبت");
});

test("an event with a full day can be added to a calendar", async () => {
  const page = await app.page("/ar/africa/events/iacd-2026");
  expect(page.links("main a.button")).toEqual(["/ar/africa/events/iacd-2026.ics"]);
});

test.each(["month=2024-13", "month=0000-01", "when=soon", "kind=party", "after=x", "limit=0"])(
  "%s is refused in JSON by name and noted on the page",
  async (query) => {
    const { status, body } = await app.json<{ problems: { parameter: string }[] }>(
      `/api/v1/regions/africa/events?${query}`,
    );
    const name = query.split("=")[0] ?? "";
    expect([status, body.problems.map(({ parameter }) => parameter)]).toEqual([400, [name]]);
    expect((await app.page(`/en/africa/events?${query}`)).text(".notice")).toContain(name);
  },
);

test("hour, own time zone, deadline and place in the web are shown where they are known", async () => {
  const own = await testApp({ freshDatabase: true, now: "2026-12-01T00:00:00Z" });
  try {
    await own.app.db.pool.query(`update events set starts_at = '2026-12-09T06:30Z', ends_at = '2026-12-09T08:00Z',
      time_zone = 'Africa/Nairobi', deadline_on = '2026-11-30', online = true where slug = 'iacd-2026'`);
    const page = await own.page("/en/africa/events/iacd-2026");
    expect(page.text("main dl")).toMatch(/9 December 2026.*09:30\s*–\s*11:00.*06:30\s*–\s*08:00 UTC/);
    expect(page.text("main dl")).toContain("The deadline has passed.");
    expect(page.text("main dl")).toContain("online");
    const { body } = await own.json<Event>("/api/v1/regions/africa/events/iacd-2026");
    expect([body.startsAt, body.timeZone]).toEqual(["2026-12-09T06:30:00Z", "Africa/Nairobi"]);
  } finally {
    await own.close();
  }
});
