/** What a visitor may rely on in the search. */
import type { SearchReply } from "shared/search/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const search = async (q: string, more = "") =>
  (await app.json<SearchReply>(`/api/v1/search?q=${encodeURIComponent(q)}${more}`)).body;

async function titles(q: string, more = ""): Promise<string[]> {
  return (await search(q, more)).groups.flatMap(({ items }) => items.map(({ title }) => title));
}

describe("a country is found in many languages and scripts", () => {
  test.each([
    ["Kenya", "Kenya"],
    ["Sénégal", "Senegal"],
    ["السنغال", "Senegal"],
    ["سنغال", "Senegal"],
    ["Србија", "Serbia"],
    ["Srbija", "Serbia"],
    ["Северна Македонија", "North Macedonia"],
    ["България", "Bulgaria"],
    ["ประเทศไทย", "Thailand"],
    ["ไทย", "Thailand"],
    ["កម្ពុជា", "Cambodia"],
    ["ລາວ", "Lao People's Democratic Republic"],
    ["မြန်မာ", "Myanmar"],
    ["Viet Nam", "Viet Nam"],
    ["Vietnam", "Viet Nam"],
    ["Việt Nam", "Viet Nam"],
    ["turkiye", "Türkiye"],
    ["cote divoire", "Côte d'Ivoire"],
    ["Ivory Coast", "Côte d'Ivoire"],
    ["turkey", "Türkiye"],
    ["RDC", "Democratic Republic of the Congo"],
    ["Birmanie", "Myanmar"],
  ])("%s", async (typed, name) => {
    const countries = (await search(typed)).groups.find(({ kind }) => kind === "countries");
    expect(countries?.items.map(({ title }) => title)).toContain(name);
  });
});

describe("an organisation is found", () => {
  test.each([
    ["by its name without accents", "Asociatia Pro Democratia", "Pro Democra"],
    ["by its acronym", "ANEEJ", "Africa Network for Environment and Economic Justice"],
    [
      "by its local name in the other script",
      "Makedonski centar za megunarodna sorabotka",
      "Macedonian Center for International Cooperation",
    ],
    [
      "by its local name as the passport writes it",
      "Makedonski centar megjunarodna",
      "Macedonian Center for International Cooperation",
    ],
    ["by its Thai name", "ต้องแฉ", "Must Share"],
    ["by its Vietnamese name without accents", "Huong toi Minh bach", "Towards Transparency"],
    ["in spite of a typo", "Transparncy Maroc", "Transparency Maroc"],
  ])("%s: %s", async (_how, typed, name) => {
    const found = await search(typed, "&kind=organisations&limit=100");
    expect(found.groups[0]?.items.map(({ title }) => title).some((title) => title.includes(name))).toBe(true);
  });

  test("by its subject in every language of the platform", async () => {
    const totals = await Promise.all(
      ["asset recovery", "recouvrement d’avoirs", "استرداد الموجودات"].map(
        async (words) => (await search(words, "&kind=organisations")).groups[0]?.total,
      ),
    );
    expect(totals[0]).toBeGreaterThan(0);
    expect(totals[1]).toBeGreaterThan(0);
    expect(totals[2]).toBeGreaterThan(0);
  });
});

test("the whole name comes before names that hold it", async () => {
  expect((await titles("Kenya", "&kind=countries"))[0]).toBe("Kenya");
  expect((await titles("Transparency Maroc", "&kind=organisations"))[0]).toBe("Transparency Maroc");
});

test("a misspelt search says what was probably meant, as people write it", async () => {
  const reply = await search("asset recovry nigria");
  expect(reply.corrected).toBe("asset recovery nigeria");
  expect(reply.groups.length).toBeGreaterThan(0);
  const page = await app.page("/en/africa/search?q=asset+recovry+nigria");
  expect(page.text("main")).toContain("Did you mean: asset recovery nigeria");
  expect(page.links("main p a")).toContain("/en/africa/search?q=asset+recovery+nigeria");
});

test("where no record has all words, those that have some are shown and this is said", async () => {
  const reply = await search("beneficial ownership zanzibar kampala lusaka", "&region=africa");
  expect(reply.allWords).toBe(false);
  expect(reply.groups.length).toBeGreaterThan(0);
});

test("hits stand by kind, with their number, and what matched is marked", async () => {
  const page = await app.page("/fr/africa/search?q=r%C3%A9seau");
  expect(page.status).toBe(200);
  expect(page.texts("main h2").every((heading) => /\(\d+ résultats?\)/.test(heading))).toBe(true);
  expect(page.texts("mark").every((word) => /^r[ée]seau/i.test(word))).toBe(true);
  expect(page.texts("mark").length).toBeGreaterThan(0);
});

test("one kind can be read to its end, each hit once", async () => {
  const seen: string[] = [];
  let after = "";
  let total = 0;
  do {
    const [group] = (await search("corruption", `&kind=organisations&region=africa&limit=30${after}`)).groups;
    seen.push(...(group?.items.map(({ path }) => path) ?? []));
    total = group?.total ?? 0;
    after = group?.next ? `&after=${group.next}` : "";
  } while (after !== "");
  expect(total).toBeGreaterThan(60);
  expect(seen.length).toBe(total);
  expect(new Set(seen).size).toBe(total);
});

test("every hit leads to a page that is there", async () => {
  const reply = await search("transparency");
  for (const { path, kind } of reply.groups.flatMap(({ items }) => items)) {
    const page = await app.page(`/en/${path.split("#")[0]}`);
    expect(page.status, path).toBe(200);
    if (kind === "resources")
      expect(page.document.getElementById(path.split("#")[1] ?? ""), path).not.toBeNull();
  }
});

test("a search stays in its region, and tells where else there are hits", async () => {
  const page = await app.page("/en/south-east-asia/search?q=Kenya+Human+Rights+Commission");
  expect(page.links("main p a")).toContain("/en/africa/search?q=Kenya+Human+Rights+Commission");
  const paths = (await search("kenya", "&region=south-east-asia")).groups.flatMap(({ items }) => items);
  expect(paths.every(({ path }) => path.startsWith("south-east-asia/"))).toBe(true);
});

test("an empty search helps instead of failing, and a fruitless one shows ways on", async () => {
  const empty = await app.page("/en/africa/search");
  expect(empty.status).toBe(200);
  expect(empty.text("main")).toContain("For example:");
  const none = await app.page("/en/africa/search?q=qqqqqqqq");
  expect(none.text("main")).toContain("Nothing was found for these words.");
  expect(none.links("main .empty a")).toContain("/en/africa/countries");
});

test("pages of searches are not for search engines", async () => {
  const robots = (html: string) => /<meta name="robots" content="noindex">/.test(html);
  expect(robots((await app.page("/en/africa/search?q=kenya")).html)).toBe(true);
  expect(robots((await app.page("/en/africa/search")).html)).toBe(false);
});

test.each([
  "%",
  "_",
  "'",
  '"',
  "\\",
  ":*",
  "a:* & !b | (c",
  "' OR 1=1 --",
  "\0kenya",
  "\ud800",
  "x".repeat(10_000),
  "<b>",
])("%j is only text", async (typed) => {
  const q = encodeURIComponent(typed.toWellFormed());
  expect((await app.get(`/api/v1/search?q=${q}`)).status).toBe(200);
  expect((await app.get(`/en/africa/search?q=${q}`)).status).toBe(200);
  expect((await app.get(`/api/v1/regions/africa/organisations?q=${q}`)).status).toBe(200);
});

test("signs alone find nothing, rather than everything", async () => {
  expect((await search("%")).groups).toEqual([]);
  expect((await search("___")).groups).toEqual([]);
});

test("a kind or a cursor that does not exist is refused by name", async () => {
  const kind = await app.json<{ problems: { parameter: string }[] }>("/api/v1/search?q=kenya&kind=people");
  expect([kind.status, kind.body.problems[0]?.parameter]).toEqual([400, "kind"]);
  const after = await app.json<{ problems: { parameter: string }[] }>(
    "/api/v1/search?q=kenya&kind=news&after=zz",
  );
  expect([after.status, after.body.problems[0]?.parameter]).toEqual([400, "after"]);
  expect((await app.get("/api/v1/search?q=kenya&region=atlantis")).status).toBe(400);
});
