/** An account from its letter to its last device, without JavaScript; and its pages as a browser judges them. */
import { transaction } from "db/transaction.ts";
import { Secret, TOTP } from "otpauth";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { newAccountLink } from "server/accounts/joining.ts";
import { languageCodes } from "shared/i18n/languages.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { account, PASSWORD } from "../accounts/account.ts";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { DESKTOP, type Findings, look, openPage, quickThemes } from "../setup/look.ts";

describe.skipIf(findBrowser() === null)("a member", () => {
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    origin = await app.listen();
    browser = await openBrowser();
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const link = async (email: string) => {
    const data = { roles: [{ role: "curator" as const, region: "africa" }] };
    const { url } = await transaction(app.app.db, (tx) =>
      newAccountLink(app.app, tx, { email, language: "en", data }),
    );
    return url;
  };
  const send = (page: Page) => page.locator("main form button[type=submit]").first().click();
  const codeOf = (secret: string, later = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later });

  test("creates an account, turns on the second factor, leaves and comes back, without JavaScript", async () => {
    context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(await link("newcomer@example.org"));
    await page.getByLabel("Choose a handle").fill("newcomer");
    await page.getByLabel("Choose a password").fill("short");
    await page.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
    await send(page);
    expect(await page.getByLabel("Choose a handle").inputValue()).toBe("newcomer");
    expect(await page.locator(".problem").textContent()).toContain("12 characters");
    await page.getByLabel("Choose a password").fill(PASSWORD);
    await send(page);
    expect(await page.locator("main").textContent()).toContain("asleep");

    await page.getByRole("link", { name: "Turn on the second factor" }).click();
    const secret = (await page.locator("main code").textContent())?.replaceAll(" ", "") ?? "";
    await page.getByLabel("Code that the app shows").fill(codeOf(secret));
    await send(page);
    expect(await page.locator("main li code").count()).toBe(10);
    const recovery = (await page.locator("main li code").first().textContent()) ?? "";
    const [download] = await Promise.all([page.waitForEvent("download"), send(page)]);
    expect(download.suggestedFilename()).toBe("recovery-codes.txt");
    await page.getByRole("link", { name: "I have them" }).click();
    expect(await page.locator("main").textContent()).not.toContain("asleep");

    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    expect(await page.locator("main [role=status]").textContent()).toBe("You are signed out.");
    await page.goto(`${origin}/en/account/handle`);
    await page.getByLabel("Handle or e-mail").fill("NEWCOMER@example.org");
    await page.getByLabel("Password").fill(PASSWORD);
    await send(page);
    await page.getByLabel("Code").fill(recovery.toLowerCase());
    await send(page);
    expect(new URL(page.url()).pathname).toBe("/en/account/handle");
  });

  test.each(languageCodes)(
    "finds nothing amiss on any page of the account, in %s",
    async (language) => {
      const { as } = await account(app, {
        roles: [{ role: "curator", region: "africa" }],
        secondFactor: false,
      });
      const found: Findings = { axe: [], console: [], sideways: [], islands: [] };
      context = await browser.newContext({ viewport: DESKTOP, locale: language });
      const pages = [
        "sign-in",
        "account/forgotten",
        new URL(await link(`${language}@example.org`)).search.replace("?", "account/welcome?"),
      ];
      for (const path of pages)
        await look(
          await openPage(context, found),
          `${origin}/${language}/${path}`,
          found,
          quickThemes(language),
        );
      const cookies = as.cookie.split("; ").map((one) => one.split("="));
      await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: origin })));
      for (const path of ["account", "account/password", "account/email", "account/handle"]) {
        await look(
          await openPage(context, found),
          `${origin}/${language}/${path}`,
          found,
          quickThemes(language),
        );
      }
      for (const path of ["second-factor", "second-factor/off", "recovery-codes"]) {
        await look(
          await openPage(context, found),
          `${origin}/${language}/account/${path}`,
          found,
          quickThemes(language),
        );
      }
      expect(found).toEqual({ axe: [], console: [], sideways: [], islands: [] });
    },
    120_000,
  );
});
