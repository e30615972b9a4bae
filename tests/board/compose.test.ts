/** Writing with a browser: preview, correcting, deleting, history, signs; and the help that scripts give. */
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formFields } from "../organisations/forms.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { replyTo, startThread } from "./talk.ts";

let app: TestApp;
let author: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  author = await signedIn(app, { handle: "author-one", regions: ["africa"], unlimited: true });
  other = await signedIn(app, { handle: "Ayo.Ade", regions: ["africa"], unlimited: true });
});
afterAll(() => app.close());

const at = (id: number, rest = "") => `/en/africa/board/threads/${id}${rest}`;
const preview = (place: string, fields: Record<string, string>, as = author) =>
  app.post(`/en/africa/board/preview?place=${place}`, { csrf: as.csrf, ...fields }, as.as);

describe("the preview", () => {
  test("shows the post as it will be and keeps all that was typed", async () => {
    const { id } = await startThread(app, author);
    const reply = await preview(`thread:${id}`, { body: "**Bold** @ayo.ade", clientId: "abc", replyTo: "1" });
    expect(reply.status).toBe(200);
    expect(reply.text).toContain("<strong>Bold</strong>");
    expect(reply.text).toContain('class="mention"');
    for (const hidden of [
      'name="clientId" value="abc"',
      'name="replyTo" value="1"',
      `action="${at(id, "/reply")}"`,
    ])
      expect(reply.text).toContain(hidden);
    expect(reply.headers["cache-control"]).toBe("private, no-store");
    const { rows } = await app.app.db.pool.query(
      "select count(*)::int as n from posts where thread_id = $1",
      [id],
    );
    expect(rows[0].n).toBe(1);
  });

  test("runs nothing, survives nothing typed and far too much, and is for whoever reads there", async () => {
    const { id } = await startThread(app, author, { board: "asset-recovery" });
    const evil = await preview(`thread:${id}`, { body: "<img src=x onerror=alert(1)>" });
    expect(evil.text).not.toContain("<img src=x");
    expect((await preview(`thread:${id}`, { body: "" })).status).toBe(200);
    expect((await preview(`thread:${id}`, { body: "x".repeat(100_000) })).status).toBe(200);
    const foreigner = await signedIn(app, { regions: ["south-east-asia"] });
    expect((await preview(`thread:${id}`, { body: "x" }, foreigner)).status).toBe(404);
    expect((await preview("thread:x", { body: "x" })).status).toBe(404);
    expect((await app.post("/en/africa/board/preview?place=thread:1", { body: "x" })).status).not.toBe(200);
  });
});

describe("the author's pages", () => {
  test("correct a post, keep what was typed where it changed meanwhile, and show the history to members", async () => {
    const { id } = await startThread(app, author);
    await replyTo(app, author, id, "The visit is in May.");
    const edit = at(id, "/posts/2/edit");
    const early = formFields(await app.page(edit, author.as));
    const saved = await app.post(edit, { ...early, body: "The visit is in June." }, author.as);
    expect([saved.status, saved.headers.location]).toEqual([303, `${at(id)}?post=2&done=postEdited#p2`]);
    const late = await app.post(edit, { ...early, body: "The visit is in July." }, author.as);
    expect([late.status, late.text.includes("The visit is in July.")]).toEqual([409, true]);
    const page = await app.page(at(id, "/posts/2/history"), other.as);
    expect([
      page.document.querySelector("del")?.textContent,
      page.document.querySelector("ins")?.textContent,
    ]).toEqual([expect.stringContaining("May."), expect.stringContaining("June.")]);
    expect((await app.get(edit, other.as)).status).toBe(404);
    expect((await app.get(at(id, "/posts/2/history"))).status).toBe(303);
  });

  test("delete it after a question, and a sign is given and taken back by a button", async () => {
    const { id } = await startThread(app, author);
    const post = await replyTo(app, author, id, "Oh no");
    const press = (kind: string) =>
      app.post(at(id, "/posts/2/reactions"), { csrf: other.csrf, kind }, other.as);
    expect((await press("thanks")).headers.location).toBe(`${at(id)}?post=2#p2`);
    const pressed = async () =>
      (await app.page(at(id), other.as)).document.querySelector("#p2 button[aria-pressed=true]")?.textContent;
    expect(await pressed()).toBe("Thanks: 1");
    await press("-thanks");
    expect(await pressed()).toBeUndefined();
    const ask = at(id, "/posts/2/delete");
    const gone = await app.post(ask, formFields(await app.page(ask, author.as)), author.as);
    expect(gone.headers.location).toBe(`${at(id)}?post=2&done=postDeleted#p2`);
    const page = await app.get(at(id));
    expect([page.text.includes("Deleted by its author."), page.text.includes("Oh no")]).toEqual([
      true,
      false,
    ]);
    expect((await app.get(`/api/v1/threads/${id}/posts/${post.number}/quote`, other.as)).status).toBe(404);
  });
});

describe.skipIf(findBrowser() === null)("with scripts", { timeout: 60_000 }, () => {
  let browser: Browser;
  let page: Page;
  let id: number;
  beforeAll(async () => {
    ({ id } = await startThread(app, author, { body: "One word.\n\nAnother word." }));
    const origin = await app.listen();
    browser = await openBrowser();
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 320, height: 700 } });
    const cookies = author.as.cookie.split("; ").map((pair) => pair.split("=") as [string, string]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: origin })));
    page = await context.newPage();
    await page.goto(at(id));
    await page.waitForSelector("[data-island=Composer][data-ready]");
  });
  afterAll(() => browser.close());
  const text = () => page.locator("textarea[name=body]");

  test("a name is completed with the keyboard alone, and listeners hear of it", async () => {
    await page.evaluate(() => {
      document
        .querySelector("textarea")
        ?.addEventListener("input", () => (document.body.dataset.heard = "1"));
    });
    await text().fill("");
    await text().pressSequentially("Hello @ay");
    await page.waitForSelector("[role=option][aria-selected=true]");
    expect(await text().getAttribute("aria-activedescendant")).toBe("composer-names-0");
    await page.keyboard.press("Enter");
    expect(await text().inputValue()).toBe("Hello @Ayo.Ade ");
    expect(await page.locator("[role=listbox]").count()).toBe(0);
    expect(await page.evaluate(() => document.body.dataset.heard)).toBe("1");
    await text().pressSequentially("@ay");
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("Escape");
    expect(await page.locator("[role=option]").count()).toBe(0);
  });

  test("chosen words become bold, by button and by key, and it can be undone", async () => {
    await text().fill("one two");
    await text().evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 7));
    await page.getByRole("button", { name: "Bold" }).click();
    expect(await text().inputValue()).toBe("one **two**");
    await page.keyboard.press("Control+z");
    expect(await text().inputValue()).toBe("one two");
  });

  test("a quote comes into the text, with what it answers", async () => {
    await text().fill("");
    await page.locator("#p1 a[href*=quote]").click();
    await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("> Another word."));
    expect(await page.locator("input[name=replyTo]").inputValue()).toBe("1");
    expect(new URL(page.url()).pathname).toBe(at(id));
  });

  test("a picture comes into the text without leaving the page; what is none is said so, with all that was typed", async () => {
    await text().fill("See:");
    const pixel = await sharp({ create: { width: 9, height: 9, channels: 3, background: "teal" } })
      .png()
      .toBuffer();
    const choose = (buffer: Buffer, name: string) =>
      page.locator("input[type=file]").setInputFiles({ name, mimeType: "image/png", buffer });
    const press = () => page.getByRole("button", { name: "Add the file to the text" }).click();
    await choose(pixel, "p.png");
    await press();
    await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("](/files/"));
    expect(new URL(page.url()).pathname).toBe(at(id));
    expect(await text().inputValue()).toMatch(/^See:\n\n!\[/);
    await choose(Buffer.from("no picture"), "q.png");
    await press();
    await page.waitForURL(`**${at(id, "/reply")}`);
    expect(await text().inputValue()).toMatch(/^See:\n\n!\[/);
    await page.goto(at(id));
    await page.waitForSelector("[data-island=Composer][data-ready]");
  });

  test("the preview stands below the text without leaving the page", async () => {
    await text().fill("A *preview*");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.waitForSelector("#preview em");
    expect(new URL(page.url()).pathname).toBe(at(id));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  });
});
