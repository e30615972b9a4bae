/** A CSO that is listed already: somebody who works there claims its profile by a mailbox at its own domain. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../setup/browser.ts";
import { openWorld, PATIENCE_MS, type World, ways } from "./newcomer.ts";

describe.skipIf(findBrowser() === null)("a listed CSO", { timeout: PATIENCE_MS }, () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  test.each(ways)("is claimed $way by a code mailed to its own domain", async ({ script }) => {
    const name = script ? "Friends of Angola" : "Botswana Centre for Public Integrity";
    const email = script ? "office@friendsofangola.org" : "office@bcpi.org.bw";
    const visitor = await world.newcomer({ script });
    await visitor.open("/en/africa/join");
    await visitor.follow("Find it in the directory");
    await visitor.fill({ "Search the directory": name });
    await visitor.enter("Search the directory");
    await visitor.follow(name);
    expect(await visitor.text()).toContain("Listed, not yet claimed");

    await visitor.follow("Is this your organisation?");
    expect(await visitor.text()).toContain(email.split("@")[1]);
    await visitor.fill({ "What you do there": "Treasurer", "Your e-mail address": email });
    await visitor.send("Claim this profile");
    expect(await visitor.text()).toContain("We have mailed you a code.");

    await visitor.fill({ Code: "00000000" });
    await visitor.press("Check the code");
    expect(await visitor.focused()).toBe("Code");
    expect(await visitor.text()).toMatch(/This code is not right. \d tries are left/);

    const letter = await world.mail.next({ to: email, subject: "Your code" });
    const [code = ""] = letter.text.match(/\d{4} ?\d{4}/) ?? [];
    await visitor.fill({ Code: code });
    await visitor.press("Check the code");
    await visitor.arrive("Create your account");
    await visitor.fill({
      "Choose a handle": script ? "treasurer" : "kgosi",
      "Choose a password": "a baobab older than the town",
    });
    await visitor.press("Create account");
    await visitor.follow(name);
    expect(await visitor.text()).toContain("Kept by the organisation");
    expect(await visitor.text()).not.toContain("Listed, not yet claimed");
    await visitor.leave();
  });
});
