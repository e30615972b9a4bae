/** A CSO joins: from the region's page to an account with a second factor. */
import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../setup/browser.ts";
import { signedIn } from "../setup/people.ts";
import { type Newcomer, openWorld, type World, ways } from "./newcomer.ts";

const PASSWORD = "seven lanterns beside the river mouth";

describe.skipIf(findBrowser() === null)("a CSO that joins", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  describe.each(ways)("$way", ({ script }) => {
    const name = script ? "Lanterns for Integrity" : "Harbour Watch";
    const email = script ? "amina@lanterns.example" : "kofi@harbour.example";
    let applicant: Newcomer;

    beforeAll(async () => {
      applicant = await world.newcomer({ script });
    });
    afterAll(() => applicant?.leave());

    test("applies from the region's page, and confirms by letter", async () => {
      await applicant.open("/en");
      await applicant.follow("Africa");
      await applicant.follow("Join");
      await applicant.follow("Apply as an organisation");
      await applicant.fill({
        "Name of the organisation": name,
        Country: "Ghana",
        "City or town": "Tamale",
        "Public procurement and public finance": true,
        English: true,
        "What the organisation does": "We read public contracts aloud at the market.",
        "What you do there": "Coordinator",
        "Your e-mail address": email,
      });
      await applicant.send("Send the application");
      await applicant.arrive("Your application");
      expect(await applicant.text()).toContain("Look into your mailbox");

      await applicant.openLink(await world.mail.next({ to: email, subject: "Please confirm your address" }));
      await applicant.press("Confirm the address and send");
      expect(await applicant.text()).toContain("Your address is confirmed");
    });

    test("is accepted at the desk by an admin of the region", async () => {
      const admin = await world.newcomer({ script });
      await admin.become(await signedIn(world.app, { roles: [{ role: "admin", region: "africa" }] }));
      await admin.open("/en/account");
      await admin.follow("Region admin, Africa");
      await admin.follow("Applications and claims");
      await admin.follow(name);
      expect(await admin.text()).toContain("We read public contracts aloud at the market.");
      await admin.fill({ "To the applicant": "Welcome among us." });
      await admin.press("Accept");
      expect(await admin.text()).toContain("Done. The applicant is told by e-mail.");
      await admin.leave();
    });

    test("creates the account from the letter, its address confirmed", async () => {
      const letter = await world.mail.next({ to: email, subject: "Welcome" });
      expect(letter.text).toContain("Welcome among us.");
      await applicant.openLink(letter);
      await applicant.arrive("Create your account");
      expect(await applicant.text()).toContain(`Owner, ${name}`);
      await applicant.fill({ "Choose a handle": script ? "amina" : "kofi", "Choose a password": PASSWORD });
      await applicant.press("Create account");
      await applicant.arrive("Account");
      const account = await applicant.text();
      expect(account).toContain("Welcome. Your account is ready.");
      expect(account).toContain(email);
      expect(account).not.toContain("not confirmed");
    });

    test("turns on the second factor with the key shown, and signs in with a code", async () => {
      await applicant.follow("Second factor");
      const totp = new TOTP({ secret: (await applicant.fact("Key")).replaceAll(" ", "") });
      const code = () => totp.generate({ timestamp: world.now().getTime() });
      await applicant.fill({ "Code that the app shows": code() });
      await applicant.press("Turn on the second factor");
      expect(await applicant.page.getByRole("main").getByRole("listitem").count()).toBe(10);
      await applicant.follow("I have them");
      await applicant.press("Sign out");
      expect(await applicant.text()).toContain("You are signed out.");

      await applicant.follow("Sign in");
      await applicant.fill({ "Handle or e-mail": email, Password: PASSWORD });
      await applicant.press("Sign in");
      await applicant.arrive("Second step");
      world.pass(30);
      await applicant.fill({ Code: code() });
      await applicant.press("Sign in");
      await applicant.arrive("Account");
    });
  });
});
