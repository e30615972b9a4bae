/** The pages behind letters, looked at in a browser. */
import type { Browser } from "playwright-core";
import { askWhetherTrue } from "server/confirm/ask.ts";
import { type Language, languageCodes } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { DESKTOP, type Findings, look, openPage } from "../setup/look.ts";
import { type TestMail, testMail } from "../setup/mail.ts";
import { signedIn } from "../setup/people.ts";
import { solved } from "../setup/visitor.ts";

describe.skipIf(findBrowser() === null)("in a browser", () => {
  let app: TestApp;
  let mail: TestMail;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    mail = await testMail();
    app = await testApp({ freshDatabase: true, settings: mail.settings });
    origin = await app.listen();
    browser = await openBrowser();
    const claimed = "update organisations set status = 'claimed', last_confirmed_on = '2020-01-01'";
    await app.app.db.pool.query(
      `${claimed}, email = 'office@cso.example.org', visibility = '{"email":"hidden"}' where slug = 'africog'`,
    );
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await mail?.close();
  });

  async function behindLetters(language: Language): Promise<string[]> {
    const email = `${language}-reader@example.org`;
    const follow = () => app.post(`/${language}/africa/follow`, { email, ...solved(app) });
    await follow();
    const confirm = (await mail.next({ to: email })).links[0] ?? "";
    const pressed = await app.post(confirm.slice(origin.length), {});
    await follow();
    const mine = `${origin}${pressed.headers.location}`;
    await app.app.db.pool.query("update organisations set confirm_asked_at = null where slug = 'africog'");
    await askWhetherTrue(app.app);
    const asked = (await mail.next({ to: "office@cso.example.org", subject: "still true" })).links[0] ?? "";
    const page = (path: string) => `${origin}/${language}/${path}`;
    return [
      confirm,
      mine,
      mine.replace("/follows?", "/follows/end?"),
      asked.replace("/en/", `/${language}/`),
      page("africa/organisations/africog/confirm?token=ended"),
      page("africa/organisations/africog/contact"),
      page("africa/follow?country=ke"),
    ];
  }

  test.each(languageCodes)(
    "nothing is amiss on any page behind a letter, nor on the steward's, in %s",
    async (language) => {
      const found: Findings = { axe: [], console: [], sideways: [], islands: [] };
      const context = await browser.newContext({ viewport: DESKTOP, locale: language });
      for (const address of await behindLetters(language))
        await look(await openPage(context, found), address, found);
      const boss = await app.app.jobs.start();
      const letter = await boss.send("mail-unsent", { sealed: "" });
      const steward = await signedIn(app, { roles: [{ role: "steward", region: null }] });
      const cookies = steward.as.cookie.split("; ").map((one) => one.split("="));
      await context.addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url: origin })));
      for (const path of ["steward/mail", `steward/mail/${letter}`])
        await look(await openPage(context, found), `${origin}/${language}/${path}`, found);
      await context.close();
      const spoken = found.console.filter((line) => !/status of 410/.test(line));
      expect({ ...found, console: spoken }).toEqual({ axe: [], console: [], sideways: [], islands: [] });
    },
    120_000,
  );
});
