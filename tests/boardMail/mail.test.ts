/** The board by mail, over real mail servers both ways: letters that can be answered, and answers that become posts. */
import { createTransport } from "nodemailer";
import { type MailIn, openMailIn } from "server/boardMail/listener.ts";
import { sendAtOnce } from "server/watches/atOnce.ts";
import { sendBoardDigests } from "server/watches/digest.ts";
import type { Post, Thread } from "shared/board/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type ReceivedLetter, type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, sessionOf } from "../setup/people.ts";
import { type TestBoard, testBoard } from "../watches/board.ts";

let mail: TestMail;
let app: TestApp;
let mailIn: MailIn;
let board: TestBoard;
let author: SignedIn;
let writer: SignedIn;
let now = new Date();

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({
    freshDatabase: true,
    settings: { ...mail.settings, MAIL_IN_PORT: "0", PUBLIC_URL: "http://platform.example" },
  });
  app.app.now = () => now;
  mailIn = await openMailIn(app.app, 0);
  board = testBoard(app);
  author = await board.member("author");
  writer = await board.member("writer");
});
afterAll(async () => {
  await mailIn.close();
  await app.close();
  await mail.close();
});

const sql = (text: string, values: unknown[] = []) => app.app.db.pool.query(text, values);
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const SECONDS = 1_000;
const HOUR = 3_600 * SECONDS;
const DAY = 24 * HOUR;

async function reader(handle: string, rhythm: string, more: object = {}): Promise<SignedIn> {
  const person = await board.member(handle, more);
  const set = await app.post("/en/account/board-mail", { csrf: person.csrf, mail: rhythm }, person.as);
  expect(set.status).toBe(303);
  return person;
}

async function letterAtOnce(person: SignedIn): Promise<ReceivedLetter> {
  await board.settled();
  later(50 * SECONDS);
  await sendAtOnce(app.app);
  return mail.next({ to: person.email });
}

async function postsOf(thread: Pick<Thread, "id">): Promise<string[]> {
  // As a signed-in person: visitors' answers are kept until the change is heard of.
  const { text } = await app.get(`/api/v1/threads/${thread.id}/posts`, author.as);
  const body = JSON.parse(text) as List<Post>;
  return body.items.map((post) => (post.state === "visible" ? `${post.via}: ${post.body}` : post.state));
}

interface Sent {
  to: string;
  from?: string;
  subject?: string;
  text?: string;
  html?: string;
  headers?: Record<string, string>;
  messageId?: string;
  attachments?: { filename: string; content: string }[];
  bounce?: boolean;
}

/** As a person's own mail server hands it over. */
async function send({ bounce = false, ...letter }: Sent): Promise<string> {
  const transport = createTransport({ host: "127.0.0.1", port: mailIn.port, ignoreTLS: true });
  try {
    const from = letter.from ?? writer.email;
    const sent = await transport.sendMail({
      subject: "Re: Something new for you",
      ...letter,
      from,
      envelope: { from: bounce ? "" : from, to: letter.to },
    });
    return sent.response;
  } catch (error) {
    return (error as { response?: string }).response ?? String(error);
  } finally {
    transport.close();
  }
}

const pathOf = (url: string) => url.replace("http://platform.example", "");

describe("letters at once", () => {
  test("what comes within a minute in a thread is one letter, with all posts, and can be answered", async () => {
    const person = await reader("atonce", "at-once");
    const thread = await board.start(author, { title: "Dates of the visit" });
    await board.watch(person, "thread", thread.id, "all");
    for (let time = 1; time <= 10; time++) await board.reply(writer, thread, `Post number ${time}.`);
    await board.settled();
    await sendAtOnce(app.app);
    expect((await sql("select from notifications where mailed_at is not null")).rowCount).toBe(0);
    const letter = await letterAtOnce(person);
    expect(letter.subject).toBe("Something new for you");
    for (let time = 1; time <= 10; time++) expect(letter.text).toContain(`Post number ${time}.`);
    expect(letter.text).toContain("“Dates of the visit”");
    expect(letter.header("reply-to")).toMatch(/^reply\+\d+\.\d+\.[0-9a-f]{24}@platform\.example$/);
    expect(letter.links.map(pathOf)).toContain(`/en/africa/board/threads/${thread.id}?post=2#p2`);
    await sendAtOnce(app.app);
    expect((await sql("select from pgboss.job where name = 'mail' and state = 'created'")).rowCount).toBe(0);
  });

  test("the platform's own job sends them within a minute", async () => {
    const { rows } = await sql(
      "select data, start_after - created_on as wait from pgboss.job where name = 'board-letters' limit 1",
    );
    expect(rows[0]?.wait.seconds ?? 0).toBeLessThan(60);
    const boss = await app.app.jobs.start();
    const schedules = (await boss.getSchedules()).map(({ name, cron }) => `${name} ${cron}`);
    expect(schedules).toContain("board-digests 0 5 * * *");
  });

  test("who asked for telling subjects gets the title; in Arabic the letter is Arabic", async () => {
    const person = await reader("telling", "at-once", { language: "ar" });
    await sql("update people set discreet_mail = false where id = $1", [person.id]);
    const thread = await board.start(author, { title: "موعد الزيارة" });
    await board.watch(person, "thread", thread.id, "all");
    await board.reply(writer, thread, "في مايو.");
    const letter = await letterAtOnce(person);
    expect(letter.subject).toBe("موعد الزيارة");
    expect(letter.html).toContain('dir="rtl"');
    expect(letter.text).toContain("أجب عن هذه الرسالة");
  });

  test("nothing is mailed that was read meanwhile, hidden, or may no longer be read", async () => {
    const person = await reader("meanwhile", "at-once");
    const [read, hidden, closed] = [
      await board.start(author),
      await board.start(author),
      await board.start(author, { board: "asset-recovery" }),
    ];
    for (const thread of [read, hidden, closed]) {
      await board.watch(person, "thread", thread.id, "all");
      await board.reply(writer, thread, "Not to be mailed.");
    }
    await board.settled();
    await app.get(`/en/africa/board/threads/${read.id}`, person.as);
    await sql("update posts set state = 'hidden' where thread_id = $1 and number = 2", [hidden.id]);
    await sql("update people set regions = '{}' where id = $1", [person.id]);
    later(50 * SECONDS);
    await sendAtOnce(app.app);
    expect((await sql("select from pgboss.job where name = 'mail'")).rowCount).toBe(0);
    expect(mail.received().filter(({ to }) => to === person.email)).toEqual([]);
  });

  test("one click ends those of a thread, and a page with one button those of the board", async () => {
    const person = await reader("enough", "at-once");
    const thread = await board.start(author);
    await board.watch(person, "thread", thread.id, "all");
    await board.reply(writer, thread, "Once.");
    const letter = await letterAtOnce(person);
    expect(letter.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const one = pathOf(letter.header("list-unsubscribe")?.replace(/[<>]/g, "") ?? "");
    expect((await app.page(one)).texts("main button")).toEqual(["Stop letters about this thread"]);
    expect((await app.post(one, { "List-Unsubscribe": "One-Click" })).status).toBe(303);
    await board.reply(writer, thread, "Twice, @enough.");
    expect(await board.told(person, 1)).toEqual(["reply"]);
    const all = pathOf(
      letter.links.filter((link) => link.includes("/stop?")).find((link) => pathOf(link) !== one) ?? "",
    );
    expect((await app.page(all)).texts("main button")).toEqual(["Stop all letters from the board"]);
    await app.post(all, {});
    expect((await sql("select mail from board_settings where person_id = $1", [person.id])).rows).toEqual([
      { mail: "never" },
    ]);
    expect((await app.get("/en/board-mail/stop?of=made-up")).status).toBe(404);
  });
});

describe("digests", () => {
  test("tell once a day, or on Mondays, of all that waits, in at most 30 KB with a whole text part", async () => {
    const daily = await board.member("daily");
    const weekly = await reader("weekly", "weekly", { language: "ar" });
    const thread = await board.start(author, { title: "A long week" });
    for (const person of [daily, weekly]) await board.watch(person, "thread", thread.id, "all");
    for (let time = 0; time < 120; time++)
      await board.reply(writer, thread, `${time} ${"كلمات كثيرة عن المشتريات العامة ".repeat(12)}`);
    await board.settled();
    const present = now;
    const midnight = new Date(`${now.toISOString().slice(0, 10)}T05:00:00Z`).getTime();
    now = new Date(midnight + (7 - now.getUTCDay()) * DAY);
    await sendBoardDigests(app.app);
    const letter = await mail.next({ to: daily.email, subject: "What is new for you" });
    expect(Buffer.byteLength(letter.raw)).toBeLessThanOrEqual(30_720);
    expect(letter.text).toContain("A long week");
    expect(letter.text).toMatch(/\d+ further notifications/);
    expect(letter.text.match(/\?post=\d+#p/g)?.length).toBe(letter.html.match(/\?post=\d+#p/g)?.length);
    await sendBoardDigests(app.app);
    expect(mail.received().filter(({ to }) => to === weekly.email)).toEqual([]);
    now = new Date(now.getTime() + DAY);
    await sendBoardDigests(app.app);
    const other = await mail.next({ to: weekly.email });
    expect(Buffer.byteLength(other.raw)).toBeLessThanOrEqual(30_720);
    expect(other.html).toContain('dir="rtl"');
    expect(mail.received().filter(({ to }) => to === daily.email)).toHaveLength(1);
    now = present;
  });

  test("never means never, and what was not mailed then is no news later", async () => {
    const person = await reader("nevermail", "never");
    const thread = await board.start(author);
    await board.watch(person, "thread", thread.id, "all");
    await board.reply(writer, thread, "While letters were off.");
    await board.settled();
    const present = now;
    later(DAY);
    await sendBoardDigests(app.app);
    const { csrf, as } = await sessionOf(app, person.id);
    await app.post("/en/account/board-mail", { csrf, mail: "at-once" }, as);
    later(2 * HOUR);
    await sendAtOnce(app.app);
    now = present;
    expect(mail.received().filter(({ to }) => to === person.email)).toEqual([]);
  });
});

describe("answers", () => {
  let thread: Thread;
  let address: string;
  beforeAll(async () => {
    await app.post("/en/account/board-mail", { csrf: writer.csrf, mail: "at-once" }, writer.as);
    thread = await board.start(author, { title: "Answered by mail" });
    await board.watch(writer, "thread", thread.id, "all");
    await board.reply(author, thread, "Who answers by mail?");
    address = (await letterAtOnce(writer)).header("reply-to") ?? "";
  });

  test("become posts without what they quote, once however often they arrive", async () => {
    const letter = {
      to: address,
      text: "I do.\n\nOn Sun, 22 Nov 2026 at 14:05, Platform <no-reply@platform.example> wrote:\n\n> Who answers by mail?\n",
      messageId: "<once@mail.example>",
    };
    expect(await send(letter)).toMatch(/^250/);
    expect(await send(letter)).toMatch(/^250/);
    expect((await postsOf(thread)).slice(2)).toEqual(["mail: I do."]);
    await board.settled();
    const [newest] = (await board.list(author)).items;
    expect(newest).toMatchObject({ kind: "reply", number: 3, thread: { id: thread.id } });
  });

  test("of HTML alone become text, and files are left out with a sentence", async () => {
    const html = `<div dir="ltr"><p>Here is <b>what</b> I know.</p><p>Greetings</p></div><br><div class="gmail_quote"><div class="gmail_attr">On Sun … wrote:</div><blockquote>Who answers?</blockquote></div>`;
    const attachments = [{ filename: "a.txt", content: "a file" }];
    expect(await send({ to: address, html, attachments })).toMatch(/^250/);
    expect((await postsOf(thread)).at(-1)).toBe(
      "mail: Here is what I know.\n\nGreetings\n\n*(A file that came with the letter was left out.)*",
    );
  });

  test("from another address than the account's, or to one that nobody was given, are refused", async () => {
    const before = (await postsOf(thread)).length;
    expect(await send({ to: address, from: "stranger@example.org", text: "Let me in." })).toMatch(/^550/);
    expect(
      await send({ to: address.replace(/\.[0-9a-f]{24}/, `.${"0".repeat(24)}`), text: "Made up." }),
    ).toMatch(/^550/);
    expect(await send({ to: address.replace(/\+\d+\./, "+1."), text: "Another thread." })).toMatch(/^550/);
    expect(await send({ to: "somebody@elsewhere.example", text: "Relay this." })).toMatch(/^550/);
    await sql("update people set email_verified_at = null where id = $1", [writer.id]);
    expect(await send({ to: address, text: "Not confirmed." })).toMatch(/^550/);
    await sql("update people set email_verified_at = now() where id = $1", [writer.id]);
    expect(await postsOf(thread)).toHaveLength(before);
  });

  test.each<[string, Partial<Sent>]>([
    ["while somebody is away", { headers: { "Auto-Submitted": "auto-replied" } }],
    ["of a list", { headers: { "List-Id": "<list.example.org>" } }],
    ["in bulk", { headers: { Precedence: "bulk" } }],
    ["of a failed delivery", { bounce: true }],
    ["with nothing of one's own", { text: "> Who answers by mail?\n" }],
  ])("that machines send %s are let go", async (_name, letter) => {
    const before = (await postsOf(thread)).length;
    expect(await send({ to: address, text: "I am away.", ...letter })).toMatch(/^250/);
    expect(await postsOf(thread)).toHaveLength(before);
  });

  test("that are too long, or come to a closed thread, come back with the text and the reason", async () => {
    await send({ to: address, text: `${"long ".repeat(5_000)}end` });
    const long = await mail.next({ to: writer.email, subject: "not posted" });
    expect(long.text).toContain("at most 20,000 characters");
    expect(long.text).toContain("end");
    await sql("update threads set locked_at = now() where id = $1", [thread.id]);
    await send({ to: address, text: "Too late?" });
    const closed = await mail.next({ to: writer.email, subject: "not posted" });
    expect(closed.text).toContain("closed to new posts");
    expect(closed.text).toContain("Too late?");
    await sql("update threads set locked_at = null where id = $1", [thread.id]);
    await sql(
      "insert into standings (person_id, region, kind, until) values ($1, 'africa', 'suspended', now() + interval '400 days')",
      [writer.id],
    );
    expect(await send({ to: address, text: "Suspended?" })).toMatch(/^250/);
    expect((await mail.next({ to: writer.email, subject: "not posted" })).text).toContain("Suspended?");
    await sql("delete from standings");
  });

  test("of a thread that one may not read any more tell nothing of it", async () => {
    const person = await reader("outside", "at-once");
    const closed = await board.start(author, { board: "asset-recovery", title: "For members" });
    await board.watch(person, "thread", closed.id, "all");
    await board.reply(writer, closed, "Inside.");
    const to = (await letterAtOnce(person)).header("reply-to") ?? "";
    await sql("update people set regions = '{}' where id = $1", [person.id]);
    expect(await send({ to, from: person.email, text: "Am I in?" })).toMatch(/^250/);
    const back = await mail.next({ to: person.email, subject: "not posted" });
    expect(back.text).toContain("not there for you any more");
    expect(back.text).not.toContain("For members");
  });

  test("that are larger than a letter may be are refused", async () => {
    expect(await send({ to: address, text: "x".repeat(11 * 1024 * 1024) })).toMatch(/^552/);
  });
});

test("a thread is started by mail: the address stands on the board's page, the subject is the title", async () => {
  const page = await app.page("/en/africa/board/general", writer.as);
  const to = page.text("details code");
  expect(to).toMatch(/^post\+\d+\.\d+\.[0-9a-f]{24}@platform\.example$/);
  expect((await app.page("/en/africa/board/general")).html).not.toContain("post+");
  expect(await send({ to, subject: "Fwd: A thread by mail", text: "What do you think?" })).toMatch(/^250/);
  const { body } = await app.json<List<Thread>>("/api/v1/regions/africa/boards/general/threads?sort=new");
  const thread = body.items.find(({ title }) => title === "A thread by mail");
  expect(thread).toMatchObject({ author: { handle: "writer" }, kind: "discussion" });
  await send({ to, subject: "Re:", text: "Without a title." });
  expect((await mail.next({ to: writer.email, subject: "not posted" })).text).toContain("needs a title");
});
