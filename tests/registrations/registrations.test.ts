/** Registering for an event: nobody overbooks it, nobody learns who comes, and whoever waits moves up. */

import { eventById } from "db/events/queries.ts";
import { transaction } from "db/transaction.ts";

import { keepRegistrations } from "server/registrations/keeping.ts";
import { tellOfCancellation, tellOfChange } from "server/registrations/telling.ts";
import type { Event } from "shared/events/contract.ts";
import { found } from "shared/failure.ts";
import type { OwnRegistration, RegistrationList } from "shared/registrations/contract.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type ReceivedLetter, type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { solved } from "../setup/visitor.ts";

let mail: TestMail;
let app: TestApp;
let now = new Date("2026-11-22T10:00:00Z");
let curator: SignedIn;
let made = 0;

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings, now: () => now });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
const daysLater = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};
const pathOf = (url: string | undefined) => {
  const { pathname, search } = new URL(url ?? "", "http://127.0.0.1");
  return pathname + search;
};
const linkIn = (letter: ReceivedLetter) => pathOf(letter.links[0]);

interface Made {
  id: number;
  slug: string;
  page: string;
  desk: string;
  api: string;
}

/** An event of Africa for which one registers; `days` from now, at 10 in Nairobi. */
async function newEvent(capacity: number | null, days = 30): Promise<Made> {
  const slug = `workshop-${++made}`;
  const startsAt = new Date(now.getTime() + days * 86_400_000);
  const startsOn = startsAt.toISOString().slice(0, 10);
  const { rows } = await sql(
    `insert into events (slug, title, regions, countries, kind, starts_on, starts_at, time_zone, place_name, place_iso2,
       place_lat, place_lon, online, organiser, summary, registration, capacity)
     values ($1, $2, '{africa}', '{KE}', 'workshop', $3, $4, 'Africa/Nairobi', 'Nairobi', 'KE', -1.3, 36.8, false,
       'A CSO', 'A summary', true, $5) returning id`,
    [slug, `Workshop ${made}`, startsOn, startsAt, capacity],
  );
  const page = `/en/africa/events/${slug}`;
  return {
    id: Number(rows[0].id),
    slug,
    page,
    desk: `/en/africa/desk/events/${slug}/registrations`,
    api: `/api/v1/regions/africa/events/${slug}`,
  };
}

const ask = (event: Made, email: string, language = "en", name = "Anybody") =>
  app.post(`${event.page.replace("/en/", `/${language}/`)}/register`, { name, email, ...solved(app) });

/** A visitor registers and confirms; gives the letter that tells what became of it. */
async function visitorRegisters(event: Made, email: string, language = "en"): Promise<ReceivedLetter> {
  expect((await ask(event, email, language)).status).toBe(303);
  const confirmed = await app.post(linkIn(await mail.next({ to: email })), {});
  expect(confirmed.status).toBe(303);
  return mail.next({ to: email });
}

const register = (event: Made, person: SignedIn, name = "Somebody") =>
  app.send<OwnRegistration>("POST", `${event.api}/registration`, { name }, person.as);

const listOf = async (event: Made) => (await app.get(`${event.api}/registrations`, curator.as)).text;
const statesOf = async ({ id }: Made) =>
  (
    await sql("select state, count(*)::int from registrations where event_id = $1 group by 1 order by 1", [
      id,
    ])
  ).rows;

test("a visitor has a place only once the letter's button was pressed, and ends it by the link of any letter", async () => {
  const event = await newEvent(2);
  const asked = await ask(event, "visitor@example.org");
  expect(asked.headers.location).toBe(`${event.page}?done=registrationAsked`);
  const letter = await mail.next({ to: "visitor@example.org" });
  expect(letter.subject).toBe("Your registration");
  expect(letter.text).toContain("Nairobi, Kenya");
  expect((await app.json<Event>(event.api)).body.registration).toEqual({
    capacity: 2,
    placesLeft: 2,
    endsOn: null,
  });
  const link = linkIn(letter);
  expect((await app.page(link)).texts("main button")).toEqual(["Confirm my registration"]);
  expect(await statesOf(event)).toEqual([{ state: "unconfirmed", count: 1 }]);
  const confirmed = await app.post(link, {});
  expect((await app.page(confirmed.headers.location ?? "")).text("main")).toContain("You have a place.");
  expect((await app.page(event.page)).text("main")).toContain("1 place left.");
  expect((await app.get(link)).status).toBe(410);
  const end = linkIn(await mail.next({ to: "visitor@example.org" }));
  expect((await app.post(end, {})).headers.location).toBe(`${event.page}?done=registrationEnded`);
  expect(await statesOf(event)).toEqual([]);
  expect((await app.get(end)).status).toBe(410);
  expect((await app.page(event.page)).text("main")).toContain("2 places left.");
});

test("nobody learns from the form whether an address is registered, and no address is flooded", async () => {
  const event = await newEvent(null);
  await visitorRegisters(event, "known@example.org");
  const replies = [];
  for (const email of ["known@example.org", "unknown@example.org", "known@example.org", "known@example.org"])
    replies.push(await ask(event, email));
  expect(new Set(replies.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
  const letter = await mail.next({ to: "known@example.org" });
  expect(letter.text).toContain("It is registered already");
  await mail.next({ to: "unknown@example.org" });
  await mail.next({ to: "known@example.org" });
  expect(
    (
      await sql(
        "select from links where purpose = 'confirm-registration' and data->>'registrationId' in (select id::text from registrations where email = 'known@example.org')",
      )
    ).rowCount,
  ).toBe(3);
});

test("a link confirms below its own event alone", async () => {
  const full = await newEvent(1);
  await visitorRegisters(full, "first@example.org");
  await ask(full, "second@example.org");
  const link = linkIn(await mail.next({ to: "second@example.org" }));
  const elsewhere = link.replace(full.slug, (await newEvent(null)).slug);
  expect((await app.get(elsewhere)).status).toBe(410);
  expect((await app.post(elsewhere, {})).headers.location).toMatch(/\/register\/confirm$/);
  expect(await statesOf(full)).toEqual([
    { state: "confirmed", count: 1 },
    { state: "unconfirmed", count: 1 },
  ]);
  await sql("update events set starts_at = $2 where id = $1", [full.id, new Date(now.getTime() - 60_000)]);
  expect((await app.get(elsewhere)).status).toBe(410);
  await app.post(elsewhere, {});
  expect((await statesOf(full))[1]).toEqual({ state: "unconfirmed", count: 1 });
});

test("each letter confirms what its own asker wrote, and shows it before", async () => {
  const event = await newEvent(null);
  await ask(event, "twice@example.org", "en", "Amina");
  const own = linkIn(await mail.next({ to: "twice@example.org" }));
  await ask(event, "twice@example.org", "en", "Mallory");
  const other = linkIn(await mail.next({ to: "twice@example.org" }));
  expect((await app.page(other)).text("main dl")).toContain("Mallory");
  expect((await app.page(own)).text("main dl")).toContain("Amina");
  expect((await app.post(own, {})).status).toBe(303);
  const { rows } = await sql("select name, state from registrations where event_id = $1", [event.id]);
  expect(rows).toEqual([{ name: "Amina", state: "confirmed" }]);
  expect((await app.get(other)).status).toBe(410);
  expect((await sql("select from links where data::text ~ 'Amina|Mallory'")).rowCount).toBe(0);
});

test("many who register at the same moment never take more places than there are", async () => {
  const event = await newEvent(5);
  const people = await Promise.all(Array.from({ length: 24 }, () => signedIn(app)));
  const replies = await Promise.all(people.map((person) => register(event, person)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  expect(replies.filter(({ body }) => body.state === "confirmed")).toHaveLength(5);
  expect(await statesOf(event)).toEqual([
    { state: "confirmed", count: 5 },
    { state: "waiting", count: 19 },
  ]);
  const again = await Promise.all(people.map((person) => register(event, person)));
  expect(again.filter(({ body }) => body.state === "confirmed")).toHaveLength(5);
  const ended = people.filter((_, index) => replies[index]?.body.state === "confirmed").slice(0, 3);
  await Promise.all(ended.map(({ as }) => app.send("DELETE", `${event.api}/registration`, undefined, as)));
  expect(await statesOf(event)).toEqual([
    { state: "confirmed", count: 5 },
    { state: "waiting", count: 16 },
  ]);
});

test("who waits longest moves up and is told in their own language, and more places move up more", async () => {
  const event = await newEvent(1);
  const first = await signedIn(app);
  expect((await register(event, first)).body.state).toBe("confirmed");
  const second = await visitorRegisters(event, "deuxieme@example.org", "fr");
  expect(second.text).toContain("liste d’attente");
  await visitorRegisters(event, "third@example.org");
  await visitorRegisters(event, "fourth@example.org");
  const page = await app.page(event.page, first.as);
  expect(page.text("main")).toContain("You have a place.");
  const [end = ""] = page.links("main a").filter((href) => href.endsWith("/register/end"));
  expect((await app.post(end, { csrf: first.csrf }, first.as)).status).toBe(303);
  expect((await mail.next({ to: "deuxieme@example.org" })).text).toContain("Une place s’est libérée");
  const before = found(await eventById(app.app.db.queries, event.id));
  await transaction(app.app.db, async (tx) => {
    await tx.execute(`update events set capacity = 2 where id = ${event.id}`);
    await tellOfChange(app.app, tx, { event: before, isElsewhere: false });
  });
  expect((await mail.next({ to: "third@example.org" })).text).toContain("A place has become free");
  expect(await statesOf(event)).toEqual([
    { state: "confirmed", count: 2 },
    { state: "waiting", count: 1 },
  ]);
});

test("a place that an erased account leaves goes to who waits", async () => {
  const event = await newEvent(1);
  const gone = await signedIn(app);
  await register(event, gone);
  await visitorRegisters(event, "patient@example.org");
  await sql("delete from registrations where person_id = $1", [gone.id]);
  await keepRegistrations(app.app);
  expect((await mail.next({ to: "patient@example.org" })).text).toContain("A place has become free");
});

test("only the region's curators see who comes; each look is in the audit log; a sheet cannot be made to calculate", async () => {
  const event = await newEvent(3);
  const person = await signedIn(app);
  await register(event, person, '=HYPERLINK("https://example.org")');
  await register(event, await signedIn(app), "Eve;=cmd|'/c calc'!A0");
  const elsewhere = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
  for (const path of [event.desk, `${event.desk}.csv`, `${event.api}/registrations`]) {
    expect((await app.get(path, elsewhere.as)).status).toBe(404);
    expect((await app.get(path, person.as)).status).toBe(404);
  }
  const page = await app.page(event.desk, curator.as);
  expect(page.text("main")).toContain("2 people have a place. There are 3 places. 0 people wait.");
  expect(page.text("main")).toContain(person.email);
  const csv = await app.get(`${event.desk}.csv`, curator.as);
  expect(csv.text).toContain(`"'=HYPERLINK(""https://example.org"")"`);
  expect(csv.text).toContain("\r\nEve;'=cmd|'/c calc'!A0,");
  const list: RegistrationList = JSON.parse(await listOf(event));
  expect(list).toMatchObject({ confirmed: 2, waiting: 0, capacity: 3 });
  const { rows } = await sql("select action from audit where target = $1 and person_id = $2", [
    `event:${event.id}`,
    curator.id,
  ]);
  expect(rows.map(({ action }) => action)).toEqual([
    "registrations.read",
    "registrations.read",
    "registrations.read",
  ]);
  const removed = await app.post(
    event.desk,
    { id: String(list.items[0]?.id), csrf: curator.csrf },
    curator.as,
  );
  expect(removed.headers.location).toBe(`${event.desk}?done=registrationRemoved`);
  expect((await mail.next({ to: person.email, subject: "Your registration" })).text).toContain(
    "you have a place",
  );
  expect((await mail.next({ to: person.email })).text).toContain("ended your registration");
});

test("what is public says nothing of who comes", async () => {
  const event = await newEvent(9);
  await visitorRegisters(event, "hidden-name@example.org");
  for (const path of [event.page, event.api, `${event.page}.ics`, "/data/events.json", "/data/events.csv"])
    expect((await app.get(path)).text, path).not.toMatch(/hidden-name|Anybody/);
});

test("reminders come 14 and 3 days before, each once, also after a stop, and not to who waits", async () => {
  const event = await newEvent(1, 30);
  await visitorRegisters(event, "reminded@example.org");
  await visitorRegisters(event, "waits@example.org");
  const reminders = () =>
    mail.received().filter(({ to, text }) => to === "reminded@example.org" && text.includes("begins soon"))
      .length;
  await keepRegistrations(app.app);
  expect((await sql("select reminded from registrations where event_id = $1", [event.id])).rows).toEqual([
    { reminded: [] },
    { reminded: [] },
  ]);
  daysLater(16.5);
  await keepRegistrations(app.app);
  await keepRegistrations(app.app);
  expect((await mail.next({ to: "reminded@example.org", subject: "" })).text).toContain("begins soon");
  daysLater(11);
  await visitorRegisters(await newEvent(null, 10), "late@example.org");
  await keepRegistrations(app.app);
  expect((await mail.next({ to: "reminded@example.org" })).text).toContain("begins soon");
  expect(reminders()).toBe(2);
  expect(
    mail.received().filter(({ to, text }) => /waits|late/.test(to) && text.includes("begins soon")),
  ).toEqual([]);
});

test("an address that nobody confirmed is gone after a day, and all of an event 30 days after it", async () => {
  const event = await newEvent(null, 2);
  await visitorRegisters(event, "was-there@example.org");
  await ask(event, "never@example.org");
  daysLater(1.1);
  await keepRegistrations(app.app);
  expect(await statesOf(event)).toEqual([{ state: "confirmed", count: 1 }]);
  daysLater(30);
  await keepRegistrations(app.app);
  expect(await statesOf(event)).toEqual([{ state: "confirmed", count: 1 }]);
  daysLater(2);
  await keepRegistrations(app.app);
  expect(await statesOf(event)).toEqual([]);
});

test("what changes nothing about when and where writes no letter; another day makes reminders due anew", async () => {
  const event = await newEvent(null, 10);
  await visitorRegisters(event, "calm@example.org");
  await sql("update registrations set reminded = '{14}' where event_id = $1", [event.id]);
  const after = found(await eventById(app.app.db.queries, event.id));
  const tell = (isElsewhere: boolean) =>
    transaction(app.app.db, (tx) => tellOfChange(app.app, tx, { event: after, isElsewhere }));
  const reminded = async () =>
    (await sql("select reminded from registrations where event_id = $1", [event.id])).rows[0].reminded;
  await tell(false);
  expect(await reminded()).toEqual([14]);
  await tell(true);
  expect(await reminded()).toEqual([]);
  expect((await mail.next({ to: "calm@example.org" })).text).toContain("has changed");
});

test("who is registered hears of another date, and of an event that is withdrawn", async () => {
  const event = await newEvent(null, 20);
  await visitorRegisters(event, "told@example.org", "ar");
  const before = found(await eventById(app.app.db.queries, event.id));
  const after = { ...before, startsOn: "2027-03-30", startsAt: "2027-03-30T07:00:00Z" };
  await transaction(app.app.db, (tx) => tellOfChange(app.app, tx, { event: after, isElsewhere: true }));
  const changed = await mail.next({ to: "told@example.org" });
  expect(changed.text).toContain("تغير تاريخ");
  expect(changed.html).toContain('dir="rtl"');
  await transaction(app.app.db, (tx) => tellOfCancellation(app.app, tx, after));
  expect((await mail.next({ to: "told@example.org" })).text).toContain("سحبت");
});

test("registration that has closed, or an event that has begun, takes nobody", async () => {
  const event = await newEvent(null, 5);
  await sql("update events set registration_ends_on = $2 where id = $1", [event.id, "2026-01-31"]);
  const person = await signedIn(app);
  expect((await register(event, person)).status).toBe(409);
  expect((await ask(event, "late@example.org")).status).toBe(422);
  await app.app.remember("x", [], async () => 0);
  expect((await app.page(`${event.page}`, person.as)).text("main")).toContain("Closed on 31 January 2026.");
  const begun = await newEvent(null, -0.1);
  expect((await register(begun, person)).status).toBe(409);
  const none = await newEvent(null, 5);
  await sql("update events set registration = false where id = $1", [none.id]);
  expect((await register(none, person)).status).toBe(404);
});
