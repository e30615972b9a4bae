/** A member makes a passkey on the phone, and signs in with it from then on: this takes JavaScript. */
import { hashPassword } from "server/accounts/passwords.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../setup/browser.ts";
import { signedIn } from "../setup/people.ts";
import { openWorld, PATIENCE_MS, type World } from "./newcomer.ts";

const PASSWORD = "seven lanterns beside the river mouth";

describe.skipIf(findBrowser() === null)("a member with a new phone", { timeout: PATIENCE_MS }, () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  test("makes a passkey, signs out, and signs in without a password or a code", async () => {
    await signedIn(world.app, { handle: "tendai", passwordHash: await hashPassword(PASSWORD) });
    const member = await world.newcomer({ script: true });
    const phone = await member.context.newCDPSession(member.page);
    await phone.send("WebAuthn.enable");
    await phone.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    // Passkeys belong to names, not to numbers.
    await member.open(`${world.origin.replace("127.0.0.1", "localhost")}/en/sign-in`);
    await member.fill({ "Handle or e-mail": "tendai", Password: PASSWORD });
    await member.press("Sign in");
    await member.follow("Passkeys");
    await member.page.locator("[data-island=PasskeyAdd][data-ready]").waitFor();
    await member.fill({ Name: "Phone", "Present password": PASSWORD });
    await member.press("Add a passkey");
    expect(await member.text()).toContain("The passkey is added.");

    await member.follow("Account");
    await member.press("Sign out");
    await member.follow("Sign in");
    await member.page.locator("[data-island=PasskeySignIn][data-ready]").waitFor();
    await member.press("Sign in with a passkey");
    await member.arrive("Account");
    expect(await member.text()).toContain("tendai");
    await member.leave();
  });
});
