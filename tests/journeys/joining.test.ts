/** What an applicant types is kept on the device, and comes back after a mistake. */
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
