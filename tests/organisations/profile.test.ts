/** What a visitor may rely on in an organisation's profile. */
import type { Organisation } from "shared/organisations/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const profile = (slug: string, region = "africa", language = "en") =>
  app.page(`/${language}/${region}/organisations/${slug}`);

test("a profile that nobody has claimed says so", async () => {
  const page = await profile("aneej");
  expect(page.text("main")).toContain("Listed, not yet claimed");
  expect(page.text("main")).toContain("The organisation itself has not confirmed it.");
});

test("activities stand as a timeline, dates no more exact than their source", async () => {
  const page = await profile("mcic-north-macedonia", "south-east-europe");
  expect(page.texts("h3")).toEqual(["Current", "Past"]);
  const times = [...page.document.querySelectorAll(".activities time")].map((time) => [
    time.getAttribute("datetime"),
    time.textContent,
  ]);
  expect(times).toEqual([
    ["2023-04-03", "since 3 April 2023"],
    ["2022-04", "April 2022"],
    ["2019-05", "May 2019"],
  ]);
});

test("what is not known is said", async () => {
  const page = await profile("mcic-north-macedonia", "south-east-europe");
  const values = page.texts("dl.facts dd").map((text) => text.replace(" Is this wrong?", ""));
  const facts = Object.fromEntries(page.texts("dl.facts dt").map((name, place) => [name, values[place]]));
  expect(facts).toMatchObject({
    Founded: "unknown",
    "Working languages": "not stated",
    "UNCAC Coalition member": "unknown",
  });
});

test("its sources are one step away, with how they are known", async () => {
  const page = await profile("mcic-north-macedonia", "south-east-europe");
  expect(page.text("details.source")).toContain("Read on the cited page.");
  expect(page.links("details.source a").length).toBe(3);
});

test("it leads to organisations near in subject and place, and to its news", async () => {
  const page = await profile("mcic-north-macedonia", "south-east-europe");
  const near = page.links("main .plain a").filter((link) => link.includes("/organisations/"));
  expect(near.length).toBeGreaterThan(2);
  expect(near.every((link) => link.startsWith("/en/south-east-europe/organisations/"))).toBe(true);
  expect(page.links("main .plain a").some((link) => link.includes("/news/"))).toBe(true);
});

test("it is described to machines as a non-governmental organisation", async () => {
  const page = await profile("mcic-north-macedonia", "south-east-europe");
  const data = JSON.parse(
    page.document.querySelector('script[type="application/ld+json"]')?.textContent ?? "{}",
  );
  expect(data["@type"]).toBe("NGO");
  expect(data.alternateName).toContain("MCIC");
  expect(data.address).toEqual({ "@type": "PostalAddress", addressLocality: "Skopje", addressCountry: "MK" });
});

test("in Arabic the names keep their own direction", async () => {
  const page = await profile("mcic-north-macedonia", "south-east-europe", "ar");
  expect(page.document.documentElement.getAttribute("dir")).toBe("rtl");
  expect(page.document.querySelector("h1 bdi")?.textContent).toBe(
    "Macedonian Center for International Cooperation",
  );
  expect(page.document.querySelector(".lead [lang=en]")?.getAttribute("dir")).toBe("ltr");
});

test("another region's address leads to its own, on pages and in JSON", async () => {
  const page = await app.get("/fr/africa/organisations/mcic-north-macedonia");
  expect([page.status, page.headers.location]).toEqual([
    308,
    "/fr/south-east-europe/organisations/mcic-north-macedonia",
  ]);
  const json = await app.get("/api/v1/regions/africa/organisations/mcic-north-macedonia");
  expect([json.status, json.headers.location]).toEqual([
    308,
    "/api/v1/regions/south-east-europe/organisations/mcic-north-macedonia",
  ]);
  expect((await app.get("/en/africa/organisations/nobody-at-all")).status).toBe(404);
});

test("an organisation on the list is the same object as on its own address", async () => {
  const { body } = await app.json<{ items: Organisation[] }>("/api/v1/regions/africa/organisations?limit=3");
  for (const item of body.items) {
    const own = await app.json<Organisation>(`/api/v1/regions/africa/organisations/${item.slug}`);
    expect(own.body).toEqual(item);
  }
});

describe("what people change", () => {
  let own: TestApp;
  /** What was kept of before is gone once the change is heard of. */
  const change = async (statement: string) => {
    const result = await own.app.db.pool.query(statement);
    const { generation } = own.app.cache;
    await own.app.db.pool.query("notify changes");
    if (result.command === "UPDATE")
      await expect.poll(() => own.app.cache.generation).toBeGreaterThan(generation);
    return result;
  };
  beforeAll(async () => {
    own = await testApp({ freshDatabase: true });
  });
  afterAll(() => own.close());

  test("contact details that are not public are nowhere to be seen", async () => {
    await change(`update organisations set email = 'office@example.org', phone = '+254 1', website = 'https://hidden.example.org',
      visibility = '{"email":"members","phone":"hidden","website":"members"}' where slug = 'aneej'`);
    const { text } = await own.get("/api/v1/regions/africa/organisations/aneej");
    expect(JSON.parse(text)).toMatchObject({
      email: null,
      phone: null,
      website: null,
      websiteVerified: null,
    });
    const page = await own.get("/en/africa/organisations/aneej");
    for (const reply of [text, page.text]) expect(reply).not.toMatch(/example\.org|\+254 1/);
  });

  test("a renamed organisation is found at its old address", async () => {
    await change(
      `update organisations set slug = 'ti-kenya' where slug = 'transparency-international-kenya'`,
    );
    await change(
      `insert into old_slugs (kind, old_slug, slug) values ('organisation', 'transparency-international-kenya', 'ti-kenya')`,
    );
    const reply = await own.get("/ar/africa/organisations/transparency-international-kenya?saver=1");
    expect([reply.status, reply.headers.location]).toEqual([
      308,
      "/ar/africa/organisations/ti-kenya?saver=1",
    ]);
  });

  test("a hidden organisation appears nowhere and is counted nowhere", async () => {
    const total = async (query: string) =>
      (await own.json<{ total: number }>(`/api/v1/regions/africa/organisations${query}`)).body.total;
    const before = await total("?country=UG");
    const bySubject = await total("?specialization=anti-corruption-bodies");
    const { rows } =
      await change(`update organisations set status = 'hidden' where slug = 'anti-corruption-coalition-uganda'
      returning specializations`);
    expect(await total("?country=UG")).toBe(before - 1);
    const had = rows[0].specializations.includes("anti-corruption-bodies") ? 1 : 0;
    expect(await total("?specialization=anti-corruption-bodies")).toBe(bySubject - had);
    for (const path of [
      "/en/africa/organisations?country=UG",
      "/en/africa/organisations?q=anti-corruption+coalition+uganda",
      "/en/africa/search?q=anti-corruption+coalition+uganda",
      "/api/v1/search?q=ACCU",
    ]) {
      expect((await own.get(path)).text, path).not.toContain(
        "organisations/anti-corruption-coalition-uganda",
      );
    }
    expect((await own.get("/en/africa/organisations/anti-corruption-coalition-uganda")).status).toBe(404);
  });

  test("counts and facets stay true through every kind of change", async () => {
    await change(`update organisations set specializations = '{gender,asset-recovery}', languages = '{fr,en}', iso2 = 'TZ',
      uncac_coalition_member = false where slug = 'aneej'`);
    await change(`update organisations set name = 'ZZ ' || name where iso2 = 'GH'`);
    await change(`update organisations set status = 'claimed' where status = 'hidden'`);
    await change(`delete from organisations where iso2 = 'ZA'`);
    await change(`update organisations set phone = '1' where iso2 = 'NG'`);
    const differences = await change(`
      with truth as (select (facet_rows(o)).* from organisations as o)
      (select * from truth except all select * from organisation_facets)
      union all (select * from organisation_facets except all select * from truth)`);
    expect(differences.rows).toEqual([]);
    const counts = await change(`
      select k.* from organisation_counts as k where k.specialization = '*' and k.language = '*' and k.iso2 <> '*' and k.member <> '*'
        and k.count <> (select count(*) from organisations as o where o.iso2 = k.iso2 and o.region = k.region and o.status <> 'hidden'
          and 'member:' || k.member = any(facets_of(o)))`);
    expect(counts.rows).toEqual([]);
  });
});
