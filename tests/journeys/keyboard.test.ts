/** With Tab, Enter and the space bar alone: applying and signing in; and where the focus stands after a refused form. */
import type { Page } from "playwright-core";
import { hashPassword } from "server/accounts/passwords.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../setup/browser.ts";
import { signedIn } from "../setup/people.ts";
import { openWorld, PATIENCE_MS, type World, ways } from "./newcomer.ts";

const PASSWORD = "seven lanterns beside the river mouth";
/** So many steps of Tab no page of a form needs. */
const MOST_STEPS = 120;

describe.skipIf(findBrowser() === null)("with the keyboard alone", { timeout: PATIENCE_MS }, () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  test.each(ways)("a person alone applies $way", async ({ script }) => {
    const { page, ...visitor } = await world.newcomer({ script });
    await visitor.open("/en/africa");
    await go(page, "Join");
    await go(page, "Apply as a person");
    await type(page, "How we should call you", "Ngozi");
    await tabTo(page, "Country");
    await page.keyboard.type("Nigeria");
    await tabTo(page, "An expert");
    await page.keyboard.press("Space");
    await type(page, "What you work on", "Public money");
    await type(page, "Your e-mail address", script ? "ngozi@mail.example" : "ada@mail.example");
    await page.keyboard.press("Enter");
    if (!script) {
      await visitor.arrive("One moment");
      world.pass(5);
      await tabTo(page, "Send");
      await page.keyboard.press("Enter");
    }
    await visitor.arrive("Your application");
    await visitor.leave();
  });

  test.each(ways)(
    "a member signs in $way; after a wrong password the focus stands there",
    async ({ script }) => {
      const handle = script ? "wanjiru" : "chipo";
      await signedIn(world.app, { handle, passwordHash: await hashPassword(PASSWORD) });
      const { page, ...visitor } = await world.newcomer({ script });
      await visitor.open("/en");
      await go(page, "Sign in");
      await type(page, "Handle or e-mail", handle);
      await type(page, "Password", "not this one");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").waitFor();
      expect(await focused(page)).toBe("Password");
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press("Enter");
      await visitor.arrive("Account");
      await visitor.leave();
    },
  );
});

/** What a screen reader would call that which has the focus. */
function focused(page: Page): Promise<string> {
  return page.locator(":focus").evaluate((element) => {
    const label = "labels" in element ? (element.labels as NodeListOf<Element> | null)?.[0] : null;
    const words = (label ?? element).textContent ?? "";
    return words.replace("(optional)", "").trim();
  });
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab never came to “${name}”`);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

async function go(page: Page, link: string): Promise<void> {
  await tabTo(page, link);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
}
