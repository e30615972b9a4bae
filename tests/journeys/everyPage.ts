/** One page of every kind in a real browser: what axe finds, what the console says, whether it fits a small phone. */
import type { Browser } from "playwright-core";
import type { Language } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { crawl } from "../setup/crawl.ts";
import { DESKTOP, type Findings, look, openPage, type Themes } from "../setup/look.ts";

const NOT_THERE = "africa/not-there";

export function everyPageIn(language: Language, themes: Themes): void {
  describe.skipIf(findBrowser() === null)(`every kind of page in ${language}`, () => {
    let app: TestApp;
    let browser: Browser;
    const found: Findings = { axe: [], console: [], sideways: [], islands: [] };
    let pages: string[] = [];

    beforeAll(async () => {
      app = await testApp();
      const origin = await app.listen();
      browser = await openBrowser();
      pages = await oneOfEachKind(app, language);
      const context = await browser.newContext({ viewport: DESKTOP, locale: language });
      for (const path of pages)
        await look(await openPage(context, found, NOT_THERE), `${origin}${path}`, found, themes);
    }, 480_000);
    afterAll(async () => {
      await browser?.close();
      await app?.close();
    });

    test("there are pages of many kinds", () => expect(pages.length).toBeGreaterThan(10));
    test(`axe finds nothing${themes.map((theme) => `, in ${theme}`).join("")}`, () =>
      expect(found.axe).toEqual([]));
    test("the console stays silent: no error, nothing that the security policy refuses", () =>
      expect(found.console).toEqual([]));
    test("nothing scrolls sideways on a phone of 320 px", () => expect(found.sideways).toEqual([]));
    test("every island awakes, and answers a click", () => expect(found.islands).toEqual([]));
  });
}

async function oneOfEachKind(app: TestApp, language: Language): Promise<string[]> {
  const paths: string[] = [];
  await crawl(app, ({ path }) => paths.push(path), { languages: [language], ofEachKind: 1 });
  const ofLanguage = paths.filter((path) => path.startsWith(`/${language}`) && !isCombined(path));
  return [...ofLanguage, `/${language}/${NOT_THERE}`];
}

/** Views that are made of several others look like these; without scripts and pictures there is only less to find. */
function isCombined(path: string): boolean {
  const keys = new Set(new URLSearchParams(path.split("?")[1]).keys());
  return keys.size > 1 || keys.has("saver");
}
