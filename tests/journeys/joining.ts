/** The first half of a CSO's way: applying, being accepted, an account with a second factor. */
import { TOTP } from "otpauth";
import { expect } from "vitest";
import { signedIn } from "../setup/people.ts";
import type { Newcomer, World } from "./newcomer.ts";

export const PASSWORD = "seven lanterns beside the river mouth";

export interface Applicant {
  person: Newcomer;
  /** Of the CSO. */
  name: string;
  email: string;
  handle: string;
}

export async function apply(world: World, { person, name, email }: Applicant): Promise<void> {
  await person.open("/en");
  await person.follow("Africa");
  await person.follow("Join");
  await person.follow("Apply as an organisation");
  await person.fill({
    "Name of the organisation": name,
    Country: "Ghana",
    "City or town": "Tamale",
    "Public procurement and public finance": true,
    English: true,
    "What the organisation does": "We read public contracts aloud at the market.",
    "What you do there": "Coordinator",
    "Your e-mail address": email,
  });
  await person.send("Send the application");
  await person.arrive("Your application");
  expect(await person.text()).toContain("Look into your mailbox");
  await person.openLink(await world.mail.next({ to: email, subject: "Please confirm your address" }));
  await person.press("Confirm the address and send");
  expect(await person.text()).toContain("Your address is confirmed");
}

export async function accept(world: World, script: boolean, name: string): Promise<void> {
  const admin = await world.newcomer({ script });
  await admin.become(await signedIn(world.app, { roles: [{ role: "admin", region: "africa" }] }));
  await admin.open("/en/account");
  await admin.follow("Region admin, Africa");
  await admin.follow(name);
  expect(await admin.text()).toContain("We read public contracts aloud at the market.");
  await admin.fill({ "To the applicant": "Welcome among us." });
  await admin.press("Accept");
  expect(await admin.text()).toContain("Done. The applicant is told by e-mail.");
  await admin.leave();
}

export async function createAccount(world: World, { person, name, email, handle }: Applicant): Promise<void> {
  const letter = await world.mail.next({ to: email, subject: "Welcome" });
  expect(letter.text).toContain("Welcome among us.");
  await person.openLink(letter);
  await person.arrive("Create your account");
  expect(await person.text()).toContain(`Owner, ${name}`);
  await person.fill({ "Choose a handle": handle, "Choose a password": PASSWORD });
  await person.press("Create account");
  await person.arrive("Account");
  const account = await person.text();
  expect(account).toContain("Welcome. Your account is ready.");
  expect(account).toContain(email);
  expect(account).not.toContain("not confirmed");
}

/** Gives what the authenticator app shows from now on: a new code at each call. */
export async function turnOnSecondFactor(world: World, { person }: Applicant): Promise<() => string> {
  await person.follow("Second factor");
  const totp = new TOTP({ secret: (await person.fact("Key")).replaceAll(" ", "") });
  const code = () => {
    // A code is accepted once.
    world.pass(totp.period);
    return totp.generate({ timestamp: world.now().getTime() });
  };
  await person.fill({ "Code that the app shows": code() });
  await person.press("Turn on the second factor");
  expect(await person.page.getByRole("main").getByRole("listitem").count()).toBe(10);
  await person.follow("I have them");
  return code;
}

export async function signInAgain({ person, email }: Applicant, code: () => string): Promise<void> {
  await person.press("Sign out");
  expect(await person.text()).toContain("You are signed out.");
  await person.follow("Sign in");
  await person.fill({ "Handle or e-mail": email, Password: PASSWORD });
  await person.press("Sign in");
  await person.arrive("Second step");
  await person.fill({ Code: code() });
  await person.press("Sign in");
  await person.arrive("Account");
}
