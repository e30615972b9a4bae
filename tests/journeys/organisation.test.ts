/** The whole way of a CSO as a new user: it joins, keeps its profile, hides, comes back, and its owner leaves for good. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../setup/browser.ts";
import { type Applicant, accept, apply, createAccount, signInAgain, turnOnSecondFactor } from "./joining.ts";
import {
  beErased,
  editWithLogo,
  goDarkAndComeBack,
  inviteColleague,
  readHistory,
  takeAlong,
} from "./keeping.ts";
import { openWorld, type World, ways } from "./newcomer.ts";

describe.skipIf(findBrowser() === null)("a CSO", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  describe.each(ways)("$way", ({ script }) => {
    let own: Applicant;
    let code: () => string;

    beforeAll(async () => {
      const who = script
        ? { name: "Lanterns for Integrity", email: "amina@lanterns.example", handle: "amina" }
        : { name: "Harbour Watch", email: "kofi@harbour.example", handle: "kofi" };
      own = { person: await world.newcomer({ script }), ...who };
    });
    afterAll(() => own?.person.leave());

    test("applies from the region's page, and confirms by letter", () => apply(world, own));
    test("is accepted at the desk by an admin of the region", () => accept(world, script, own.name));
    test("has an account from the letter, its address confirmed", () => createAccount(world, own));
    test("turns on the second factor with the key shown, and signs in with a code", async () => {
      code = await turnOnSecondFactor(world, own);
      await signInAgain(own, code);
    });
    test("edits its profile with a logo that tells nothing of its maker", () => editWithLogo(world, own));
    test("invites a colleague, who comes by the letter and edits too", () =>
      inviteColleague(world, own, script));
    test("reads in the history who changed what", () => readHistory(own, script ? "esi" : "yaw"));
    test("goes dark everywhere by one button, and comes back", () => goDarkAndComeBack(world, own));
    test("takes its owner's data along, and erases the owner for good", async () => {
      await takeAlong(own);
      await beErased(world, own, code);
      expect(await own.person.context.cookies()).toEqual([]);
    });
  });
});
