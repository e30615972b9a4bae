/** Joining as a new user would: apply, confirm by mail, be accepted, open the account; with JavaScript and without. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Joining } from "../applications/applying.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";

describe.skipIf(findBrowser() === null)("an organisation joins", () => {
  let joining: Joining;
  let browser: Browser;
  let origin: string;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    joining = await Joining.open();
    origin = await joining.app.listen();
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await joining?.close();
  });

  async function open(javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled });
    contexts.push(context);
    return context.newPage();
  }

  async function fillIn(page: Page, name: string, email: string): Promise<void> {
    await page.fill("[name=name]", name);
    await page.selectOption("[name=iso2]", "KE");
    await page.check("[name=specializations][value=gender]");
    await page.fill("[name=summary]", "We watch how counties spend, with the people who live there.");
    await page.fill("[name=position]", "Coordinator");
    await page.fill("[name=email]", email);
  }

  /** Where no script solves the challenge, a page asks to wait; pressed too early it only asks again. */
  async function waitAMoment(page: Page): Promise<void> {
    expect(await page.locator("h1").textContent()).toBe("One moment");
    await page.locator("main form button").click();
    expect(await page.locator("h1").textContent()).toBe("One moment");
    joining.later(1);
    await page.locator("main form button").click();
  }

  async function decide(name: string): Promise<void> {
    const admin = await joining.admin();
    const context = await browser.newContext();
    contexts.push(context);
    const cookies = admin.as.cookie.split("; ").map((pair) => pair.split("=", 2) as [string, string]);
    await context.addCookies(cookies.map(([key, value]) => ({ name: key, value, url: origin })));
    const page = await context.newPage();
    await page.goto(`${origin}/en/africa/desk/applications`);
    await page.locator("main a", { hasText: name }).first().click();
    await page.fill("[name=words]", "Karibu!");
    await page.getByRole("button", { name: "Accept" }).click();
    await page.waitForURL(/\/desk\/applications\?done=decided/);
  }

  test.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])(
    "%s: apply → mail → accepted → account",
    async (_how, script) => {
      const name = script ? "Counties Watch" : "Quiet Counties Watch";
      const email = script ? "a@counties.example" : "b@counties.example";
      const page = await open(script);
      await page.goto(`${origin}/en/africa`);
      await page.locator("nav.rooms a", { hasText: "Join" }).click();
      await page.locator("main a", { hasText: "Apply as an organisation" }).click();
      await fillIn(page, name, email);
      await page.getByRole("button", { name: "Send the application" }).click();
      if (!script) await waitAMoment(page);
      await page.waitForURL(/\/join\/applications\//);
      expect(await page.locator("main").textContent()).toContain("Look into your mailbox");

      await page.goto((await joining.letter(email, "confirm your address")).links[0] ?? "");
      await page.getByRole("button", { name: "Confirm the address and send" }).click();
      await page.waitForURL(/\/join\/applications\//);
      expect(await page.locator("main").textContent()).toContain("waits for an admin of the region");

      await decide(name);
      const welcome = await joining.letter(email, "Welcome");
      expect(welcome.text).toContain("Karibu!");
      await page.goto(welcome.links[0] ?? "");
      expect(await page.locator("main").textContent()).toContain(name);
      await page.fill("[name=handle]", script ? "counties" : "quiet-counties");
      await page.fill("[name=newPassword]", "seven brown hens cross the yard");
      await page.locator("main form button[type=submit]").first().click();
      await page.waitForURL(/\/account/);
      await page.goto(
        `${origin}/en/africa/organisations/${script ? "counties-watch" : "quiet-counties-watch"}`,
      );
      expect(await page.locator("h1").textContent()).toContain(name);
    },
    90_000,
  );

  describe("what is typed is kept on the device", () => {
    test("until it was sent, and is offered again after a closed tab", async () => {
      const page = await open(true);
      const form = `${origin}/en/africa/join/organisation`;
      await page.goto(form);
      await page.waitForSelector("[data-island=Draft][data-ready]", { state: "attached" });
      await fillIn(page, "Closed Tab Watch", "c@counties.example");
      await page.waitForFunction(() => JSON.stringify(localStorage).includes("c@counties.example"));
      await page.goto("about:blank");
      await page.goto(form.replace("/en/", "/fr/"));
      await page.getByRole("button", { name: "Le remettre dans le formulaire" }).click();
      expect(await page.inputValue("[name=name]")).toBe("Closed Tab Watch");
      expect(await page.isChecked("[name=specializations][value=gender]")).toBe(true);
      await page.getByRole("button", { name: "Envoyer la demande" }).click();
      await page.waitForURL(/\/join\/applications\//);
      await page.waitForFunction(() => localStorage.length === 0);
    }, 60_000);

    test("stays when the network was lost, and goes when its owner forgets it", async () => {
      const page = await open(true);
      const form = `${origin}/en/africa/join/person`;
      await page.goto(form);
      await page.waitForSelector("[data-island=Draft][data-ready]", { state: "attached" });
      await page.fill("[name=name]", "Offline");
      await page.waitForFunction(() => localStorage.length === 1);
      await page.context().setOffline(true);
      await page.goto(form).catch(() => null);
      await page.context().setOffline(false);
      await page.goto(`${origin}/en/africa`);
      await page.goto(form);
      await page.getByRole("button", { name: "Forget this draft" }).click();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await page.reload();
      await page.waitForSelector("[data-island=Draft][data-ready]", { state: "attached" });
      expect(await page.getByRole("button", { name: "Put it back into the form" }).count()).toBe(0);
    }, 60_000);
  });

  test("a mistake comes back with everything as it was typed, and the focus at the field", async () => {
    const page = await open(true);
    await page.goto(`${origin}/en/africa/join/organisation`);
    await fillIn(page, "Focus Watch", "not-an-address@nowhere");
    await page.evaluate(() => document.querySelector("form.form")?.setAttribute("novalidate", ""));
    await page.getByRole("button", { name: "Send the application" }).click();
    await page.waitForSelector("[aria-invalid]");
    expect(await page.locator(":focus").getAttribute("name")).toBe("email");
    expect(await page.inputValue("[name=name]")).toBe("Focus Watch");
  }, 60_000);
});
