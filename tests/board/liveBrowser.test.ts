/** A thread in real windows: what is written arrives by itself, once, in order, also after the network was away. */

import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Post, Thread } from "shared/board/contract.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

describe.skipIf(findBrowser() === null)("a thread that is open in a window", () => {
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  let writer: SignedIn;
  let thread: Thread;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    origin = await app.listen();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  beforeEach(async () => {
    writer = await signedIn(app, { regions: ["africa"], unlimited: true });
    thread = await start("general");
  });

  async function start(board: string): Promise<Thread> {
    const body = { title: "Dates of the visit", body: "When is it?", kind: "discussion", clientId: "t" };
    const path = `/api/v1/regions/africa/boards/${board}/threads`;
    return (await app.send<Thread>("POST", path, body, writer.as)).body;
  }

  let sent = 0;
  async function write(body: string): Promise<Post> {
    const post = { body, clientId: `c${++sent}` };
    const reply = await app.send<Post>("POST", `/api/v1/threads/${thread.id}/posts`, post, writer.as);
    expect(reply.status).toBe(201);
    return reply.body;
  }

  async function open(person: SignedIn | null = null, options: Parameters<Browser["newContext"]>[0] = {}) {
    // Without smooth scrolling, so that where something stands can be told at once.
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    contexts.push(context);
    context.setDefaultTimeout(10_000);
    for (const pair of person?.as.cookie.split("; ") ?? []) {
      const [name = "", value = ""] = pair.split("=");
      await context.addCookies([{ name, value, url: origin }]);
    }
    const page = await context.newPage();
    return page;
  }

  const address = () => `${origin}/en/africa/board/threads/${thread.id}`;
  /** The socket has joined, and what came before was asked for. */
  async function follow(page: Page, path = address()): Promise<Page> {
    const healed = page.waitForResponse((reply) => reply.url().includes("/changes?since="));
    await page.goto(path);
    await healed;
    return page;
  }
  const posts = (page: Page) =>
    page.locator("#posts > article").evaluateAll((all) => all.map(({ id }) => id));
  const numbers = (count: number) => Array.from({ length: count }, (_, place) => `p${place + 1}`);

  test("shows a visitor the reply as it is written, by the same markup as a fresh page", async () => {
    const page = await follow(await open());
    await write("In *May*, says @nobody.");
    await page.locator("#p2").waitFor();
    const live = await page.locator("#p2").evaluate((post) => post.innerHTML.replace(/<!--.*?-->/g, ""));
    await page.reload();
    const fresh = await page.locator("#p2").evaluate((post) => post.innerHTML.replace(/<!--.*?-->/g, ""));
    expect(live.replaceAll(/ data-hk="[^"]*"/g, "")).toBe(fresh);
  });

  test("misses and doubles nothing while the network is away, and keeps the order", async () => {
    const page = await follow(await open());
    await write("Before");
    await page.locator("#p2").waitFor();
    await page.context().setOffline(true);
    await page.getByText("New posts do not arrive by themselves").waitFor();
    for (const text of ["One", "Two", "Three"]) await write(text);
    await page.context().setOffline(false);
    await write("After");
    await page.locator("#p6").waitFor();
    await expect.poll(() => posts(page)).toEqual(numbers(6));
    await page.getByText("New posts do not arrive by themselves").waitFor({ state: "detached" });
    await write("Live again");
    await page.locator("#p7").waitFor();
    expect(await posts(page)).toEqual(numbers(7));
  });

  test("follows edits, hidden posts and a lock in place", async () => {
    const reader = await signedIn(app, { regions: ["africa"] });
    const second = await write("First words");
    const page = await follow(await open(reader));
    const { pool } = app.app.db;
    const raise = `with raised as (update threads set version = version + 1 where id = $1 returning version)`;
    await pool.query(
      `${raise} update posts set version = (select version from raised), html = '<p>Better words</p>',
      edits = 1, edited_at = now() where id = $2`,
      [thread.id, second.id],
    );
    app.app.wake();
    await page.locator("#p2", { hasText: "Better words" }).waitFor();
    await pool.query(
      `${raise} update posts set version = (select version from raised), state = 'hidden' where id = $2`,
      [thread.id, second.id],
    );
    app.app.wake();
    await page.locator("#p2", { hasText: "Hidden by a moderator" }).waitFor();
    expect(await page.locator("#p2").textContent()).not.toContain("Better words");
    await pool.query(
      "update threads set version = version + 1, own_version = version + 1, locked_at = now() where id = $1",
      [thread.id],
    );
    app.app.wake();
    await page.getByText("This thread was locked meanwhile").waitFor();
  });

  test("does not move what one reads: a button says how many are new, and leads there by keyboard", async () => {
    for (let count = 0; count < 8; count++) await write(`Long words ${"and more words ".repeat(80)}`);
    const page = await open(null, { viewport: { width: 400, height: 500 } });
    await follow(page);
    const top = () => page.locator("#p2").evaluate((post) => post.getBoundingClientRect().top);
    await page.locator("#p2").evaluate((post) => post.scrollIntoView({ behavior: "instant" }));
    const before = await top();
    await write("News");
    await write("More news");
    const button = page.getByRole("button", { name: "2 new replies" });
    await button.waitFor();
    expect(await top()).toBe(before);
    await button.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("p10");
    await button.waitFor({ state: "detached" });
  });

  test("keeps the field in which one types where it is when others write", async () => {
    const reader = await signedIn(app, { regions: ["africa"] });
    const page = await follow(await open(reader, { viewport: { width: 400, height: 600 } }));
    const field = page.locator("#reply textarea");
    await field.click();
    await field.fill("I am just wr");
    const top = () => field.evaluate((area) => Math.round(area.getBoundingClientRect().top));
    const before = await top();
    await write(`Meanwhile ${"words and ".repeat(60)}`);
    await page.locator("#p2").waitFor();
    expect(await top()).toBe(before);
    expect(await field.inputValue()).toBe("I am just wr");
  });

  test("says quietly that nothing arrives where sockets are blocked, and finds newer posts when asked", async () => {
    const page = await open();
    await page.route("**/socket.io/**", (route) => route.abort());
    // A socket that is opened and never answers.
    await page.routeWebSocket(/socket\.io/, () => {});
    await page.goto(address());
    const look = page.getByRole("button", { name: "Look for newer posts" });
    await look.waitFor();
    await write("Written while nobody listened");
    await look.click();
    await page.locator("#p2").waitFor();
    expect(await posts(page)).toEqual(numbers(2));
  });

  test("with the data saver opens no socket and runs no script; without JavaScript a link looks for newer posts", async () => {
    const saving = await open();
    const asked: string[] = [];
    saving.on("request", (request) => asked.push(request.url()));
    await saving.goto(`${address()}?saver=1`);
    expect(asked.filter((url) => /socket\.io|\.js/.test(url))).toEqual([]);
    const plain = await open(null, { javaScriptEnabled: false });
    await plain.goto(address());
    await write("Newer");
    await plain.getByRole("link", { name: "Look for newer posts" }).click();
    await plain.locator("#p2").waitFor();
  });

  test("says on its board's page that it has news, and leaves the list as it is", async () => {
    const page = await open();
    const looked = page.waitForResponse((reply) => reply.url().includes("/boards/general/threads"));
    await page.goto(`${origin}/en/africa/board/general`);
    await looked;
    const order = () => page.locator("#threads > li").evaluateAll((all) => all.map(({ id }) => id));
    const before = await order();
    await write("News");
    const link = page.getByRole("link", { name: "1 thread has news" });
    await link.waitFor();
    expect(await page.locator(`#t${thread.id}`).textContent()).toContain("1 reply");
    expect(await order()).toEqual(before);
    await link.focus();
    await page.keyboard.press("Enter");
    await link.waitFor({ state: "detached" });
  });

  test("rings the bell of who is told, on any page; without JavaScript the bell is a link", async () => {
    const reader = await signedIn(app, { regions: ["africa"] });
    const page = await open(reader);
    await page.goto(`${origin}/en/africa`);
    const bell = page.locator("header a[href='/en/account/notifications']");
    await page.locator("[data-island=Bell][data-ready]").waitFor({ state: "attached" });
    const tell = (count: number) =>
      app.app.db.pool.query(
        "insert into notifications (person_id, kind, thread_id) select $1, 'thread', $2 from generate_series(1, $3)",
        [reader.id, thread.id, count],
      );
    await tell(2);
    app.app.wake();
    await expect.poll(() => bell.textContent(), { timeout: 10_000 }).toMatch(/2$/);
    await page.getByText("2 unread notifications").waitFor({ state: "attached" });
    await tell(120);
    app.app.wake();
    await expect.poll(() => bell.textContent(), { timeout: 10_000 }).toMatch(/99\+$/);
    const plain = await open(reader, { javaScriptEnabled: false });
    await plain.goto(`${origin}/en/africa`);
    await plain.locator("header a[href='/en/account/notifications']").click();
    expect(new URL(plain.url()).pathname).toBe("/en/account/notifications");
  });
});
