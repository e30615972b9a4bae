/** What a visitor may rely on in a browser: a country on two sheets of paper, and a map that opens when it is asked to. */
import type { Browser } from "playwright-core";
import { languageCodes } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";

/** Those with most commitments, documents and CSOs. */
const RICHEST = [
  "africa/countries/ng",
  "africa/countries/gh",
  "south-east-europe/countries/al",
  "south-east-asia/countries/id",
];

describe.skipIf(findBrowser() === null)("in a browser", () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await testApp();
    await app.listen();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test.each(languageCodes)("the richest countries print on two sheets of A4 in %s", async (language) => {
    const page = await browser.newPage();
    for (const path of RICHEST) {
      await page.goto(`${app.origin()}/${language}/${path}`);
      const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, path).toBeLessThanOrEqual(2);
    }
    await page.close();
  });

  test("the map opens with the CSOs' cities and goes back to the plain one", async () => {
    const page = await browser.newPage();
    await page.goto(`${app.origin()}/en/africa/countries`);
    await page.getByRole("button", { name: "Open the interactive map" }).click();
    await page.waitForSelector(".map-pin-face");
    await page.getByRole("button", { name: "Back to the plain map" }).click();
    await page.waitForSelector(".map-live", { state: "detached" });
    expect(await page.locator("nav.map > svg").count()).toBe(1);
    await page.close();
  });

  test("a country is reached by keyboard and says where it stands", async () => {
    const page = await browser.newPage();
    await page.goto(`${app.origin()}/fr/south-east-europe/countries`);
    await page.locator("nav.map a").first().focus();
    expect(await page.locator("nav.map a:focus .map-says p").isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/countries\/[a-z]{2}$/);
    await page.close();
  });
});
