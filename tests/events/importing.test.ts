/** Calendar files handed in at the desk: what becomes of each event, whatever stands in the file. */
import { IcsFileError, readCalendar } from "server/events/ics/reading.ts";
import type { IcsContent, IcsLine } from "shared/events/ics.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const titled = (...lines: string[]) => event("SUMMARY:An event", ...lines);

const read = (text: string | Uint8Array) =>
  readCalendar(typeof text === "string" ? Buffer.from(text) : text, "en");

async function one(...lines: string[]): Promise<{ content: IcsContent; notes: string[] }> {
  const [reading] = await read(calendar(...lines));
  if (!reading || !("event" in reading)) throw new Error(JSON.stringify(reading));
  return reading.event;
}
async function refusal(...lines: string[]): Promise<string> {
  const [reading] = await read(calendar(...lines));
  return reading && "refusal" in reading
    ? `${reading.refusal.problem} ${reading.refusal.field}`
    : JSON.stringify(reading);
}
const fileProblem = (text: string | Uint8Array) =>
  read(text).then(
    () => null,
    (error: unknown) => (error instanceof IcsFileError ? error.problem : error),
  );

describe("days and hours", () => {
  test("the end of whole days is the day after them; of one day there is no end", async () => {
    const days = (start: string, end: string) =>
      one(...titled(`DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`));
    expect((await days("20270310", "20270313")).content).toMatchObject({
      startsOn: "2027-03-10",
      endsOn: "2027-03-12",
    });
    expect((await days("20270310", "20270311")).content.endsOn).toBeUndefined();
    const lasting = await one(...titled("DTSTART;VALUE=DATE:20270310", "DURATION:P2D"));
    expect(lasting.content.endsOn).toBe("2027-03-11");
  });

  test.each([
    ["DTSTART;TZID=Africa/Nairobi:20270310T090000", "Africa/Nairobi", "09:00"],
    ["DTSTART;TZID=E. Africa Standard Time:20270310T090000", "Africa/Nairobi", "09:00"],
    ["DTSTART;TZID=/mozilla.org/20070129_1/Europe/Vienna:20270310T090000", "Europe/Vienna", "09:00"],
    ["DTSTART;TZID=Our own zone:20270310T090000", "Africa/Dakar", "09:00"],
    ["DTSTART:20270310T090000Z", "UTC", "09:00"],
  ])("%s is in %s", async (start, timeZone, startsTime) => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Our own zone",
      "X-LIC-LOCATION:Africa/Dakar",
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "TZOFFSETFROM:+0000",
      "TZOFFSETTO:+0000",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    expect((await one(...zone, ...titled(start))).content).toMatchObject({ timeZone, startsTime });
  });

  test("an hour in UTC is shown by the calendar's own zone, an end in another zone by that of the start", async () => {
    const own = await one("X-WR-TIMEZONE:Asia/Bangkok", ...titled("DTSTART:20270310T200000Z"));
    expect(own.content).toMatchObject({
      startsOn: "2027-03-11",
      startsTime: "03:00",
      timeZone: "Asia/Bangkok",
    });
    const two = await one(
      ...titled("DTSTART;TZID=Africa/Nairobi:20270310T230000", "DTEND;TZID=Europe/Vienna:20270310T233000"),
    );
    expect(two.content).toMatchObject({ startsTime: "23:00", endsOn: "2027-03-11", endsTime: "01:30" });
  });

  test("what repeats, an hour that the clocks leave out, and an hour in no zone are told", async () => {
    const weekly = await one(...titled("DTSTART;VALUE=DATE:20270310", "RRULE:FREQ=SECONDLY;COUNT=999999999"));
    expect(weekly).toMatchObject({ notes: ["repeats"], content: { startsOn: "2027-03-10" } });
    const gap = await one(...titled("DTSTART;TZID=Europe/Vienna:20270328T023000"));
    expect(gap).toMatchObject({ notes: ["gap"], content: { startsTime: "03:30" } });
    const floating = await one(...titled("DTSTART:20270310T090000"));
    expect(floating).toMatchObject({ notes: ["floating"], content: { startsOn: "2027-03-10" } });
    expect(floating.content.startsTime).toBeUndefined();
  });

  test.each([
    ["zone DTSTART", ["DTSTART;TZID=Nowhere/Atall:20270310T090000"]],
    ["zone DTEND", ["DTSTART:20270310T090000Z", "DTEND;TZID=Nowhere:20270310T100000"]],
    ["order DTEND", ["DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270301"]],
    ["order DTEND", ["DTSTART:20270310T090000Z", "DTEND:20270310T080000Z"]],
    ["order DURATION", ["DTSTART:20270310T090000Z", "DURATION:-PT1H"]],
    ["year DTSTART", ["DTSTART;VALUE=DATE:19000101"]],
    ["year DTEND", ["DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:99991231"]],
    ["start DTSTART", ["DTSTART:20261399T990000Z"]],
    ["start DTSTART", ["DTSTART;VALUE=DATE:20270230"]],
    ["start DTSTART", ["DTSTART:2027"]],
    ["no-start DTSTART", []],
    ["cancelled STATUS", ["DTSTART;VALUE=DATE:20270310", "STATUS:CANCELLED"]],
    ["part RECURRENCE-ID", ["DTSTART;VALUE=DATE:20270310", "RECURRENCE-ID;VALUE=DATE:20270310"]],
  ])("%s is refused", async (expected, lines) => {
    expect(await refusal(...titled(...lines))).toBe(expected);
  });
});

describe("texts", () => {
  test("HTML is read, not kept; what runs is gone; names of the field stay as they are", async () => {
    const { content } = await one(
      ...event(
        "SUMMARY;LANGUAGE=fr:Audits &amp\\; <b>marchés</b><script>alert(1)</script>",
        "DTSTART;VALUE=DATE:20270310",
        "DESCRIPTION:<p>Deux jours.</p><p>Avec <a href='javascript:alert(1)'>nous</a></p>",
        "LOCATION:Tunis\\, Tunisie",
        "ORGANIZER;CN=Une OSC:mailto:private@example.org",
        "CATEGORIES:WORKSHOP",
        "URL:javascript:alert(1)",
      ),
    );
    expect(content).toMatchObject({
      title: "Audits & marchés",
      language: "fr",
      summary: "Deux jours.\nAvec nous",
      place: { name: "Tunis, Tunisie" },
      organiser: "Une OSC",
      kind: "workshop",
    });
    expect(JSON.stringify(content)).not.toMatch(/alert|private@/);
  });

  test("an event without a title, or with a number that stands twice, is refused alone", async () => {
    const readings = await read(
      calendar(
        ...titled("UID:same", "DTSTART;VALUE=DATE:20270310"),
        ...titled("UID:same", "DTSTART;VALUE=DATE:20270311"),
        ...event("SUMMARY:<img src=x>", "DTSTART;VALUE=DATE:20270310"),
      ),
    );
    expect(readings.map((reading) => ("refusal" in reading ? reading.refusal.problem : "new"))).toEqual([
      "new",
      "twice",
      "no-title",
    ]);
  });
});

describe("files", () => {
  test("UTF-8 with its mark and UTF-16 are read, other encodings are refused instead of garbled", async () => {
    const text = calendar(...event("SUMMARY:Réunion à Genève", "DTSTART;VALUE=DATE:20270310"));
    const titles = async (bytes: Uint8Array) =>
      (await read(bytes)).map((reading) => ("event" in reading ? reading.event.content.title : null));
    expect(await titles(Buffer.from(`\uFEFF${text}`))).toEqual(["Réunion à Genève"]);
    expect(await titles(Buffer.from(`\uFEFF${text}`, "utf16le"))).toEqual(["Réunion à Genève"]);
    expect(await fileProblem(Buffer.from(text, "latin1"))).toBe("encoding");
    expect(await fileProblem(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe("encoding");
  });

  test("what is no calendar, has nothing in it, or far too much, is refused, and quickly", async () => {
    const start = performance.now();
    expect(await fileProblem("<!doctype html><title>Sign in</title>")).toBe("not-calendar");
    expect(await fileProblem("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n")).toBe("not-calendar");
    expect(await fileProblem(calendar())).toBe("nothing");
    const many = Array.from({ length: 10_000 }, () => titled("DTSTART;VALUE=DATE:20270310")).flat();
    expect(await fileProblem(calendar(...many))).toBe("too-many");
    expect(await fileProblem(`BEGIN:VCALENDAR\r\n${"BEGIN:A\r\n".repeat(90_000)}`)).toBe("too-many");
    await fileProblem(calendar(`X-LONG:${"a\r\n ".repeat(200_000)}`));
    await fileProblem(
      calendar(...titled(`DESCRIPTION:${"<b>".repeat(300_000)}`, "DTSTART;VALUE=DATE:20270310")),
    );
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("at the desk", () => {
  const PAGE = "/en/africa/desk/events/import";
  let app: TestApp;
  let curator: SignedIn;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true, now: "2026-11-22T08:00:00Z" });
    curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
  });
  afterAll(() => app.close());

  const text = calendar(
    ...event("UID:a@example.org", "SUMMARY:First of the file", "DTSTART;VALUE=DATE:20270310"),
    ...event("UID:b@example.org", "SUMMARY:Second of the file", "DTSTART:20270311T090000Z"),
    ...event(
      "UID:c@example.org",
      "SUMMARY:International Anti-Corruption Day 2026",
      "DTSTART;VALUE=DATE:20261209",
    ),
    ...event("UID:d@example.org", "SUMMARY:Wrong", "DTSTART;VALUE=DATE:99990101"),
  );

  async function upload(bytes: string, as = curator) {
    const boundary = "b0undary";
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file = `--${boundary}\r\nContent-Disposition: form-data; name="calendar"; filename="x.ics"\r\nContent-Type: text/calendar\r\n\r\n${bytes}\r\n`;
    const reply = await app.app.fastify.inject({
      method: "POST",
      url: PAGE,
      headers: { ...as.as, "content-type": `multipart/form-data; boundary=${boundary}` },
      payload: `${part("csrf", as.csrf)}${part("text", "")}${file}--${boundary}--\r\n`,
    });
    return {
      status: reply.statusCode,
      text: reply.payload,
      page: parsePage({
        status: reply.statusCode,
        text: reply.payload,
        headers: {},
      }),
    };
  }

  test("each event's fate is shown and nothing is kept; those chosen become drafts, once", async () => {
    const seed = await app.app.db.pool.query("select title, starts_on from events where slug = 'iacd-2026'");
    const known = text.replace("International Anti-Corruption Day 2026", seed.rows[0].title);
    const looked = await upload(known);
    expect(looked.status).toBe(200);
    const lines = [...looked.page.document.querySelectorAll("input[name=line]")].map(
      (input) => input.getAttribute("value") ?? "",
    );
    expect(lines).toHaveLength(2);
    expect(looked.page.text("main")).toContain("It is here already.");
    expect(looked.page.text("main")).toContain("DTSTART Its year is not between 1990 and 2100.");
    expect((await app.app.db.pool.query("select from entries")).rowCount).toBe(0);
    const kept = await app.post(PAGE, { csrf: curator.csrf, line: lines, chosen: ["1"] }, curator.as);
    expect(kept.headers.location).toBe("/en/africa/desk/events?done=eventsImported");
    const { rows } = await app.app.db.pool.query("select state, content from entries");
    expect(rows).toMatchObject([
      {
        state: "draft",
        content: {
          title: "Second of the file",
          startsTime: "09:00",
          timeZone: "UTC",
          icsUid: "b@example.org",
        },
      },
    ]);
    await app.post(PAGE, { csrf: curator.csrf, line: lines, chosen: ["1"] }, curator.as);
    expect((await app.app.db.pool.query("select from entries")).rowCount).toBe(1);
    const again = await upload(known);
    expect(again.page.document.querySelectorAll("input[name=line]")).toHaveLength(1);
  });

  test("a file of more than 1 MB and one that is none are refused beside the field", async () => {
    expect((await upload("x".repeat(1024 * 1024 + 1))).status).toBe(422);
    const wrong = await upload("<html>");
    expect([wrong.status, wrong.text.includes("This is not a calendar file.")]).toEqual([422, true]);
  });

  test("what a form holds is read strictly", async () => {
    const line = ['{"content":{"title":5},"notes":[]}', "not json"];
    const reply = await app.post(PAGE, { csrf: curator.csrf, line, chosen: ["0", "1", "7"] }, curator.as);
    expect([reply.status, reply.text.includes("Choose at least one event.")]).toEqual([422, true]);
  });

  test("by JSON: a dry run first, then drafts; another region's curator is refused", async () => {
    const send = (take: boolean, as = curator.as) =>
      app.send<{ items: IcsLine[] }>(
        "POST",
        "/api/v1/regions/africa/calendars",
        { calendar: text.replaceAll("of the file", "by JSON").replaceAll("@example.org", "@json"), take },
        as,
      );
    const dry = await send(false);
    expect(dry.body.items.map(({ fate, entry }) => [fate, entry])).toMatchObject([
      ["new", null],
      ["new", null],
      [expect.anything(), null],
      ["refused", null],
    ]);
    const taken = await send(true);
    expect(taken.body.items[0]?.entry).toEqual(expect.any(Number));
    expect((await send(false)).body.items[0]?.fate).toBe("known");
    const elsewhere = await signedIn(app, { roles: [{ role: "curator", region: "south-east-europe" }] });
    expect((await send(true, elsewhere.as)).status).toBe(403);
  });
});

test("a description made to keep the server busy is read at once", async () => {
  const start = performance.now();
  const hostile = `${"<x>".repeat(50_000)}${"</y>".repeat(50_000)}`;
  const { content } = await one(...titled("DTSTART:20270310T100000Z", `DESCRIPTION:Words${hostile}`));
  expect(content.summary).toBe("Words");
  expect(performance.now() - start).toBeLessThan(2000);
});
