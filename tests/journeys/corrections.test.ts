/** Correcting a review date and seeing it answered; going dark and coming back: with JavaScript and without. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

/** Longer than any wait that a calm platform asks for. */
const WAIT_MS = 30_000;
const PATIENCE = { timeout: 60_000 };

describe.skipIf(findBrowser() === null)("in a browser", () => {
  let mail: TestMail;
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  let ahead = 0;

  beforeAll(async () => {
    mail = await testMail();
    app = await testApp({ freshDatabase: true, settings: mail.settings });
    app.app.now = () => new Date(Date.now() + ahead);
    origin = await app.listen();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await mail?.close();
  });

  async function open(javaScriptEnabled: boolean, person?: SignedIn): Promise<[Page, BrowserContext]> {
    const context = await browser.newContext({ javaScriptEnabled });
    const cookies = person?.as.cookie.split("; ").map((pair) => pair.split("=", 2)) ?? [];
    await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: origin })));
    return [await context.newPage(), context];
  }

  const words = (page: Page) => page.locator("main").textContent();

  test.each([
    ["with JavaScript", true, "2018-05", "May 2018"],
    ["without JavaScript", false, "2018-06", "June 2018"],
  ] as const)(
    "%s: is this wrong? → accepted → told by mail, on the page and in its history",
    async (_how, script, date, shown) => {
      const email = `reader-${date}@example.org`;
      const [page, context] = await open(script);
      await page.goto(`${origin}/en/africa/countries/tn`);
      await page.locator('.cycle a[href$="fact=review.2.startedIn"]').click();
      await page.locator("[name=value]").focus();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(date);
      await page.keyboard.press("Tab");
      await page.keyboard.type("Letter of the Ministry, 4 May 2018");
      await page.fill("[name=email]", email);
      await page.keyboard.press("Enter");
      if (!script) {
        await page.locator("h1", { hasText: "One moment" }).waitFor();
        ahead += WAIT_MS;
        await page.locator("main form button").click();
        await page.locator("h1", { hasText: "Tunisia" }).waitFor();
      }
      expect(await words(page)).not.toContain("needs your attention");
      await page.waitForURL(/done=correctionGiven/);
      expect(await words(page)).toContain("curators will look at your correction");
      await answer(script);
      expect((await mail.next({ to: email })).text).toContain("It was accepted.");
      await expect
        .poll(async () => {
          await page.goto(`${origin}/en/africa/countries/tn`);
          return words(page);
        }, PATIENCE)
        .toContain(shown);
      await page.locator("main a", { hasText: "History of changes" }).click();
      expect(await page.locator("main ol.plain > li").first().textContent()).toContain(shown);
      await context.close();
    },
    120_000,
  );

  async function answer(script: boolean): Promise<void> {
    const curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
    const [page, context] = await open(script, curator);
    await page.goto(`${origin}/en/africa/desk`);
    await page.locator("main a", { hasText: "Suggested corrections" }).click();
    await page.locator("main a", { hasText: "Tunisia: Start" }).click();
    await page.check("[name=decision][value=accept]");
    await page.fill("[name=reason]", "The letter says so.");
    await page.getByRole("button", { name: "Send the answer" }).click();
    await page.waitForURL(/done=correctionAccepted/);
    await context.close();
  }

  test.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ] as const)(
    "%s: an owner hides the CSO by one button, and brings it back",
    async (_how, script) => {
      const { rows } = await app.app.db.pool.query(
        `update organisations set status = 'claimed' where id =
           (select min(id) from organisations where region = 'africa' and status = 'listed') returning id, slug`,
      );
      const owner = await signedIn(app, { memberships: [{ organisationId: rows[0].id, role: "owner" }] });
      const profile = `${origin}/en/africa/organisations/${rows[0].slug}`;
      const [page, context] = await open(script, owner);
      const visible = async () => (await app.get(new URL(profile).pathname)).status;
      await page.goto(profile);
      await page.locator("main a", { hasText: "Go dark" }).click();
      await page.getByRole("button", { name: "Hide everything now" }).press("Enter");
      await page.waitForURL(/done=wentDark/);
      await expect.poll(visible, PATIENCE).toBe(404);
      await page.goto(profile);
      expect(await words(page)).toContain("This organisation is hidden.");
      await page.locator("main a", { hasText: "Show it again" }).click();
      await page.getByRole("button", { name: "Show it again" }).press("Enter");
      await page.waitForURL(/done=cameBack/);
      await expect.poll(visible, PATIENCE).toBe(200);
      await context.close();
    },
    120_000,
  );
});
