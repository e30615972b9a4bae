/** Following by mail: without an account, never without the address's own yes, and ended by one click. */
import { indexDocument } from "db/search/changes.ts";
import { transaction } from "db/transaction.ts";
import { sendDigests } from "server/follows/digest.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type ReceivedLetter, type TestMail, testMail } from "../setup/mail.ts";
import { solved } from "../setup/visitor.ts";

let mail: TestMail;
let app: TestApp;
let now = new Date();

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({ freshDatabase: true, settings: mail.settings });
  app.app.now = () => now;
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
const firstLink = (letter: ReceivedLetter) => pathOf(letter.links[0]);
const linkTo = (letter: ReceivedLetter, part: string) =>
  pathOf(letter.links.find((link) => link.includes(part)));

const ask = (path: string, email: string) => app.post(path, { email, ...solved(app) });

async function follow(path: string, email: string): Promise<string> {
  expect((await ask(path, email)).status).toBe(303);
  const confirmed = await app.post(firstLink(await mail.next({ to: email })), {});
  expect(confirmed.status).toBe(303);
  return confirmed.headers.location ?? "";
}

async function newArticle(title: string, countries = ["KE"], at = now): Promise<void> {
  const slug = title.toLowerCase().replace(/\W+/g, "-");
  const { rows } = await sql(
    `insert into articles (slug, title, regions, countries, organisations, publisher, url, summary, language, created_at)
     values ($1, $2, '{africa}', $3, '{}', 'A publisher', 'https://example.org', 'A summary', 'en', $4) returning id`,
    [slug, title, countries, at],
  );
  await transaction(app.app.db, (tx) =>
    indexDocument(tx, {
      kind: "news",
      ref: String(rows[0].id),
      regions: ["africa"],
      names: [title],
      subjects: [],
      texts: [],
    }),
  );
}

test("a country's page, a search and the region's home lead to the form, which names what it is about", async () => {
  for (const [path, href] of [
    ["/en/africa/countries/ke", "/en/africa/follow?country=ke"],
    ["/en/africa/search?q=whistleblower", "/en/africa/follow?q=whistleblower"],
    ["/en/africa", "/en/africa/follow"],
  ] as const) {
    expect((await app.page(path)).links("main a")).toContain(href);
  }
  const page = await app.page("/fr/africa/follow?country=ke");
  expect(page.text("main")).toContain("Kenya");
  expect((await app.get("/en/africa/follow?country=fr")).status).toBe(404);
});

test("nothing is followed before the address says yes, behind a button and only once", async () => {
  const email = "reader@example.org";
  await ask("/en/africa/follow?country=ke", email);
  const letter = await mail.next({ to: email });
  expect(letter.subject).toBe("Please confirm");
  const path = firstLink(letter);
  const looked = await app.page(path);
  expect(looked.texts("main button")).toEqual(["Yes, send me these letters"]);
  expect((await sql("select confirmed_at from follows")).rows).toEqual([{ confirmed_at: null }]);
  const yes = await app.post(path, {});
  expect(yes.status).toBe(303);
  expect((await app.page(yes.headers.location ?? "")).text("main")).toContain("Kenya");
  expect((await app.get(path)).status).toBe(410);
  expect((await app.post(path, {})).headers.location).toBe("/en/follows/confirm");
});

test("the link ends after a day, and with it the address is gone", async () => {
  await ask("/en/africa/follow", "late@example.org");
  const path = firstLink(await mail.next({ to: "late@example.org" }));
  daysLater(1.1);
  expect((await app.get(path)).status).toBe(410);
  await sendDigests(app.app);
  expect((await sql("select from follows where email = 'late@example.org'")).rowCount).toBe(0);
});

test("an address cannot be flooded with letters, and the form answers the same", async () => {
  const replies = [];
  for (let time = 0; time < 5; time++) replies.push(await ask("/en/africa/follow", "flooded@example.org"));
  expect(new Set(replies.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
  expect((await sql("select from follows where email = 'flooded@example.org'")).rowCount).toBe(3);
});

test("a digest tells what is new since the last one, each in the reader's language, and nothing twice", async () => {
  const [english, arabic] = ["weekly@example.org", "usbui@example.org"];
  await follow("/en/africa/follow?country=ke", english);
  await follow("/ar/africa/follow?q=procurement", arabic);
  daysLater(3);
  await newArticle("Procurement audit published");
  await newArticle("Elsewhere", ["GH"]);
  await sql(
    `insert into revisions (kind, ref, region, iso2, version, before, after, acted_as, at)
     values ('review', 'KE/2', 'africa', 'KE', 2, '{}', '{"status":"completed"}', 'curator', $1)`,
    [now],
  );
  daysLater(4);
  await sendDigests(app.app);
  const letter = await mail.next({ to: english, subject: "What is new this week" });
  expect(letter.text).toContain("News: Procurement audit published");
  expect(letter.text).toContain("Review changed: Kenya");
  expect(letter.text).not.toContain("Elsewhere");
  expect(letter.links.map(pathOf)).toContain("/en/africa/news/procurement-audit-published");
  expect((await app.get(pathOf(letter.links.find((link) => link.includes("/history"))))).status).toBe(200);
  const other = await mail.next({ to: arabic, subject: "جديد" });
  expect(other.html).toContain('dir="rtl"');
  expect(other.text).toContain("Procurement audit published");
  daysLater(7);
  const before = mail.received().length;
  await sendDigests(app.app);
  expect((await sql("select from pgboss.job where name = 'mail'")).rowCount).toBe(0);
  expect(mail.received()).toHaveLength(before);
});

test("the platform's own schedule sends digests and asks CSOs, and its job does the work", async () => {
  const boss = await app.app.jobs.start();
  const schedules = (await boss.getSchedules()).map(({ name, cron }) => `${name} ${cron}`);
  expect(schedules).toEqual(expect.arrayContaining(["confirmations 0 7 * * *", "digests 0 6 * * 1"]));
  await follow("/en/africa/follow", "scheduled@example.org");
  daysLater(1);
  await newArticle("Told by the schedule");
  daysLater(1);
  await boss.send("digests", {});
  app.app.jobs.wake(["digests"]);
  const letter = await mail.next({ to: "scheduled@example.org", subject: "What is new" });
  expect(letter.text).toContain("Told by the schedule");
});

test("a hidden CSO is never named", async () => {
  const email = "careful@example.org";
  await follow("/en/africa/follow", email);
  daysLater(1);
  const create = `insert into organisations (slug, name, iso2, region, specializations, summary, status, created_at)
    values ($1, $2, 'KE', 'africa', '{}', 'A summary', $3, $4)`;
  await sql(create, ["dark-one", "Dark One", "hidden", now]);
  await sql(create, ["bright-one", "Bright One", "listed", now]);
  daysLater(7);
  await sendDigests(app.app);
  const letter = await mail.next({ to: email, subject: "What is new" });
  expect(letter.text).toContain("CSO: Bright One");
  expect(letter.raw).not.toMatch(/dark.one/i);
});

test("one click in a mail programme ends all letters and deletes the address", async () => {
  const email = "enough@example.org";
  await follow("/en/africa/follow", email);
  daysLater(1);
  await newArticle("Enough is enough");
  daysLater(7);
  await sendDigests(app.app);
  const letter = await mail.next({ to: email, subject: "What is new" });
  expect(letter.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const unsubscribe = pathOf(letter.header("list-unsubscribe")?.replace(/[<>]/g, ""));
  const looked = await app.page(unsubscribe);
  expect(looked.texts("main button")).toEqual(["Stop all letters"]);
  expect((await sql("select from follows where email = $1", [email])).rowCount).toBe(1);
  const clicked = await app.post(unsubscribe, { "List-Unsubscribe": "One-Click" });
  expect(clicked.status).toBe(303);
  expect((await sql("select from follows where email = $1", [email])).rowCount).toBe(0);
});

test("what one follows is shown behind the link alone, and each can be ended", async () => {
  const email = "several@example.org";
  await follow("/en/africa/follow?country=ke", email);
  const mine = await follow("/en/africa/follow?country=gh", email);
  const page = await app.page(mine);
  expect(page.texts(".card p")).toEqual(["Kenya", "Ghana"]);
  expect(page.html).not.toContain(email);
  expect(page.headers["cache-control"]).toMatch(/no-store|private/);
  const form = page.document.querySelector(".card form");
  const id = form?.querySelector("[name=id]")?.getAttribute("value") ?? "";
  await app.post(form?.getAttribute("action") ?? "", { id });
  expect((await app.page(mine)).texts(".card p")).toEqual(["Ghana"]);
  expect((await app.get("/en/follows")).status).toBe(404);
  expect((await app.get("/en/follows?of=abc")).status).toBe(404);
});

test("the manage link leads to what the address follows", async () => {
  const email = "again@example.org";
  await follow("/en/africa/follow", email);
  await ask("/en/africa/follow", email);
  const letter = await mail.next({ to: email, subject: "already" });
  expect((await app.page(linkTo(letter, "/follows?"))).texts(".card p")).toEqual(["Africa"]);
});
