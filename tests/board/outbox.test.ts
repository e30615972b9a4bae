/** Writing with a bad network, in a real browser: nothing typed is lost, and what was sent is posted once. */

import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Post, Thread } from "shared/board/contract.ts";
import type { Draft } from "shared/drafts/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { findBrowser, openBrowser } from "../setup/browser.ts";
import { type SignedIn, sessionOf, signedIn } from "../setup/people.ts";

describe.skipIf(findBrowser() === null)("with a network that comes and goes", () => {
  let app: TestApp;
  let browser: Browser;
  let origin: string;
  let member: SignedIn;
  let threadId: number;
  let context: BrowserContext;

  beforeAll(async () => {
    app = await testApp({ freshDatabase: true });
    origin = await app.listen();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  afterEach(() => context.close());
  beforeEach(async () => {
    member = await signedIn(app, { regions: ["africa"], unlimited: true });
    const thread = { title: "Dates of the visit", body: "When is it?", kind: "discussion", clientId: "t" };
    const path = "/api/v1/regions/africa/boards/general/threads";
    threadId = (await app.send<Thread>("POST", path, thread, member.as)).body.id;
    context = await browser.newContext({ reducedMotion: "reduce" });
    context.setDefaultTimeout(10_000);
    await signIn(member);
  });

  async function signIn({ as }: Pick<SignedIn, "as">): Promise<void> {
    await context.clearCookies();
    for (const pair of as.cookie.split("; ")) {
      const [name = "", value = ""] = pair.split("=");
      await context.addCookies([{ name, value, url: origin }]);
    }
  }
  const address = () => `${origin}/en/africa/board/threads/${threadId}`;
  /** The form is awake, and asked what was kept before. */
  async function open(): Promise<Page> {
    const page = await context.newPage();
    const asked = page.waitForResponse((reply) => reply.url().includes("/api/v1/drafts/"));
    await page.goto(address());
    await asked;
    return page;
  }
  const field = (page: Page) => page.locator("#reply textarea");
  const send = (page: Page) => page.getByRole("button", { name: "Post the reply" });
  async function bodies(): Promise<string[]> {
    const { body } = await app.json<List<Post>>(`/api/v1/threads/${threadId}/posts`);
    return body.items.map((post) => ("body" in post ? post.body : post.state));
  }
  async function drafts(): Promise<Draft[]> {
    return (JSON.parse((await app.get("/api/v1/drafts", member.as)).text) as List<Draft>).items;
  }

  test("a reply stands in its place at once, once, without the page being loaded again", async () => {
    const page = await open();
    await page.evaluate(() => document.body.setAttribute("data-same", ""));
    await field(page).fill("In May.");
    await send(page).click();
    await page.locator("#p2", { hasText: "In May." }).waitFor();
    expect(await page.locator("body[data-same]").count()).toBe(1);
    expect(await page.locator("#posts > article").count()).toBe(2);
    expect(await field(page).inputValue()).toBe("");
    await field(page).fill("Or in June.");
    await page.keyboard.press("Tab");
    await send(page).focus();
    await page.keyboard.press("Enter");
    await page.locator("#p3", { hasText: "Or in June." }).waitFor();
    expect(await bodies()).toEqual(["When is it?", "In May.", "Or in June."]);
    expect(await drafts()).toEqual([]);
  });

  test("a reply sent offline waits in sight, goes out once when the network is back, with a clock that is wrong by a day", async () => {
    await context.clock.install({ time: new Date(Date.now() - 86_400_000) });
    const page = await open();
    await context.setOffline(true);
    await field(page).fill("Written on the bus");
    await send(page).click();
    await page.getByText("Waits for the network.").waitFor();
    expect(await bodies()).toHaveLength(1);
    await context.setOffline(false);
    await page.locator("#p2", { hasText: "Written on the bus" }).waitFor();
    await expect.poll(() => page.locator("[data-waits]").count()).toBe(0);
    expect(await bodies()).toEqual(["When is it?", "Written on the bus"]);
  });

  test("an answer that is lost on its way doubles nothing", async () => {
    const page = await open();
    await page.route(/\/posts$/, async (route) => {
      await route.fetch();
      // A later try may have ended with its page.
      await route.abort().catch(() => {});
    });
    await field(page).fill("Once");
    await send(page).click();
    await page.getByText("Waits for the network.").waitFor();
    await page.unroute(/\/posts$/);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => page.locator("[data-waits]").count()).toBe(0);
    expect(await bodies()).toEqual(["When is it?", "Once"]);
    expect(await page.locator("#posts > article").count()).toBe(2);
  });

  test("a tab closed while a reply waits loses nothing: coming again sends it; two windows send it once", async () => {
    const page = await open();
    await context.setOffline(true);
    await field(page).fill("Not lost");
    await send(page).click();
    await page.getByText("Waits for the network.").waitFor();
    await page.close();
    await context.setOffline(false);
    await Promise.all([open(), open()]);
    await expect.poll(bodies).toEqual(["When is it?", "Not lost"]);
  });

  test("what waits can be taken back: its text stands in the form", async () => {
    const page = await open();
    await context.setOffline(true);
    await field(page).fill("Too quick");
    await send(page).click();
    await page.getByRole("button", { name: "Do not send" }).click();
    await expect.poll(() => field(page).inputValue()).toBe("Too quick");
    await context.setOffline(false);
    await expect.poll(async () => (await drafts()).map(({ fields }) => fields.body)).toEqual(["Too quick"]);
    expect(await bodies()).toHaveLength(1);
  });

  test("a reply that is refused says why, and its text is kept", async () => {
    const page = await open();
    await context.setOffline(true);
    await field(page).fill("Too late");
    await send(page).click();
    await page.getByText("Waits for the network.").waitFor();
    await app.app.db.pool.query("update threads set locked_at = now() where id = $1", [threadId]);
    await context.setOffline(false);
    await page.getByText("It was not posted: the thread was locked meanwhile.").waitFor();
    expect(await field(page).inputValue()).toBe("Too late");
    await expect.poll(async () => (await drafts()).map(({ fields }) => fields.body)).toEqual(["Too late"]);
  });

  test("what is typed survives a closed tab without a network, and is offered again, to nobody else", async () => {
    const page = await open();
    await context.setOffline(true);
    await field(page).fill("Half a sent");
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
    await page.close();
    await context.setOffline(false);
    const other = await signedIn(app, { regions: ["africa"] });
    await signIn(other);
    const foreign = await open();
    expect(await foreign.getByText("You began to write here before").count()).toBe(0);
    await foreign.close();
    await signIn(member);
    const again = await open();
    await again.getByRole("button", { name: "Put it into the form" }).click();
    expect(await field(again).inputValue()).toBe("Half a sent");
  });

  test("what is typed on one device is offered on another; of two texts none is lost", async () => {
    const page = await open();
    await field(page).fill("On the phone");
    await page.getByText("Draft kept.").waitFor();
    const laptop = await browser.newContext();
    await laptop.addCookies(await context.cookies());
    const there = await laptop.newPage();
    await there.goto(address());
    await there.getByRole("button", { name: "Put it into the form" }).click();
    await there.locator("#reply textarea").fill("On the laptop");
    await there.getByText("Draft kept.").waitFor();
    await field(page).fill("On the phone, again");
    await page.getByText("This draft was changed elsewhere meanwhile.").waitFor();
    const kept = (await drafts()).map(({ fields }) => String(fields.body));
    expect(kept.toSorted()).toEqual(["On the laptop", "On the phone, again"]);
    await laptop.close();
  });

  test("signing out first brings everything to the platform, then clears the device; it is back at the next sign-in", async () => {
    const page = await open();
    await field(page).fill("For later");
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
    await page.goto(`${origin}/en/account`);
    await page.locator("[data-island=SignOut][data-ready]").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Sign out" }).last().click();
    // What a browser keeps of a site takes it a while to clear.
    await page.waitForURL(/done=signed-out/, { timeout: 25_000 });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await signIn(await sessionOf(app, member.id));
    const again = await open();
    await again.getByRole("button", { name: "Put it into the form" }).click();
    expect(await field(again).inputValue()).toBe("For later");
  });

  test("signing out offline asks: to stay, or to lose what was written", async () => {
    const account = await context.newPage();
    const page = await open();
    await account.goto(`${origin}/en/account`);
    await account.locator("[data-island=SignOut][data-ready]").waitFor({ state: "attached" });
    await context.setOffline(true);
    await field(page).fill("Would be lost");
    await send(page).click();
    await page.getByText("Waits for the network.").waitFor();
    await account.getByRole("button", { name: "Sign out" }).last().click();
    await account.getByRole("button", { name: "Stay signed in" }).click();
    expect(await account.evaluate(() => localStorage.length)).toBeGreaterThan(0);
    await account.getByRole("button", { name: "Sign out" }).last().click();
    await account.getByRole("button", { name: "Sign out and lose it" }).click();
    await account.getByText("What you wrote is gone from this device.").waitFor();
    expect(await account.evaluate(() => localStorage.length)).toBe(0);
  });
});
