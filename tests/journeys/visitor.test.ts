/** What a visitor does, without JavaScript, with the keyboard alone, in danger, and on a costly network. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";

describe.skipIf(findBrowser() === null)("a visitor", () => {
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    app = await testApp();
    origin = await app.listen();
    browser = await openBrowser();
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function visit(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    return page;
  }

  describe("without JavaScript", () => {
    const plain = { javaScriptEnabled: false };

    test("sees a country's review and who works there, two clicks from the region's page", async () => {
      const page = await visit("/en/africa", plain);
      await page.locator("nav.rooms a[href='/en/africa/countries']").click();
      await page.locator("table a", { hasText: "Kenya" }).click();
      expect(new URL(page.url()).pathname).toBe("/en/africa/countries/ke");
      expect(await page.locator("h1").textContent()).toContain("Kenya");
      expect(await page.locator("main").textContent()).toMatch(/review/i);
      expect(await page.locator("main a[href*='/organisations/']").count()).toBeGreaterThan(0);
    });

    test("reaches a country from the map itself in one click", async () => {
      const page = await visit("/en/africa", plain);
      await page.locator("nav.map a[href$='/countries/ng']").first().click({ force: true });
      expect(new URL(page.url()).pathname).toBe("/en/africa/countries/ng");
    });

    test("searches the directory and reads a profile", async () => {
      const page = await visit("/fr/africa/organisations", plain);
      await page.locator("#directory-search").fill("transparncy kenya");
      await page.locator("#directory-search").press("Enter");
      await page.waitForURL(/q=/);
      const first = page.locator("main li h2 a").first();
      const name = await first.textContent();
      await first.click();
      await page.waitForURL(/\/organisations\/[a-z0-9-]+$/);
      expect(await page.locator("h1").textContent()).toContain(name?.trim());
    });

    test("filters the directory by country, and the choice stands in the address", async () => {
      const page = await visit("/en/africa/organisations", plain);
      const all = await page.locator("main li h2 a").count();
      await page
        .locator("details", { has: page.locator("input[name=country][value=KE]") })
        .locator("summary")
        .click();
      await page.locator("input[name=country][value=KE]").check();
      await page.locator("form.filters button[type=submit]").click();
      await page.waitForURL(/country=KE/);
      expect(await page.locator("main li h2 a").count()).toBeLessThanOrEqual(all);
      expect(await page.locator(".chosen").first().textContent()).toContain("Kenya");
    });

    test("keeps the page when the language is switched", async () => {
      const page = await visit("/en/africa/countries?map=csos", plain);
      await page.locator("a[hreflang=ar]").first().click();
      expect(page.url()).toBe(`${origin}/ar/africa/countries?map=csos`);
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    });
  });

  describe("with the keyboard alone", () => {
    test("skips to the content first", async () => {
      const page = await visit("/en/africa");
      await page.keyboard.press("Tab");
      expect(await page.locator(":focus").getAttribute("href")).toBe("#content");
      await page.keyboard.press("Enter");
      expect(await page.locator(":focus").getAttribute("id")).toBe("content");
    });

    test("chooses a filter and applies it", async () => {
      const page = await visit("/en/africa/organisations");
      await page.locator("form.filters summary").first().focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await page.waitForURL(/country=/);
    });

    test("always sees where it is", async () => {
      const page = await visit("/en/africa/countries");
      for (let step = 0; step < 25; step++) {
        await page.keyboard.press("Tab");
        const seen = await page.locator(":focus").evaluate((element) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          const inside = element.querySelector("*:not(title)");
          const shape = inside ? getComputedStyle(inside) : null;
          const isRinged = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
          return isRinged || shape?.strokeWidth !== "0px" ? "" : element.outerHTML.slice(0, 80);
        });
        expect(seen).toBe("");
      }
    });
  });

  test("in danger leaves at once, and “back” does not return", async () => {
    const page = await visit("/en");
    await page.route(/wikipedia\.org/, (route) =>
      route.fulfill({ body: "<title>Elsewhere</title>", contentType: "text/html" }),
    );
    await page.goto(`${origin}/en/africa`);
    await page.locator("a[data-exit]").click();
    await page.waitForURL(/wikipedia\.org/);
    await page.goBack();
    expect(page.url()).toBe(`${origin}/en`);
  });

  test("on a costly network gets neither scripts nor pictures, and stays in that mode", async () => {
    const page = await visit("/en/africa?saver=1");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.resourceType()));
    await page.reload();
    // "other" is the browser's own request for the tab's icon.
    expect(asked.filter((type) => !["document", "stylesheet", "other"].includes(type))).toEqual([]);
    expect(await page.locator("script[src], img, [data-island]").count()).toBe(0);
    const links = await page
      .locator("main a[href^='/en']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(links.filter((link) => !link.includes("saver=1"))).toEqual([]);
  });

  test("asks nobody but the platform, and is given no cookie", async () => {
    const page = await visit("/ar/africa/countries");
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.reload({ waitUntil: "networkidle" });
    expect([...hosts]).toEqual([origin]);
    expect(await page.context().cookies()).toEqual([]);
  });
});
