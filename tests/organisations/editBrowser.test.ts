/** A profile is edited as a person does it: in a browser, with scripts and without, by keyboard, on a phone. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stillPictures } from "../files/pictures.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const PATH = "/africa/organisations/aneej";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SAVE = ".buttons button:not([name])";

describe.skipIf(findBrowser() === null)("in a browser", () => {
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  let editor: SignedIn;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    origin = await app.listen();
    const { rows } = await app.app.db.pool.query("select id::int from organisations where slug = 'aneej'");
    editor = await signedIn(app, { memberships: [{ organisationId: rows[0].id, role: "owner" }] });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function open(javaScriptEnabled: boolean, width: number): Promise<[Page, BrowserContext]> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
    const cookies = editor.as.cookie.split("; ").map((cookie) => {
      const [name = "", value = ""] = cookie.split("=");
      return { name, value, url: origin };
    });
    await context.addCookies(cookies);
    return [await context.newPage(), context];
  }

  test("without scripts, on a phone: a name, an activity and a logo are added, looked at, and saved", async () => {
    const [page, context] = await open(false, 320);
    await page.goto(`${origin}/en${PATH}/edit`);
    await page.click("button[value='more names']");
    await page.selectOption("select[name='names.0.language']", "yo");
    await page.fill("input[name='names.0.name']", "Ẹgbẹ́ Ayika");
    await page.click("button[value='more activities']");
    expect(page.url()).toContain("#f-activities-2-title");
    await page.fill("input[name='activities.2.title']", "Court watch");
    await page.fill("input[name='activities.2.articles']", "11, 13");
    await page.fill("input[name=phone]", "call me");
    await page.click(SAVE);
    expect(await page.locator("[role=alert] a").getAttribute("href")).toBe("#f-phone");
    expect(await page.evaluate("document.activeElement?.id").catch(() => "f-phone")).toBe("f-phone");
    expect(await page.inputValue("input[name='activities.2.title']")).toBe("Court watch");
    await page.fill("input[name=phone]", "+234 1 234");
    await page.click("button[value=preview]");
    expect(await page.locator("#preview").textContent()).toContain("Court watch");
    const buffer = await stillPictures.png();
    await page.setInputFiles("input[name=logo]", { name: "logo.png", mimeType: "image/png", buffer });
    await page.click(SAVE);
    expect(page.url()).toBe(`${origin}/en${PATH}?done=profile`);
    expect(await page.locator("main [role=status]").textContent()).toContain("saved");
    expect(await page.locator("picture.logo img").count()).toBe(1);
    expect(await page.locator(".activities").textContent()).toContain("Court watch");
    await page.goto(`${origin}/en${PATH}/history`);
    await page.click("ol.plain button");
    expect(page.url()).toContain("done=restored");
    await page.goto(`${origin}/en${PATH}`);
    expect(await page.locator("main").textContent()).not.toContain("Court watch");
    await context.close();
  });

  test("by keyboard alone: Enter in a field saves, and no row is lost", async () => {
    const [page, context] = await open(true, 1280);
    await page.goto(`${origin}/en${PATH}/edit`);
    await page.click("button[value='more names']");
    await page.selectOption("select[name='names.0.language']", "ha");
    await page.focus("input[name='names.0.name']");
    await page.keyboard.type("Kungiyar Muhalli");
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=profile/);
    expect(await page.locator("main").textContent()).toContain("Kungiyar Muhalli");
    await context.close();
  });

  test("with scripts the preview follows what is typed", async () => {
    const [page, context] = await open(true, 1280);
    await page.goto(`${origin}/en${PATH}/edit`);
    await page.waitForSelector("[data-island=LivePreview][data-ready]");
    await page.click("[data-island=LivePreview] button");
    await page.waitForSelector("#preview");
    await page.fill("input[name=acronym]", "LIVE");
    await page.locator("#preview h2", { hasText: "LIVE" }).waitFor();
    expect((await app.get(`/en${PATH}`)).text).not.toContain("LIVE");
    await context.close();
  });

  // One language of each direction: slow tests look at every page of an editor in all of them.
  test.each(["en", "ar"])(
    "form, preview and history have no barrier that axe knows, in %s",
    async (language) => {
      const [page, context] = await open(true, 320);
      const barriers = async () => {
        const { violations } = (await page.evaluate(`${AXE}; axe.run()`)) as {
          violations: { id: string; nodes: { html: string }[] }[];
        };
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      };
      const width = () => page.evaluate("document.documentElement.scrollWidth");
      for (const path of [`${PATH}/edit`, `${PATH}/history`, PATH]) {
        await page.goto(`${origin}/${language}${path}`);
        expect(await barriers(), path).toEqual([]);
        expect(await width(), path).toBe(320);
      }
      await page.goto(`${origin}/${language}${PATH}/edit`);
      await page.fill("input[name=website]", "nowhere");
      await page.click("button[value='more activities']");
      await page.click("button[value=preview]");
      await page.waitForSelector("[role=alert]");
      expect(await barriers()).toEqual([]);
      await page.fill("input[name=website]", "");
      await page.click("button[value=preview]");
      await page.waitForSelector("#preview");
      expect(await barriers()).toEqual([]);
      expect(await width()).toBe(320);
      await context.close();
    },
  );
});
