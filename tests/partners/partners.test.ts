/** What a visitor may rely on in the partners of a region. */
import type { List } from "shared/page.ts";
import type { Partner } from "shared/partners/contract.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("every partner of the region stands on one page, by kind, with a link and where it also works", async () => {
  const { body } = await app.json<List<Partner>>("/api/v1/regions/africa/partners?limit=100");
  const page = await app.page("/en/africa/partners");
  expect(page.texts("main .card h3").toSorted()).toEqual(body.items.map(({ name }) => name).toSorted());
  expect(page.links("main .card h3 a").toSorted()).toEqual(body.items.map(({ url }) => url).toSorted());
  const elsewhere = body.items.find(({ regions }) => regions.includes("south-east-asia"));
  expect(page.links(`#${elsewhere?.slug} a`)).toContain(`/en/south-east-asia/partners#${elsewhere?.slug}`);
});

test("reading on by name shows every partner once", async () => {
  const names: string[] = [];
  let after = "";
  for (;;) {
    const { body } = await app.json<List<Partner>>(`/api/v1/regions/africa/partners?limit=5${after}`);
    names.push(...body.items.map(({ name }) => name));
    if (body.next === null) {
      expect([new Set(names).size, names.length]).toEqual([body.total, body.total]);
      break;
    }
    after = `&after=${body.next}`;
  }
  expect(names).toEqual(names.toSorted(new Intl.Collator("und").compare));
});

test("one kind can be asked for, and is said to be the chosen one", async () => {
  const page = await app.page("/ar/africa/partners?kind=un");
  expect(page.texts("main h2")).toEqual(["الأمم المتحدة"]);
  expect(page.links('nav a[aria-current="true"]')).toContain("/ar/africa/partners?kind=un");
});
