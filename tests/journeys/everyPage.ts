/** One page of every kind in a real browser: what axe finds, what the console says, whether it fits a small phone. */
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Language } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { crawl } from "../setup/crawl.ts";

const DESKTOP = { width: 1280, height: 800 };
const SMALL_PHONE = { width: 320, height: 640 };
const NOT_THERE = "africa/not-there";

/** By what was looked for: "address: finding". */
type Findings = Record<"axe" | "console" | "sideways" | "islands", string[]>;

export function everyPageIn(language: Language): void {
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
      for (const path of pages) await look(await openPage(context, found), `${origin}${path}`, found);
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
      await app?.close();
    });

    test("there are pages of many kinds", () => expect(pages.length).toBeGreaterThan(10));
    test("axe finds nothing, in light and in dark", () => expect(found.axe).toEqual([]));
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

async function openPage(context: BrowserContext, found: Findings): Promise<Page> {
  const page = await context.newPage();
  const say = (what: string) => {
    // A page that is not there is told to the console by the browser itself.
    if (!(page.url().endsWith(NOT_THERE) && /404/.test(what))) found.console.push(`${page.url()}: ${what}`);
  };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) say(message.text());
  });
  page.on("pageerror", (error) => say(error.message));
  page.on("requestfailed", (request) => say(`${request.url()} failed`));
  return page;
}

async function look(page: Page, url: string, found: Findings): Promise<void> {
  await page.goto(url);
  const note = (kind: keyof Findings, what: string[]) => {
    for (const one of what) found[kind].push(`${new URL(url).pathname}${new URL(url).search}: ${one}`);
  };
  await page.evaluate(axe.source);
  note("axe", await axeFindings(page));
  await page.emulateMedia({ colorScheme: "dark" });
  // Only colours differ.
  note("axe", await axeFindings(page, ["color-contrast", "link-in-text-block"]));
  await page.setViewportSize(SMALL_PHONE);
  note("sideways", await page.evaluate(widerThanWindow));
  await page.setViewportSize(DESKTOP);
  note("islands", await sleepingIslands(page));
  await page.close();
}

async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  const violations = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const options = only ? { runOnly: { type: "rule" as const, values: only } } : {};
    const results = await axe.run(document, { ...options, resultTypes: ["violations"] });
    return results.violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target} (${nodes.length})`);
  }, rules);
  return violations;
}

function widerThanWindow(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.querySelectorAll("body *")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
  });
  return [`${scrollWidth} px wide, by ${beyond.slice(-1).map((one) => `${one.localName}.${one.className}`)}`];
}

/** Server and browser that hydrate different roots leave buttons dead without a word: so each one is pressed. */
async function sleepingIslands(page: Page): Promise<string[]> {
  const asleep: string[] = [];
  for (const island of await page.locator("[data-island]").all()) {
    const name = (await island.getAttribute("data-island")) ?? "";
    try {
      await island.and(page.locator("[data-ready]")).waitFor({ state: "attached", timeout: 10_000 });
      const before = await island.innerHTML();
      await island.locator("button").first().click({ timeout: 5_000 });
      await page.waitForFunction(
        ([element, html]) => (element as Element).innerHTML !== html,
        [await island.elementHandle(), before] as const,
        { timeout: 10_000 },
      );
    } catch (error) {
      asleep.push(`${name}: ${String(error).split("\n", 1)[0]}`);
    }
  }
  return asleep;
}
