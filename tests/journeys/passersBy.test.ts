/** Visitors without an account: following a country by mail, and writing to a CSO. */
import { textsIn } from "shared/i18n/text.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "../setup/browser.ts";
import { openWorld, PATIENCE_MS, type World, ways } from "./newcomer.ts";

describe.skipIf(findBrowser() === null)("a visitor without an account", { timeout: PATIENCE_MS }, () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  test.each(ways)("follows a country in Arabic $way, and ends it", async ({ script }) => {
    const t = textsIn("ar");
    const email = script ? "samira@reader.example" : "yusuf@reader.example";
    const visitor = await world.newcomer({ script, language: "ar" });
    await visitor.open("/ar/africa/countries/tn");
    await visitor.follow(t("follow.link"));
    await visitor.fill({ [t("follow.email")]: email });
    await visitor.send(t("follow.submit"));
    expect(await visitor.text()).toContain(t("done.follow"));

    const letter = await world.mail.next({ to: email, subject: t("follow.letter.subject") });
    await visitor.openLink(letter);
    expect(await visitor.page.locator("html").getAttribute("dir")).toBe("rtl");
    await visitor.press(t("follow.letter.confirm"));
    expect(await visitor.text()).toContain(t("done.followConfirmed"));
    expect(await visitor.text()).toContain("تونس");

    await visitor.press(t("follow.end.submit"));
    expect(await visitor.text()).toContain(t("follow.mine.none"));
    await visitor.leave();
  });

  test.each(ways)("writes to a CSO $way, which is given the address to answer", async ({ script }) => {
    const email = script ? "journalist@paper.example" : "donor@fund.example";
    const name = "The Institute for Social Accountability";
    const visitor = await world.newcomer({ script });
    await visitor.open("/en/africa/organisations");
    await visitor.fill({ "Search the directory": name });
    await visitor.enter("Search the directory");
    await visitor.follow(name);
    await visitor.follow("Write to this organisation");
    await visitor.fill({ "Your e-mail address": email, "Your letter": "May I visit you on Monday?" });
    await visitor.send("Send");
    expect(await visitor.text()).toContain("Your letter has been passed on.");

    const letter = await world.mail.next({ to: "info@tisa.or.ke" });
    expect(letter.text).toContain("May I visit you on Monday?");
    expect(letter.header("reply-to")).toContain(email);
    await visitor.leave();
  });
});
