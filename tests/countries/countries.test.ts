/** What a visitor may rely on: a region's map and table, and the same as data. */
import type { Country } from "shared/countries/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const list = async (query: string) =>
  (await app.json<List<Country>>(`/api/v1/regions/africa/countries${query}`)).body;
const names = (items: Country[]) => items.map(({ name }) => name);

describe("the list as data", () => {
  test("holds every country of the region at once, by English name", async () => {
    const { items, total, next } = await list("");
    expect([items.length, total, next]).toEqual([54, 54, null]);
    expect(names(items)).toEqual(names(items).toSorted(new Intl.Collator("en-GB").compare));
  });

  test.each(["name", "status", "organisations", "asOf"])(
    "is read to its end sorted by %s, each country once",
    async (sort) => {
      const whole = names((await list(`?sort=${sort}`)).items);
      const read: string[] = [];
      let after = "";
      do {
        const part = await list(`?sort=${sort}&limit=20${after}`);
        read.push(...names(part.items));
        after = part.next === null ? "" : `&after=${part.next}`;
      } while (after !== "");
      expect(read).toEqual(whole);
    },
  );

  test("sorted by CSOs or by date, begins with the most and the newest", async () => {
    const counts = (await list("?sort=organisations")).items.map(({ organisations }) => organisations);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const dates = (await list("?sort=asOf")).items.map(
      ({ reviews }) => reviews.find(({ cycle }) => cycle === 2)?.asOf ?? "",
    );
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test("a cursor of another order is refused by its name", async () => {
    const { next } = await list("?limit=5");
    const reply = await app.json<{ problems: { parameter: string }[] }>(
      `/api/v1/regions/africa/countries?sort=asOf&after=${next}`,
    );
    expect([reply.status, reply.body.problems[0]?.parameter]).toEqual([400, "after"]);
  });

  test("says nothing of Kosovo's place in the Convention", async () => {
    const { body } = await app.json<Country>("/api/v1/regions/south-east-europe/countries/xk");
    expect([body.uncac, body.reviews]).toEqual([null, []]);
  });
});

describe("the page", () => {
  test("has the map, its legend and the note first, then the same countries as a table", async () => {
    const page = await app.page("/en/africa/countries");
    const mapped = page.links("nav.map a");
    const tabled = page.links("table.countries tbody a");
    expect(mapped.toSorted()).toEqual(tabled.toSorted());
    expect(tabled).toHaveLength(54);
    expect(page.text("main")).toContain("imply no opinion on the legal status");
    const counts = page.texts(".map-count").map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(54);
  });

  test("each country on the map says its status, as of when, and how many CSOs it has", async () => {
    const page = await app.page("/en/africa/countries");
    const said = page.document.querySelector('nav.map a[href$="/tn"]')?.getAttribute("aria-label");
    expect(said).toBe("Tunisia. Second review cycle: not started, as of 24 November 2021. 1 organisation.");
  });

  test.each([
    ["cycle-1", "First review cycle"],
    ["csos", "Organisations per country"],
    ["pledge", "Transparency Pledge"],
  ])("shows %s when asked for by a plain link", async (view, name) => {
    const link = (await app.page("/en/south-east-europe/countries"))
      .links("main nav a")
      .find((href) => href.includes(view));
    const page = await app.page(link ?? "");
    expect(page.text('main nav [aria-current="true"]')).toBe(name);
  });

  test("is sorted by the names of its own language, and by its columns through plain links", async () => {
    const page = await app.page("/fr/africa/countries");
    const shown = page.texts("table.countries tbody a");
    expect(shown).toEqual(shown.toSorted(new Intl.Collator("fr-FR").compare));
    const link = page.links("table.countries thead a").find((href) => href.includes("sort=organisations"));
    const sorted = await app.page((link ?? "").split("#")[0] ?? "");
    expect(sorted.document.querySelectorAll("th[aria-sort]")).toHaveLength(1);
    expect(sorted.document.querySelector("th[aria-sort]")?.getAttribute("aria-sort")).toBe("descending");
  });

  test("with the data saver it keeps the table and leaves out the map", async () => {
    const page = await app.page("/en/africa/countries?saver=1");
    expect(page.document.querySelector("nav.map, [data-island]")).toBeNull();
    expect(page.links("table.countries tbody a")).toHaveLength(54);
  });
});
