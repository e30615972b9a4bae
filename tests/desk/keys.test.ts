/** The queue in a browser: by the keyboard alone, with nothing amiss, and the same without a script. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { DESKTOP, type Findings, look, openPage, quickThemes } from "../setup/look.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { oneOfEach } from "./waiting.ts";

const PATIENCE_MS = 60_000;

describe.skipIf(findBrowser() === null)("the desk in a browser", { timeout: PATIENCE_MS }, () => {
  let app: TestApp;
  let browser: Browser;
  let admin: SignedIn;
  let origin: string;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    const member = await signedIn(app, { regions: ["africa"] });
    await oneOfEach(app, member.id);
    admin = await signedIn(app, { roles: [{ role: "admin", region: "africa" }] });
    [browser, origin] = await Promise.all([openBrowser(), app.listen()]);
  });
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  async function visit(script: boolean): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: script });
    const cookies = admin.as.cookie.split("; ").map((one) => one.split("="));
    await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: origin })));
    return context;
  }
  const openDesk = async (page: Page, query = "") => {
    await page.goto(`${origin}/en/africa/desk${query}`);
    await page.locator("[data-island=DeskKeys][data-ready]").waitFor({ state: "attached" });
  };
  const focused = (page: Page) => page.locator(":focus").textContent();

  test("j and k move, x marks, a takes on and comes back to the line, Enter opens; switched off they do nothing", async () => {
    const context = await visit(true);
    const page = await context.newPage();
    await openDesk(page, "?kind=application&kind=claim&kind=proposal");
    for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    expect(await focused(page)).toBe("Water for all");
    await page.keyboard.press("x");
    expect(await page.locator("[name=item]:checked").count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForURL(/done=deskTaken#w-claim/), page.keyboard.press("a")]);
    await page.locator("[data-island=DeskKeys][data-ready]").waitFor({ state: "attached" });
    expect(await page.locator("[data-waits]:target b").textContent()).toBe("you work on it");
    await page.keyboard.press("j");
    expect(await focused(page)).toBe("A proposal");
    await page.keyboard.press("?");
    await page.getByLabel("Use these keys").uncheck();
    await openDesk(page);
    await page.keyboard.press("j");
    expect(await page.locator("[data-waits] :focus").count()).toBe(0);
    await page.locator("[data-waits] h3 a", { hasText: "Water for all" }).focus();
    await Promise.all([page.waitForURL(/\/desk\/applications\/\d+$/), page.keyboard.press("Enter")]);
    await context.close();
  });

  test("without a script, from right to left, what is marked is taken on together", async () => {
    const context = await visit(false);
    const page = await context.newPage();
    await page.goto(`${origin}/ar/africa/desk?kind=fact`);
    for (const box of (await page.locator("[name=item]").all()).slice(0, 2)) await box.check();
    await page.locator("button[name=do][value=take]").click();
    expect(await page.locator("[data-waits] b").count()).toBe(2);
    expect(await page.locator("main [role=status]").count()).toBe(1);
    await context.close();
  });

  test.each(["en", "ar"] as const)("nothing is amiss in it, in %s", async (language) => {
    const context = await visit(true);
    const found: Findings = { axe: [], console: [], sideways: [], islands: [] };
    for (const path of ["desk", "desk?taken=mine", "desk?kind=flag"])
      await look(
        await openPage(context, found),
        `${origin}/${language}/africa/${path}`,
        found,
        quickThemes(language),
      );
    expect(found).toEqual({ axe: [], console: [], sideways: [], islands: [] });
    await context.close();
  });
});
