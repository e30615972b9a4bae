/** What a visitor may rely on at the platform's front door. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test.each([
  ["fr-CA,fr;q=0.9", "/fr"],
  ["ar", "/ar"],
  ["sw", "/en"],
])("a browser that wishes %s is led to %s", async (wish, place) => {
  const reply = await app.get("/", { "accept-language": wish });
  expect([reply.status, reply.headers.location]).toEqual([302, place]);
});

test("whoever saves data goes on saving it from there", async () => {
  expect((await app.get("/?saver=1&else=1")).headers.location).toBe("/en?saver=1");
});

test("the home page shows the three regions with their figures", async () => {
  const { body } = await app.json<{ items: { slug: string; figures: { countries: number } }[] }>(
    "/api/v1/regions",
  );
  const page = await app.page("/en");
  expect(page.status).toBe(200);
  expect(body.items.map((region) => region.slug).toSorted()).toEqual([
    "africa",
    "south-east-asia",
    "south-east-europe",
  ]);
  for (const { slug, figures } of body.items) {
    expect(page.links("main a")).toContain(`/en/${slug}`);
    expect(page.text("main")).toContain(String(figures.countries));
  }
});

test("with REGION one region is the platform, and others are not there", async () => {
  const one = await testApp({ settings: { REGION: "africa" } });
  try {
    expect((await one.get("/en/africa")).status).toBe(200);
    expect((await one.get("/en/south-east-asia")).status).toBe(404);
    expect((await one.json<{ total: number }>("/api/v1/regions")).body.total).toBe(1);
  } finally {
    await one.close();
  }
});
