/** What the platform says about itself, in every language. */
import { languageCodes } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ now: "2026-11-21T10:00:00Z" });
});
afterAll(() => app.close());

describe.each(languageCodes)("in %s", (language) => {
  test.each(["about", "rules", "privacy", "accessibility", "africa/board"])("%s is a page", async (path) => {
    const page = await app.page(`/${language}/${path}`);
    expect(page.status).toBe(200);
    expect(page.texts("h1").length).toBe(1);
    expect(page.text("main")).not.toMatch(/[{}]|undefined/);
    const ids = [...page.document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("everything that the data chapter offers is there", async () => {
    const page = await app.page(`/${language}/about`);
    expect(page.document.querySelector("#data")).not.toBeNull();
    const links = page.links("main a[href^='/']");
    expect(links.length).toBeGreaterThan(30);
    for (const link of links) expect((await app.get(link)).status, link).toBe(200);
  });
});

test("without a published address the pages say that there is none", async () => {
  const page = await app.page("/en/accessibility");
  expect(page.text("main")).toContain("no published address");
  expect(page.links("main a[href^='mailto:']")).toEqual([]);
});

test("the operator's address stands where people look for it", async () => {
  const own = await testApp({ settings: { CONTACT: "mailto:team@example.org" } });
  for (const path of ["/en/about", "/fr/accessibility"]) {
    expect((await own.page(path)).links("main a[href^='mailto:']")).toEqual(["mailto:team@example.org"]);
  }
  expect((await own.get("/.well-known/security.txt")).text).toContain("Contact: mailto:team@example.org\n");
  await own.close();
});

test("security.txt says whom to tell, and expires within a year (RFC 9116)", async () => {
  const own = await testApp({ now: "2026-11-21T10:00:00Z", settings: { PUBLIC_URL: "https://example.org" } });
  const { status, headers, text } = await own.get("/.well-known/security.txt");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(text).toContain("Contact: https://example.org/en/about#security\n");
  expect(text).toContain("Canonical: https://example.org/.well-known/security.txt\n");
  expect(text).toContain("Preferred-Languages: en, fr, ar\n");
  const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "");
  expect(expires).toBeGreaterThan(Date.parse("2026-12-21"));
  expect(expires).toBeLessThan(Date.parse("2027-11-21"));
  expect((await own.page("/en/about")).document.querySelector("#security")).not.toBeNull();
  await own.close();
});
