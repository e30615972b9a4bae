/** A visitor says that a review's date is wrong; a curator answers; the page, its history, the feed and a letter tell it. */
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../setup/browser.ts";
import { signedIn } from "../setup/people.ts";
import { type Newcomer, openWorld, PATIENCE_MS, type World, ways } from "./newcomer.ts";

const SOURCE = "https://www.unodc.org/corruption/en/country-profiles/";

describe.skipIf(findBrowser() === null)("a visitor who knows better", { timeout: PATIENCE_MS }, () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  test.each(ways)("corrects the date of a review $way, and is answered", async ({ script }) => {
    const country = script ? { name: "Ghana", path: "gh" } : { name: "Kenya", path: "ke" };
    const email = script ? "ama@reader.example" : "otieno@reader.example";
    const visitor = await world.newcomer({ script });
    await visitor.open("/en/africa/countries");
    await visitor.follow(country.name);
    await suggest(visitor, start(visitor), "2018-06", {
      "E-mail for the answer": email,
      "Name to be thanked by": "Ama",
    });
    await visitor.open(`/en/africa/countries/${country.path}`);
    await suggest(visitor, visitor.link("Is this wrong? Signature"), "2001", {});

    const curator = await world.newcomer({ script });
    await curator.become(await signedIn(world.app, { roles: [{ role: "curator", region: "africa" }] }));
    await curator.open("/en/africa/desk");
    await curator.follow(`${country.name}: Start`);
    await curator.fill({ "Accept: the fact becomes what stands below": true });
    await curator.press("Send the answer");
    expect(await curator.text()).toContain("Accepted: the fact is changed.");
    await curator.follow(`${country.name}: Signature`);
    await curator.fill({ "Decline: the fact stays as it is": true });
    await curator.press("Send the answer");
    expect(await curator.focused()).toContain("Reason");
    await curator.fill({ Reason: "The depositary gives another day." });
    await curator.press("Send the answer");
    expect(await curator.text()).toContain("Declined: the fact stays as it is.");
    await curator.leave();

    const letter = await world.mail.next({ to: email, subject: "The answer to your correction" });
    expect(letter.text).toContain("It was accepted.");
    await visitor.openLink(letter);
    expect(await second(visitor).textContent()).toContain("June 2018");
    await visitor.follow("History of changes");
    const history = await visitor.text();
    expect(history).toContain("June 2018");
    expect(history).toContain("Thanks to Ama.");
    expect(history).not.toContain("2001");
    const feed = await visitor.page.request.get(`${world.origin}/en/africa/reviews.atom`);
    const entry = (await feed.text())
      .split("<entry>")
      .find((one) => one.includes("June 2018") && one.includes(country.name));
    expect(entry).toContain(SOURCE);
    await visitor.leave();
  });
});

const second = ({ page }: Newcomer): Locator =>
  page.locator("section.cycle").filter({ has: page.getByRole("heading", { name: /^Second review cycle/ }) });

const start = (visitor: Newcomer): Locator =>
  second(visitor).getByRole("link", { name: "Start", exact: true });

async function suggest(
  visitor: Newcomer,
  link: Locator,
  value: string,
  more: Record<string, string>,
): Promise<void> {
  await visitor.follow(link);
  await visitor.fill({ "It should be": "last summer", "How is this known?": SOURCE, ...more });
  await visitor.send("Send the correction");
  expect(await visitor.focused()).toContain("It should be");
  expect(await visitor.text()).toContain("Write a date as 2026, 2026-03 or 2026-03-21.");
  // What was calculated or waited for counts on.
  await visitor.fill({ "It should be": value });
  await visitor.press("Send the correction");
  expect(await visitor.text()).toContain("The region’s curators will look at your correction.");
}
