/** What a visitor may rely on in the directory. */
import type { Organisation } from "shared/organisations/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const ask = async (query = "", region = "africa") =>
  (await app.json<List<Organisation>>(`/api/v1/regions/${region}/organisations${query}`)).body;

async function everything(query = "", region = "africa"): Promise<Organisation[]> {
  const items: Organisation[] = [];
  let after = "";
  for (;;) {
    const part = await ask(`?limit=9${query}${after}`, region);
    items.push(...part.items);
    if (part.next === null) return items;
    after = `&after=${part.next}`;
  }
}

const slugs = (organisations: Organisation[]) => organisations.map(({ slug }) => slug).toSorted();

test("reading on shows every organisation once, by name as people sort them", async () => {
  const items = await everything();
  expect(items.length).toBe((await ask()).total);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const names = items.map(({ name }) => name);
  expect(names).toEqual(names.toSorted(new Intl.Collator("und").compare));
});

describe("filters narrow to exactly the organisations that fit", () => {
  type Fits = (organisation: Organisation) => boolean;
  const cases: [string, Fits][] = [
    ["&country=KE", ({ iso2 }) => iso2 === "KE"],
    ["&country=ke&country=ng", ({ iso2 }) => iso2 === "KE" || iso2 === "NG"],
    ["&specialization=gender", ({ specializations }) => specializations.includes("gender")],
    [
      "&specialization=gender&specialization=asset-recovery",
      ({ specializations }) =>
        specializations.includes("gender") || specializations.includes("asset-recovery"),
    ],
    ["&member=yes", ({ uncacCoalitionMember }) => uncacCoalitionMember === true],
    ["&member=yes&member=not-stated", ({ uncacCoalitionMember }) => uncacCoalitionMember !== false],
    ["&language=not-stated", ({ languages }) => languages.length === 0],
    [
      "&country=ng&specialization=public-procurement",
      ({ iso2, specializations }) => iso2 === "NG" && specializations.includes("public-procurement"),
    ],
    [
      "&specialization=public-procurement&member=not-stated&language=not-stated",
      ({ specializations, uncacCoalitionMember, languages }) =>
        specializations.includes("public-procurement") &&
        uncacCoalitionMember === null &&
        languages.length === 0,
    ],
    [
      "&specialization=public-procurement&specialization=gender&member=not-stated&country=ng&country=ke&country=gh",
      ({ iso2, specializations, uncacCoalitionMember }) =>
        ["NG", "KE", "GH"].includes(iso2) &&
        uncacCoalitionMember === null &&
        (specializations.includes("public-procurement") || specializations.includes("gender")),
    ],
  ];
  test.each(cases)("%s", async (query, fits) => {
    const expected = (await everything()).filter(fits);
    const found = await everything(query);
    expect(slugs(found)).toEqual(slugs(expected));
    expect((await ask(`?${query.slice(1)}`)).total).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });
});

test("a country of another region finds nothing here", async () => {
  expect((await ask("?country=RS")).total).toBe(0);
  expect((await ask("?specialization=gender&country=RS")).total).toBe(0);
});

test("a search narrows together with filters", async () => {
  const all = await ask("?q=transparency&limit=100");
  const here = await ask("?q=transparency&country=ng&limit=100");
  expect(here.total).toBeGreaterThan(0);
  expect(slugs(here.items)).toEqual(slugs(all.items.filter(({ iso2 }) => iso2 === "NG")));
});

test("a search can be read on by relevance and by name, each hit once", async () => {
  for (const sort of ["relevance", "name"]) {
    const items = await everything(`&q=corruption&sort=${sort}`);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.length).toBe((await ask("?q=corruption")).total);
  }
  const byName = (await everything("&q=corruption&sort=name")).map(({ name }) => name);
  expect(byName).toEqual(byName.toSorted(new Intl.Collator("und").compare));
});

test("each count beside a facet is what that facet finds, under the others that are set", async () => {
  for (const query of [
    "",
    "country=ng&",
    "specialization=public-procurement&",
    "q=transparency&",
    "specialization=gender&specialization=public-procurement&",
  ]) {
    const page = await app.page(`/en/africa/organisations?${query}`);
    for (const [name, value] of [
      ["country", "GH"],
      ["specialization", "public-procurement"],
      ["member", "not-stated"],
    ]) {
      const input = page.document.querySelector(`.filters input[name="${name}"][value="${value}"]`);
      const count = Number(/(\d+)$/.exec(input?.closest("label")?.textContent?.trim() ?? "0")?.[1] ?? 0);
      const others = new URLSearchParams(query);
      others.delete(name ?? "");
      others.append(name ?? "", value ?? "");
      expect(count, `${query} ${name}=${value}`).toBe((await ask(`?${others}`)).total);
    }
  }
});

test("facets are named in the reader's language, specialisations with their articles of the Convention", async () => {
  const page = await app.page("/fr/africa/organisations");
  expect(
    page.texts(".filters label").some((label) => label.startsWith("Recouvrement d’avoirs (art. 51–57)")),
  ).toBe(true);
  expect(page.texts(".filters summary")[0]).toContain("Pays");
});

test("each filter that is set can be taken away alone", async () => {
  const page = await app.page("/en/africa/organisations?country=KE&country=NG&specialization=gender&q=women");
  const ways = page.links(".chosen li a");
  expect(ways).toContain("/en/africa/organisations?country=KE&country=NG&specialization=gender");
  expect(ways).toHaveLength(4);
});

test("cards say what an organisation does", async () => {
  const page = await app.page("/en/africa/organisations?country=KE");
  const [card] = page.texts(".organisations > li");
  expect(card).toMatch(
    /^Africa Centre for Open Governance\s*AfriCOG · Kenya · Nairobi\s*AfriCOG is an independent/,
  );
  expect(card).toContain("Member of the UNCAC Coalition");
});

test("an empty list helps on", async () => {
  const page = await app.page("/en/africa/organisations?country=KE&specialization=gender&member=no");
  expect(page.text(".empty")).toContain("Take a filter away");
  expect(page.links(".empty a")).toEqual(["/en/africa/organisations"]);
});

test("a misspelt search says what was probably meant and keeps the filters", async () => {
  const page = await app.page("/en/africa/organisations?q=transparncy&country=NG");
  expect(page.text("main")).toContain("Did you mean: transparency");
  expect(page.links("main p a")).toContain("/en/africa/organisations?q=transparency&country=NG");
});

test("parameters that do not fit are named in JSON, and left out with a note on the page", async () => {
  for (const [query, parameter] of [
    ["member=maybe", "member"],
    ["limit=0", "limit"],
    ["after=zzz", "after"],
    ["country=K", "country"],
  ]) {
    const reply = await app.json<{ problems: { parameter: string }[] }>(
      `/api/v1/regions/africa/organisations?${query}`,
    );
    expect([reply.status, reply.body.problems[0]?.parameter]).toEqual([400, parameter]);
    const page = await app.page(`/en/africa/organisations?${query}`);
    expect(page.status).toBe(200);
    expect(page.text(".notice")).toContain(`“${parameter}”`);
  }
});
