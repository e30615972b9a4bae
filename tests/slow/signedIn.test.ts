/** Every kind of page for signed-in people in a real browser, in each language: axe, console, a phone of 320 px, islands. */
import type { Browser } from "playwright-core";
import { type Language, languageCodes } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActorName, Cast } from "../guards/roles/cast.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { DESKTOP, type Findings, look, openPage } from "../setup/look.ts";
import { castWithWork, crawlAs, isPersonal, SEEING } from "../setup/signedInPages.ts";

describe.skipIf(findBrowser() === null)("every kind of page for signed-in people", () => {
  let app: TestApp;
  let cast: Cast;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    origin = await app.listen();
    cast = await castWithWork(app);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Each kind once, for the first in the list who reaches it. */
  async function pagesIn(language: Language): Promise<Map<string, { actor: ActorName; path: string }>> {
    const pages = new Map<string, { actor: ActorName; path: string }>();
    for (const actor of SEEING.toReversed()) {
      await crawlAs(app, { cast, actor, language }, ({ kind, path }) => {
        if (isPersonal(app, kind) && path.startsWith(`/${language}`) && !path.includes("saver"))
          pages.set(kind, { actor, path });
      });
    }
    return pages;
  }

  test.each(languageCodes)(
    "in %s",
    async (language) => {
      const found: Findings = { axe: [], console: [], sideways: [], islands: [] };
      const pages = await pagesIn(language);
      expect(pages.size).toBeGreaterThan(15);
      for (const { actor, path } of pages.values()) {
        const context = await browser.newContext({ viewport: DESKTOP, locale: language });
        const cookies = (cast.actors.get(actor)?.as.cookie ?? "").split("; ").map((pair) => {
          const [name = "", value = ""] = pair.split("=");
          return { name, value, url: origin };
        });
        await context.addCookies(cookies);
        await look(await openPage(context, found), `${origin}${path}`, found);
        await context.close();
      }
      expect(found).toEqual({ axe: [], console: [], sideways: [], islands: [] });
    },
    300_000,
  );
});
