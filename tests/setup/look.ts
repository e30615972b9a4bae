/** A page as a browser judges it: what axe finds, what the console says, whether it fits a small phone, whether islands awake. */
import axe from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { directionOf, type Language } from "shared/i18n/languages.ts";

export const DESKTOP = { width: 1280, height: 800 };
const SMALL_PHONE = { width: 320, height: 640 };

/** By what was looked for: "address: finding". */
export type Findings = Record<"axe" | "console" | "sideways" | "islands", string[]>;

/** In which colours axe looks. */
export type Themes = readonly ("light" | "dark")[];

export const ALL_THEMES: Themes = ["light", "dark"];

/**
 * Markup and colours are the same in every language, so that in quick tests axe looks at English ones, and at the markup
 * of those that are read from the right. Slow tests look at all.
 */
export function quickThemes(language: Language): Themes {
  if (language === "en") return ALL_THEMES;
  return directionOf(language) === "rtl" ? ["light"] : [];
}

/** `mayFail`: pages that are not there, which the browser itself tells to the console. */
export async function openPage(context: BrowserContext, found: Findings, mayFail?: string): Promise<Page> {
  const page = await context.newPage();
  const say = (what: string) => {
    const isExpected = mayFail !== undefined && page.url().endsWith(mayFail) && /404/.test(what);
    if (!isExpected) found.console.push(`${page.url()}: ${what}`);
  };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) say(message.text());
  });
  page.on("pageerror", (error) => say(error.message));
  page.on("requestfailed", (request) => say(`${request.url()} failed`));
  return page;
}

export async function look(page: Page, url: string, found: Findings, themes = ALL_THEMES): Promise<void> {
  await page.goto(url);
  const note = (kind: keyof Findings, what: string[]) => {
    for (const one of what) found[kind].push(`${new URL(url).pathname}${new URL(url).search}: ${one}`);
  };
  if (themes.length > 0) await page.evaluate(axe.source);
  if (themes.includes("light")) note("axe", await axeFindings(page));
  await page.emulateMedia({ colorScheme: "dark" });
  // Only colours differ.
  if (themes.includes("dark")) note("axe", await axeFindings(page, ["color-contrast", "link-in-text-block"]));
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

/** What an island shows: its own markup, and the text of the fields that its buttons write into. */
function shownBy(island: Node | null): string {
  const fields = [...document.querySelectorAll("textarea")].map((field) => field.value);
  return JSON.stringify([(island as Element).innerHTML, fields]);
}

/** In the browser, as the function above is: neither sees anything outside of itself. */
function isShownOtherwise([island, before]: readonly [Node | null, string]): boolean {
  const fields = [...document.querySelectorAll("textarea")].map((field) => field.value);
  return JSON.stringify([(island as Element).innerHTML, fields]) !== before;
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
      // What only listens, as the work for a visitor's form, has nothing to press.
      if ((await island.locator("button").count()) === 0) continue;
      const handle = await island.elementHandle();
      const before = await page.evaluate(shownBy, handle);
      await island.locator("button").first().click({ timeout: 5_000 });
      await page.waitForFunction(isShownOtherwise, [handle, before] as const, { timeout: 10_000 });
    } catch (error) {
      asleep.push(`${name}: ${String(error).split("\n", 1)[0]}`);
    }
  }
  return asleep;
}
