/** Passkeys in a real browser with a key of its own: made, used to sign in, counted, removed, and what is refused. */
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { hashPassword } from "server/accounts/passwords.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const PASSWORD = "nine green lanterns over the harbour";

describe.skipIf(findBrowser() === null)("a passkey", () => {
  let app: TestApp;
  let browser: Browser;
  /** By name: passkeys belong to names, not to numbers. */
  let origin: string;
  let person: SignedIn;
  let context: BrowserContext;
  let page: Page;
  let devices: CDPSession;
  let authenticatorId: string;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    origin = (await app.listen()).replace("127.0.0.1", "localhost");
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => context.close());

  beforeEach(async () => {
    const passwordHash = await hashPassword(PASSWORD);
    person = await signedIn(app, {
      passwordHash,
      secondFactor: false,
      roles: [{ role: "curator", region: "africa" }],
    });
    context = await browser.newContext();
    context.setDefaultTimeout(10_000);
    page = await openWithKey(person);
  });

  async function openWithKey(who: SignedIn | null): Promise<Page> {
    const opened = await context.newPage();
    devices = await context.newCDPSession(opened);
    await devices.send("WebAuthn.enable");
    const options = {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    } as const;
    ({ authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", { options }));
    if (who) await useCookies(who);
    return opened;
  }

  async function useCookies({ as }: SignedIn): Promise<void> {
    const cookies = as.cookie.split("; ").map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return { name, value, url: origin };
    });
    await context.addCookies(cookies);
  }

  async function make(name = "Phone", password = PASSWORD): Promise<void> {
    await page.goto(`${origin}/en/account/passkeys`);
    await page.locator("[data-island=PasskeyAdd][data-ready]").waitFor();
    await page.locator("#passkey-name").fill(name);
    await page.locator("#passkey-password").fill(password);
    await page.locator("[data-island=PasskeyAdd] button").click();
  }

  const held = async () =>
    (await app.app.db.pool.query("select * from passkeys where person_id = $1", [person.id])).rows;
  const sessionRow = async () =>
    (await app.app.db.pool.query("select * from sessions where id = $1", [person.sessionId])).rows[0];
  const said = (island: string) => page.locator(`[data-island=${island}] [role=status]`);

  test("is made with the password, listed by its name, and counts as a second factor at once", async () => {
    await make("Blue key");
    await page.waitForURL(/done=passkey-added/);
    expect(await page.locator("main").textContent()).toContain("Blue key");
    expect(await held()).toMatchObject([{ name: "Blue key" }]);
    expect(await sessionRow()).toMatchObject({ second_factor: true });
    const { credentials } = await devices.send("WebAuthn.getCredentials", { authenticatorId });
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: "localhost" }]);
  });

  test("is not made with a wrong password, nor without a name", async () => {
    await make("Phone", "not my password at all");
    await expect.poll(() => said("PasskeyAdd").textContent()).toContain("not your present password");
    await make(" ");
    await expect.poll(() => said("PasskeyAdd").textContent()).toContain("Give it a name");
    expect(await held()).toEqual([]);
  });

  test("is not made twice on one device", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    await make("Again");
    await expect
      .poll(() => said("PasskeyAdd").textContent())
      .toContain("has a passkey of your account already");
    expect(await held()).toHaveLength(1);
  });

  test("signs in without a handle; staff roles are awake, and uses are counted", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    await context.clearCookies();
    await page.goto(`${origin}/en/sign-in`);
    await page.locator("[data-island=PasskeySignIn] button").click();
    await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    const [session] = await context.cookies(origin);
    expect(session).toBeDefined();
    const { rows } = await app.app.db.pool.query(
      "select second_factor from sessions where person_id = $1 and ended_at is null order by created_at desc limit 1",
      [person.id],
    );
    expect(rows).toEqual([{ second_factor: true }]);
    const [passkey] = await held();
    expect(passkey.counter).toBeGreaterThan(0);
    expect(passkey.last_used_at).not.toBeNull();
  });

  test("whose count goes back, as of a copy, opens nothing", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    await app.app.db.pool.query("update passkeys set counter = 1000 where person_id = $1", [person.id]);
    await context.clearCookies();
    await page.goto(`${origin}/en/sign-in`);
    await page.locator("[data-island=PasskeySignIn] button").click();
    await expect.poll(() => said("PasskeySignIn").textContent()).toContain("opens no account here");
    expect(await context.cookies(origin)).toEqual([]);
  });

  test("that is not unlocked by a finger or code opens nothing", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await context.clearCookies();
    await page.goto(`${origin}/en/sign-in`);
    await page.locator("[data-island=PasskeySignIn] button").click();
    await expect.poll(() => said("PasskeySignIn").textContent()).toMatch(/No passkey was given/);
    expect(await context.cookies(origin)).toEqual([]);
  });

  test("is removed by one button, without JavaScript, and opens nothing any more", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    await page.locator("form[action$='/remove'] button").click();
    await page.waitForURL(/done=passkey-removed/);
    expect(await held()).toEqual([]);
    await context.clearCookies();
    await page.goto(`${origin}/en/sign-in`);
    await page.locator("[data-island=PasskeySignIn] button").click();
    await expect.poll(() => said("PasskeySignIn").textContent()).toContain("opens no account here");
  });

  test("is neither made nor removed by one who has only the password, where there is a second factor", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    const [{ id }] = await held();
    await app.app.db.pool.query("update sessions set second_factor = false where id = $1", [
      person.sessionId,
    ]);
    await make("Another");
    await expect.poll(() => said("PasskeyAdd").textContent()).toContain("signed in without it");
    const removing = await app.post(`/en/account/passkeys/${id}/remove`, { csrf: person.csrf }, person.as);
    expect(removing.status).toBe(403);
    expect(await held()).toHaveLength(1);
  });

  test("of somebody else is not removed", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    const [{ id }] = await held();
    const other = await signedIn(app);
    const reply = await app.post(`/en/account/passkeys/${id}/remove`, { csrf: other.csrf }, other.as);
    expect(reply.status).toBe(404);
    expect(await held()).toHaveLength(1);
  });

  test("is answered once: what was recorded on the way opens nothing", async () => {
    await make();
    await page.waitForURL(/done=passkey-added/);
    await context.clearCookies();
    await page.goto(`${origin}/en/sign-in`);
    const sent = page.waitForRequest((request) => request.url().endsWith("/passkeys/sign-in"));
    await page.locator("[data-island=PasskeySignIn] button").click();
    const body: unknown = JSON.parse((await sent).postData() ?? "{}");
    await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    await app.app.db.pool.query("update passkeys set counter = 0 where person_id = $1", [person.id]);
    const host = { host: new URL(origin).host };
    const again = await app.send<{ code: string }>("POST", "/api/v1/passkeys/sign-in", body, host);
    expect(again).toMatchObject({ status: 401, body: { code: "credentials" } });
  });
});
