/** A conversation from end to end: two nodes, a window with and one without scripts, mail both ways, a flag and its appeal. */
import { createTransport } from "nodemailer";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type MailIn, openMailIn } from "server/boardMail/listener.ts";
import { sendAtOnce } from "server/watches/atOnce.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startThread } from "../board/talk.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { freshDatabase } from "../setup/database.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { testBoard } from "../watches/board.ts";

/** Real windows on a host that may be busy with much else. */
const JOURNEY_MS = 120_000;
/** Letters at once are gathered for less than that. */
const A_MINUTE_MS = 60_000;

describe.skipIf(findBrowser() === null)("a conversation", () => {
  let mail: TestMail;
  let one: TestApp;
  let two: TestApp;
  let mailIn: MailIn;
  let browser: Browser;
  let late = 0;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    mail = await testMail();
    const databaseUrl = await freshDatabase();
    const now = () => new Date(Date.now() + late);
    one = await testApp({ databaseUrl, now, settings: { ...mail.settings, MAIL_IN_PORT: "0" } });
    two = await testApp({ databaseUrl, now, settings: mail.settings });
    await Promise.all([one.listen(), two.listen()]);
    mailIn = await openMailIn(one.app, 0);
    browser = await openBrowser();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await mailIn?.close();
    await Promise.all([one?.close(), two?.close()]);
    await mail?.close();
  });

  async function window(
    node: TestApp,
    person: SignedIn,
    path: string,
    javaScriptEnabled = true,
  ): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled, reducedMotion: "reduce" });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    for (const pair of person.as.cookie.split("; ")) {
      const [name = "", value = ""] = pair.split("=");
      await context.addCookies([{ name, value, url: node.origin() }]);
    }
    const page = await context.newPage();
    const healed = javaScriptEnabled
      ? page.waitForResponse((reply) => reply.url().includes("/changes?since="))
      : null;
    await page.goto(node.origin() + path);
    await healed;
    return page;
  }

  async function write(page: Page, text: string): Promise<void> {
    await page.locator("#reply textarea[name=body]").fill(text);
    await page.locator("#reply button[type=submit]:not([name]):not([formaction])").first().click();
  }

  const numbers = (page: Page) =>
    page.locator("#posts > article").evaluateAll((all) => all.map(({ id }) => id));

  test(
    "reaches everybody once, by window and by mail, and is kept by moderators",
    async () => {
      const board = testBoard(one);
      const [amina, brahim, chipo] = await Promise.all(
        ["amina", "brahim", "chipo"].map((one) => board.member(one)),
      );
      if (!amina || !brahim || !chipo) throw new Error("somebody is missing");
      const moderates = { roles: [{ role: "moderator", region: "africa" } as const] };
      const [first, second] = [await signedIn(one, moderates), await signedIn(two, moderates)];
      await one.post("/en/account/board-mail", { csrf: chipo.csrf, mail: "at-once" }, chipo.as);
      const thread = await startThread(one, amina);
      await board.watch(chipo, "thread", thread.id, "all");
      const path = `/en/africa/board/threads/${thread.id}`;

      // Two windows on two nodes, one of them without scripts.
      const live = await window(one, amina, path);
      const plain = await window(two, brahim, path, false);
      await write(plain, "In the second week of May.");
      await live.locator("#p2", { hasText: "In the second week of May." }).waitFor();
      await write(live, "Then we have *six months*.");
      await live.locator("#p3 em", { hasText: "six months" }).waitFor();
      await plain.getByRole("link", { name: "Look for newer posts" }).click();
      await plain.locator("#p3 em", { hasText: "six months" }).waitFor();

      // The third hears of it by mail and answers by mail.
      await board.settled();
      late += A_MINUTE_MS;
      await sendAtOnce(one.app);
      const letter = await mail.next({ to: chipo.email });
      expect(letter.text).toContain("In the second week of May.");
      const transport = createTransport({ host: "127.0.0.1", port: mailIn.port, ignoreTLS: true });
      await transport.sendMail({
        from: chipo.email,
        to: letter.header("reply-to") ?? "",
        subject: `Re: ${letter.subject}`,
        text: "I can be there.\n\nOn Sun, 22 Nov 2026 at 10:00, Platform <no-reply@platform.example> wrote:\n> In the second week of May.",
      });
      transport.close();
      await live.locator("#p4", { hasText: "I can be there." }).waitFor();
      expect(await live.locator("#p4").textContent()).not.toContain("wrote:");

      // A flag, a decision, an appeal, and what comes of it, all without scripts.
      await plain.goto(`${two.origin()}${path}/posts/4/flag`);
      await plain.locator("input[name=ground][value=exposes]").check();
      await plain.locator("main form button[type=submit]").first().click();
      await plain.getByText("#4").first().waitFor();
      const desk = await window(one, first, "/en/africa/desk/flags", false);
      await desk.locator("main h2 a").first().click();
      await desk.locator("input[name=action][value=hide]").check();
      await desk.locator("select[name=ground]").selectOption("exposes");
      await desk.locator("textarea[name=reason]").fill("It says where a person will be.");
      await desk.locator("main form button[type=submit]").first().click();
      await live.locator("#p4", { hasText: "Hidden by a moderator" }).waitFor();
      expect(await live.locator("#p4").textContent()).not.toContain("I can be there.");
      const told = await mail.next({ to: chipo.email });
      const own = told.links
        .map((link) => new URL(link).pathname)
        .find((link) => link.includes("/decisions/"));
      const hers = await window(one, chipo, own ?? "", false);
      await hers.locator("textarea[name=words]").fill("I only spoke of myself.");
      await hers.locator("main form button[type=submit]").first().click();
      const other = await window(two, second, "/en/africa/desk/flags", false);
      await other.locator("main h2 a").first().click();
      await other.locator("input[name=outcome][value=reversed]").check();
      await other.locator("textarea[name=answer]").fill("It names nobody else.");
      await other.locator("main form button[type=submit]").first().click();
      await live.locator("#p4", { hasText: "I can be there." }).waitFor();

      // The network goes and comes back: nothing is missed, nothing is doubled.
      await live.context().setOffline(true);
      await plain.goto(two.origin() + path);
      for (const text of ["One", "Two"]) await write(plain, text);
      await live.context().setOffline(false);
      await live.locator("#p6", { hasText: "Two" }).waitFor();
      expect(await numbers(live)).toEqual(["p1", "p2", "p3", "p4", "p5", "p6"]);
    },
    JOURNEY_MS,
  );
});
