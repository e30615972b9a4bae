/** Letters: what arrives, that nothing is lost on the way, and that nobody reads them while they wait. */
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { transaction } from "db/transaction.ts";
import type { Letter } from "server/mail/letter.ts";
import { openLetter, UNSENT_QUEUE } from "server/mail/queue.ts";
import { sendLetter } from "server/mail/send.ts";
import { createLogger } from "server/plugins/log.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type TestMail, testMail } from "../setup/mail.ts";

let mail: TestMail;
let app: TestApp;
const log: string[] = [];

beforeAll(async () => {
  mail = await testMail();
  app = await testApp({
    freshDatabase: true,
    settings: { ...mail.settings, PUBLIC_URL: "https://platform.example" },
    logger: createLogger("trace", { write: (line: string) => void log.push(line) }),
  });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const URL_OF_BUTTON = "https://platform.example/en/links/abc123token";

function letterTo(to: string, more: Partial<Letter> = {}): Letter {
  return {
    to,
    language: "en",
    subject: "Your link",
    lines: ["You asked for a link.", "It works once\nand ends after 24 hours."],
    button: { label: "Open the page", url: URL_OF_BUTTON },
    category: "test",
    ...more,
  };
}

const send = (letter: Letter) => transaction(app.app.db, (tx) => sendLetter(app.app, tx, letter));
const jobs = async () =>
  (await app.app.db.pool.query("select * from pgboss.job where name like 'mail%'")).rows;
/** The wait until the next try is over. */
const timePasses = async () => {
  await app.app.db.pool.query("update pgboss.job set start_after = now() where state = 'retry'");
  app.app.jobs.wake(["mail"]);
};
/** Asks again until the database says so: what happens in the queue has no other sign. */
async function until<T>(look: () => Promise<T | undefined | false | null>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen) return seen;
  }
}

test("a letter arrives as text and HTML, with its link, and nothing of it is kept", async () => {
  await send(letterTo("amina@example.org"));
  const letter = await mail.next({ to: "amina@example.org" });
  expect(letter.subject).toBe("Your link");
  expect(letter.from).toBe("no-reply@platform.example");
  expect(letter.links).toEqual([URL_OF_BUTTON]);
  expect(letter.text).toContain("It works once\nand ends after 24 hours.");
  expect(letter.html).toContain(`href="${URL_OF_BUTTON}"`);
  expect(letter.html).toContain('<html lang="en" dir="ltr">');
  expect(letter.header("auto-submitted")).toBe("auto-generated");
  expect(letter.header("message-id")).toMatch(/^<[0-9a-f-]{36}@platform\.example>$/);
  expect(letter.header("list-unsubscribe")).toBeNull();
  await until(async () => (await jobs()).length === 0);
});

test("it loads nothing from anywhere and runs nothing", async () => {
  await send(letterTo("plain@example.org", { lines: ["<script>alert(1)</script> & <img src=x>"] }));
  const { html, text } = await mail.next({ to: "plain@example.org" });
  expect(html).not.toMatch(/<(img|script|link|iframe|style)|<[^>]+src=|url\(/i);
  expect(text).toContain("<script>alert(1)</script>");
});

test("an Arabic letter reads from right to left", async () => {
  await send(letterTo("ar@example.org", { language: "ar", subject: "رابطك" }));
  const letter = await mail.next({ to: "ar@example.org" });
  expect(letter.subject).toBe("رابطك");
  expect(letter.html).toContain('<html lang="ar" dir="rtl">');
  expect(letter.header("content-language")).toBe("ar");
});

test("letters that can be stopped say where, for one click", async () => {
  await send(
    letterTo("digest@example.org", { unsubscribe: "https://platform.example/en/follow/end?token=t" }),
  );
  const letter = await mail.next({ to: "digest@example.org" });
  expect(letter.header("list-unsubscribe")).toBe("<https://platform.example/en/follow/end?token=t>");
  expect(letter.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(letter.text).toContain("Stop these letters:\nhttps://platform.example/en/follow/end?token=t");
});

test("what somebody wrote cannot become a header or a second recipient", async () => {
  const subject = "Hello\r\nBcc: other@example.org\r\n\r\nBody";
  await send(letterTo("one@example.org", { subject, replyTo: "sender@example.org" }));
  const letter = await mail.next({ to: "one@example.org" });
  expect(letter.header("bcc")).toBeNull();
  expect(letter.subject).toBe("Hello Bcc: other@example.org Body");
  expect(letter.header("reply-to")).toBe("sender@example.org");
  for (const to of [
    "a@example.org, b@example.org",
    "a@example.org\r\nBcc: b@example.org",
    "<a@example.org>",
    `${"a".repeat(65)}@example.org`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}.org`,
    "a@example",
    "a@exa mple.org",
    "nobody",
  ]) {
    await expect(send(letterTo(to))).rejects.toMatchObject({ code: "invalid" });
  }
  expect(mail.received().map(({ to }) => to)).not.toContain("other@example.org");
});

test("an address with an international domain is written to in its ASCII form", async () => {
  await send(letterTo("amina@bücher.example"));
  await expect(mail.next({ to: "amina@xn--bcher-kva.example" })).resolves.toMatchObject({
    subject: "Your link",
  });
});

test("a transaction that is undone sends nothing", async () => {
  const undone = transaction(app.app.db, async (tx) => {
    await sendLetter(app.app, tx, letterTo("undone@example.org"));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await send(letterTo("after@example.org"));
  await mail.next({ to: "after@example.org" });
  expect(mail.received().map(({ to }) => to)).not.toContain("undone@example.org");
});

test("while the mail server is away letters wait, unreadable, and leave when it is back", async () => {
  await mail.down();
  await send(letterTo("waiting@example.org", { replyTo: "asker@example.org" }));
  const [waiting] = await until(async () => {
    const found = (await jobs()).filter(({ state }) => state === "retry");
    return found.length > 0 && found;
  });
  expect(JSON.stringify(waiting)).not.toMatch(/waiting|asker|abc123token|Your link/);
  expect(openLetter(app.app, waiting.data)?.to).toBe("waiting@example.org");
  await mail.up();
  await timePasses();
  await mail.next({ to: "waiting@example.org" });
});

test("a recipient whom the server refuses for good is set aside at once, the reason without the address", async () => {
  mail.refuse("gone.person@example.org");
  await send(letterTo("gone.person@example.org"));
  const job = await until(async () => (await jobs()).find(({ name }) => name === UNSENT_QUEUE));
  expect(JSON.stringify(job.source_output ?? job.output)).toMatch(/EENVELOPE: .*5\.1\.1/);
  expect(JSON.stringify(job)).not.toMatch(/gone\.person|example\.org/);
  await send(letterTo("next@example.org"));
  await mail.next({ to: "next@example.org" });
});

test("the log names no recipient, no link and no subject", () => {
  expect(log.join("")).toMatch(/letter not sent/);
  expect(log.join("")).not.toMatch(/@example\.org|gone\.person|abc123token|Your link/);
});

test("what was being sent when its process died is sent by another", async () => {
  await mail.down();
  await send(letterTo("orphan@example.org"));
  await until(async () => (await jobs()).some(({ name, state }) => name === "mail" && state === "retry"));
  // As a killed process leaves it: taken, long ago, by nobody who is still there.
  await app.app.db.pool.query(
    "update pgboss.job set state = 'active', started_on = now() - interval '1 hour' where name = 'mail' and state = 'retry'",
  );
  await mail.up();
  const other = await testApp({ databaseUrl: app.app.db.url, settings: mail.settings });
  const boss = await other.app.jobs.start();
  await boss.supervise("mail");
  await timePasses();
  await mail.next({ to: "orphan@example.org" });
  await other.close();
});

test("without a mail server letters are files that only the operator reads", async () => {
  const lines: string[] = [];
  const own = await testApp({
    freshDatabase: true,
    logger: createLogger("info", { write: (line: string) => void lines.push(line) }),
  });
  await transaction(own.app.db, (tx) => sendLetter(own.app, tx, letterTo("file@example.org")));
  const folder = path.join(own.app.config.DATA_DIR, "mail");
  const [name = ""] = await until(async () => {
    const names = await readdir(folder).catch(() => []);
    return lines.some((line) => line.includes(".eml")) && names;
  });
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
  const written = await readFile(path.join(folder, name), "utf8");
  expect(written).toMatch(/^To: file@example\.org\r$/m);
  expect(written).toMatch(/^From: no-reply@localhost\r$/m);
  expect(lines.join("")).toContain(path.join(folder, name));
  expect(lines.join("")).not.toContain("file@");
  await own.close();
});
