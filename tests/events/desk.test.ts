/** Events at the desk: what curators may rely on when they plan one, change it and call it off. */
import type { EventContent } from "shared/events/content.ts";
import type { Event } from "shared/events/contract.ts";
import { planningProblems } from "shared/events/planning.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const DESK = "/en/africa/desk/events";
const API = "/api/v1/regions/africa";

let mail: TestMail;
let app: TestApp;
let curator: SignedIn;
const now = new Date("2026-11-22T08:00:00Z");

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings, now: () => now });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const workshop = (more: Record<string, unknown> = {}) => ({
  title: "Workshop on following public contracts",
  kind: "workshop",
  startsOn: "2027-03-10",
  startsTime: "09:00",
  endsOn: "2027-03-11",
  endsTime: "17:00",
  timeZone: "Africa/Nairobi",
  place: { name: "Nairobi", iso2: "KE" },
  organiser: "Two CSOs",
  runBy: "Trainers of both CSOs",
  audience: "Editors and lawyers",
  summary: "Two days on reading contracts.",
  language: "en",
  url: "https://example.org/workshop",
  countries: ["KE"],
  registration: true,
  capacity: 1,
  ...more,
});

type Reply = Event & { state: string; version: number; entry: number | null };
const send = (method: "POST" | "PATCH", path: string, body: object, person = curator) =>
  app.send<Reply & { code?: string; problems?: { parameter: string }[] }>(method, path, body, person.as);

const problems = (more: Partial<EventContent>) =>
  planningProblems({ ...(workshop() as EventContent), ...more });

describe("what cannot be is refused at its field", () => {
  test.each([
    ["a zone that does not exist", { timeZone: "Africa/Atlantis" }, "timeZone"],
    ["an offset in place of a zone", { timeZone: "+03:00" }, "timeZone"],
    ["a time without a zone", { timeZone: undefined }, "timeZone"],
    [
      "an hour that the clocks leave out",
      { startsOn: "2027-03-28", endsOn: "2027-03-29", startsTime: "02:30", timeZone: "Europe/Vienna" },
      "startsTime",
    ],
    ["an end before its beginning", { endsOn: "2027-03-09" }, "endsOn"],
    ["an hour before its beginning", { endsOn: undefined, endsTime: "08:59" }, "endsTime"],
    [
      "a deadline without a day",
      { kind: "deadline", startsOn: "2027-03", startsTime: undefined },
      "startsOn",
    ],
    ["the 30th of February", { startsOn: "2027-02-30" }, "startsOn"],
    ["the year 9999", { startsOn: "9999-12-31", endsOn: undefined }, "startsOn"],
    ["the year 1900", { deadlineOn: "1900" }, "deadlineOn"],
    ["a time on some day of March", { startsOn: "2027-03", registration: false }, "startsOn"],
    ["registering for some day", { startsOn: "2027-03", startsTime: undefined }, "startsOn"],
    ["registering after it", { registrationEndsOn: "2027-04" }, "registrationEndsOn"],
    ["a place in no country", { place: { name: "Nairobi", iso2: "XX" } }, "place.iso2"],
    ["half a point", { place: { name: "Nairobi", iso2: "KE", lat: 1 } }, "place.lon"],
    ["a document without an address", { documents: [{ title: "Report" }] }, "documents.0.url"],
  ] as [string, Partial<EventContent>, string][])("%s", (_what, more, field) => {
    expect(Object.keys(problems(more))).toContain(field);
  });

  test("and what can be is not: a time that comes twice, a month, no date at all", () => {
    expect(
      problems({ startsOn: "2027-10-31", endsOn: undefined, startsTime: "02:30", timeZone: "Europe/Vienna" }),
    ).toEqual({});
    const whenever = { startsTime: undefined, endsTime: undefined, endsOn: undefined, registration: false };
    expect(problems({ ...whenever, startsOn: "2027-03" })).toEqual({});
    expect(problems({ ...whenever, startsOn: undefined })).toEqual({});
  });
});

test("by JSON a curator publishes a workshop; hours stand in its own zone and in UTC; others' curators may not", async () => {
  const created = await send("POST", `${API}/events`, workshop({ publish: true }));
  expect(created).toMatchObject({
    status: 201,
    body: {
      state: "published",
      startsAt: "2027-03-10T06:00:00Z",
      endsAt: "2027-03-11T14:00:00Z",
      place: { name: "Nairobi", iso2: "KE", lat: null, lon: null },
      registration: { capacity: 1, placesLeft: 1, endsOn: null },
      regions: ["africa"],
    },
  });
  const page = await app.page(`/en/africa/events/${created.body.slug}`);
  for (const words of ["Trainers of both CSOs", "Editors and lawyers", "9:00", "06:00", "1 place left."])
    expect(page.text("main")).toContain(words);
  const ics = await app.get("/en/africa/events.ics");
  expect(ics.text).toContain(created.body.slug);
  const wrong = await send("POST", `${API}/events`, workshop({ timeZone: "Nowhere/Atall", publish: true }));
  expect(wrong).toMatchObject({ status: 400, body: { problems: [{ parameter: "timeZone" }] } });
  const elsewhere = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
  expect((await send("POST", `${API}/events`, workshop(), elsewhere)).status).toBe(403);
});

test("the form keeps every field through a round, and what it cannot take comes back beside its field", async () => {
  const created = await send("POST", `${API}/events`, workshop({ title: "Round of fields", publish: true }));
  const { slug } = created.body;
  const address = `${DESK}/${slug}`;
  const shown = await app.page(address, curator.as);
  const value = (name: string) => shown.document.querySelector(`[name="${name}"]`)?.getAttribute("value");
  expect([value("startsTime"), value("endsOn"), value("place.iso2"), value("capacity")]).toEqual([
    "09:00",
    "2027-03-11",
    "KE",
    "1",
  ]);
  const { place: _place, registration: _registration, countries, ...texts } = workshop();
  const fields = {
    ...Object.fromEntries(Object.entries(texts).map(([name, one]) => [name, String(one)])),
    title: "Round of fields",
    countries,
    csrf: curator.csrf,
    version: value("version") ?? "",
    "place.name": "Nairobi",
    "place.iso2": "KE",
    registration: "on",
    outcome: "A common letter was agreed.",
    "documents.0.title": "The letter",
    "documents.0.url": "https://example.org/letter.pdf",
    "documents.0.language": "",
    "documents.1.title": "",
    "documents.1.url": "",
  };
  const previewed = await app.post(address, { ...fields, do: "preview" }, curator.as);
  expect(parsePage(previewed).text("#preview")).toContain("A common letter was agreed.");
  const refused = await app.post(address, { ...fields, timeZone: "Mars/Olympus" }, curator.as);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("There is no time zone of this name.");
  expect(refused.text).toContain("A common letter was agreed.");
  const saved = await app.post(address, fields, curator.as);
  expect([saved.status, saved.headers.location]).toEqual([
    303,
    expect.stringContaining("done=entryPublished"),
  ]);
  const { body } = await app.json<Event>(`${API}/events/${slug}`);
  expect(body).toMatchObject({
    startsAt: "2027-03-10T06:00:00Z",
    outcome: "A common letter was agreed.",
    documents: [{ title: "The letter", url: "https://example.org/letter.pdf", language: null }],
    registration: { capacity: 1 },
  });
  expect((await app.page(`/en/africa/events/${slug}`)).text("main")).toContain("The letter");
});

test("more places move somebody up, another day is told by letter, and so is that it was withdrawn", async () => {
  const created = await send("POST", `${API}/events`, workshop({ title: "Told of changes", publish: true }));
  const { slug, version } = created.body;
  const people = [await signedIn(app), await signedIn(app)] as const;
  for (const { as } of people)
    await app.send("POST", `${API}/events/${slug}/registration`, { name: "Anybody" }, as);
  const [first, second] = people;
  const changed = await send("PATCH", `${API}/events/${slug}`, { version, capacity: 2 });
  expect(changed.status).toBe(200);
  await mail.next({ to: first.email });
  expect((await mail.next({ to: second.email })).text).toContain("waiting list");
  expect((await mail.next({ to: second.email })).text).toContain("you now have a place");
  const moved = await send("PATCH", `${API}/events/${slug}`, {
    version: changed.body.version,
    startsOn: "2027-03-11",
  });
  expect((await mail.next({ to: first.email })).text).toContain("11 March 2027");
  const withdrawn = await app.send(
    "POST",
    `${API}/events/${slug}/withdrawal`,
    { version: moved.body.version, reason: "Called off" },
    curator.as,
  );
  expect(withdrawn.status).toBe(200);
  expect((await mail.next({ to: first.email })).text).toContain("was withdrawn");
  expect((await app.get(`/en/africa/events/${slug}`)).status).toBe(404);
});

test("its history can bring an earlier version back", async () => {
  const created = await send("POST", `${API}/events`, workshop({ title: "Brought back", publish: true }));
  const { slug, version } = created.body;
  await send("PATCH", `${API}/events/${slug}`, { version, place: { name: "Kisumu", iso2: "KE" } });
  const history = await app.get(`${API}/events/${slug}/history`, curator.as);
  const { version: seen, items } = JSON.parse(history.text);
  const restored = await send("POST", `${API}/events/${slug}/restoration`, {
    version: seen,
    revision: items[0].id,
  });
  expect(restored).toMatchObject({ status: 200, body: { place: { name: "Nairobi" } } });
});
