/** Quick entry as a person does it: by keyboard alone in a browser; and that the desk's pages fit a phone. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstWith, placeAfter } from "../../web/reviews/quickKeys.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const SOURCE = "https://www.unodc.org/corruption/country-profile.html";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("keys", () => {
  const grid = { rows: 3, columns: 3, rightToLeft: false };
  test.each([
    ["ArrowDown", { row: 0, column: 1 }, { row: 1, column: 1 }],
    ["ArrowUp", { row: 0, column: 1 }, { row: 0, column: 1 }],
    ["ArrowRight", { row: 2, column: 2 }, { row: 2, column: 2 }],
    ["Home", { row: 2, column: 2 }, { row: 2, column: 0 }],
    ["PageDown", { row: 0, column: 0 }, { row: 2, column: 0 }],
  ])("%s moves within the grid", (key, from, to) => expect(placeAfter(key, from, grid)).toEqual(to));

  test("arrows follow the direction of the page", () => {
    expect(placeAfter("ArrowLeft", { row: 0, column: 0 }, { ...grid, rightToLeft: true })?.column).toBe(1);
  });

  test("a letter chooses the next that begins with it, around the end", () => {
    const choices = ["completed", "ongoing", "closed"].map((label) => ({ value: label, label }));
    expect(firstWith("C", choices, "completed")?.value).toBe("closed");
    expect(firstWith("c", choices, "closed")?.value).toBe("completed");
    expect([firstWith("x", choices, ""), firstWith("Tab", choices, "")]).toEqual([null, null]);
  });
});

describe.skipIf(findBrowser() === null)("in a browser", () => {
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  let curator: SignedIn;
  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    origin = await app.listen();
    curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function open(path: string, width = 1000): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const cookies = curator.as.cookie.split("; ").map((cookie) => {
      const [name = "", value = ""] = cookie.split("=");
      return { name, value, url: origin };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(origin + path);
    return page;
  }

  const review = async (ref: string) =>
    JSON.parse((await app.get(`/api/v1/regions/africa/reviews/${ref}`, curator.as)).text);
  const patch = async (ref: string, facts: object) => {
    const { version } = await review(ref);
    const body = { version, source: SOURCE, ...facts };
    await app.send("PATCH", `/api/v1/regions/africa/reviews/${ref}`, body, curator.as);
  };

  test("a row is changed and saved by keyboard alone, and somebody else's change is told", async () => {
    await patch("dz/2", { status: "ongoing", phase: "desk-review" });
    const page = await open("/en/africa/desk/reviews/quick");
    await page.waitForSelector('[data-island="QuickGrid"][data-ready]');
    await page.focus('[data-place="0.0"]');
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("c");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.selectOption('[data-place="0.2"] select', "published");
    await page.keyboard.press("Enter");
    expect(await page.textContent('[data-place="0.2"]')).toBe("documents published");
    await page.keyboard.press("Control+s");
    await page.waitForSelector("text=Give the source first.");
    await page.keyboard.type(SOURCE);
    await patch("dz/2", { visitHeld: true });
    await page.focus('[data-place="0.1"]');
    await page.keyboard.press("Control+s");
    await page.waitForSelector("text=somebody else changed this review meanwhile");
    expect((await review("dz/2")).status).toBe("ongoing");
    await page.keyboard.press("Control+s");
    await page.waitForSelector("text=Saved: Algeria.");
    expect(await review("dz/2")).toMatchObject({
      status: "completed",
      phase: "published",
      visitHeld: true,
      source: SOURCE,
    });
    await page.keyboard.press("o");
    await page.keyboard.press("Escape");
    expect(await page.textContent('[data-place="0.1"]')).toBe("completed");
    await page.context().close();
  });

  test.each(["", "/quick", "/import", "/changes", "/dz/2", "/dz", "/dz/2/documents/new"])(
    "the page %s fits a phone, in Arabic too, without an axe finding",
    async (below) => {
      for (const language of ["en", "ar"]) {
        const page = await open(`/${language}/africa/desk/reviews${below}`, 320);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBeLessThanOrEqual(
          320,
        );
        await page.evaluate(AXE);
        const found = await page.evaluate(
          "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] })",
        );
        const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        await page.context().close();
      }
    },
  );
});
