/** What a visitor may rely on in the resources of a region, and in the guides. */
import type { List } from "shared/page.ts";
import type { Resource } from "shared/resources/contract.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const resources = (query = "", region = "africa") =>
  app.json<List<Resource>>(`/api/v1/regions/${region}/resources${query}`);

test("a region shows its own documents and those for all regions, newest first", async () => {
  const { body } = await resources("?limit=100");
  expect(body.items.length).toBe(body.total);
  expect(body.items.some(({ regions }) => regions.length === 0)).toBe(true);
  expect(body.items.every(({ regions }) => regions.length === 0 || regions.includes("africa"))).toBe(true);
});

test("a document is found by its symbol in the United Nations", async () => {
  const { body } = await resources("?symbol=A%2FRES%2F58%2F4");
  expect(body.items.map(({ title }) => title)).toEqual(["United Nations Convention against Corruption"]);
});

test("a document links to itself, in its language; one without a known address says so", async () => {
  const { body } = await resources("?kind=resolution&limit=1");
  const page = await app.page("/fr/africa/resources?kind=resolution");
  const link = page.document.querySelector("main h2 a");
  expect([link?.getAttribute("href"), link?.getAttribute("hreflang")]).toEqual([body.items[0]?.url, "en"]);
  const convention = await app.page("/fr/africa/resources?symbol=A%2FRES%2F58%2F4");
  expect(convention.text("main .plain")).toContain("aucune adresse publique connue");
});

test("the counts beside the filters are what the filters find", async () => {
  const page = await app.page("/en/africa/resources");
  for (const label of page.texts(".filters details:first-of-type label")) {
    const [, kind, count] = /^(\S+) (\d+)$/.exec(label) ?? [];
    expect([kind, (await resources(`?kind=${kind}&limit=1`)).body.total]).toEqual([kind, Number(count)]);
  }
});

test("a document has an anchor of its own, and its address finds it wherever it stands in the list", async () => {
  const last = (await resources("?limit=100")).body.items.at(-1)?.slug ?? "";
  const page = await app.page(`/en/africa/resources?slug=${last}`);
  expect(page.document.getElementById(last)).not.toBeNull();
  expect(page.texts("main .plain > li").length).toBe(1);
});

test.each(["publisher=%00", "symbol=%27%25_", `publisher=${"x".repeat(200)}`, "language=en-aaaaa-aaaaa"])(
  "%s is just text that finds nothing",
  async (query) => {
    expect((await resources(`?${query}`)).body.total).toBe(0);
    expect((await app.page(`/ar/africa/resources?${query}`)).status).toBe(200);
  },
);

test.each(["en", "fr", "ar"])(
  "the participation guide is read in %s with every measure, in its own language",
  async (language) => {
    const page = await app.page(`/${language}/africa/resources/participation-guide`);
    expect(page.texts("article section li h3").length).toBe(25);
    expect(page.texts("article nav:not(.breadcrumbs) li").length).toBe(3);
    const section = page.document.querySelector("article section");
    expect([section?.getAttribute("lang"), section?.getAttribute("dir")]).toEqual(["en", "ltr"]);
  },
);

test("the follow-up template names every field, its choices, and when it must be filled in", async () => {
  const page = await app.page("/en/africa/resources/follow-up-template");
  expect(page.texts("article section dt").length).toBe(34);
  expect(page.texts("article section dt")).toContain(
    "Completed on date · required where: Status: Implemented",
  );
  expect(page.texts(".tag")).toContain("Success or good practice");
});
