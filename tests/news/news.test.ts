/** What a visitor may rely on in the news of a region. */
import type { Article } from "shared/news/contract.ts";
import type { List } from "shared/page.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const news = (query = "", region = "africa") =>
  app.json<List<Article>>(`/api/v1/regions/${region}/news${query}`);

async function everything(query: string): Promise<Article[]> {
  const items: Article[] = [];
  let after = "";
  for (;;) {
    const { body } = await news(`?limit=7${query}${after}`);
    items.push(...body.items);
    if (body.next === null) return items;
    after = `&after=${body.next}`;
  }
}

test("reading on shows every item once, newest first and those without any date last", async () => {
  const items = await everything("");
  const { body } = await news("?limit=1");
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(items.length).toBe(body.total);
  const dates = items.map((item) => item.publishedOn ?? item.asOf ?? "");
  const days = dates.map((date) => (date === "" ? "" : `${date}-01-01`.slice(0, 10)));
  expect(days).toEqual(days.toSorted().reverse());
});

test("news that name no date of publication are called undated, and can be asked for alone", async () => {
  const undated = await everything("&year=undated");
  expect(undated.length).toBeGreaterThan(0);
  expect(undated.every((item) => item.publishedOn === null)).toBe(true);
  const page = await app.page("/en/africa/news?year=undated");
  expect(page.text("main .plain li:first-child .muted")).toMatch(/^undated ·/);
});

test("the counts beside the filters are what the filters find, under the others that are set", async () => {
  const page = await app.page("/en/africa/news?language=en");
  const counts = page.texts(".filters label").map((label) => /^(.*) (\d+)$/.exec(label));
  const kenya = counts.find((match) => match?.[1] === "Kenya")?.[2];
  const { body } = await news("?language=en&country=ke&limit=100");
  expect(Number(kenya)).toBe(body.total);
  expect(body.items.every((item) => item.countries.includes("KE") && item.language === "en")).toBe(true);
});

test("several values of one filter mean any of them, and each can be taken back", async () => {
  const { body } = await news("?country=KE&country=NG&limit=100");
  expect(body.items.every(({ countries }) => countries.includes("KE") || countries.includes("NG"))).toBe(
    true,
  );
  const page = await app.page("/en/africa/news?country=KE&country=NG");
  expect(page.links(".chosen li a")).toEqual(["/en/africa/news?country=NG", "/en/africa/news?country=KE"]);
});

test("a filter that nothing matches gives an empty list and a way back", async () => {
  const page = await app.page("/fr/africa/news?country=ZZ&language=xx");
  expect(page.status).toBe(200);
  expect(page.links(".empty a")).toEqual(["/fr/africa/news"]);
});

test("a cursor that is none is refused in JSON by name, and left out of the page with a note", async () => {
  for (const after of ["zzz", "W251bGwsIngiXQ", "WyIwMDAwLTAxLTAxIiwxXQ", "WyIyMDI0LTAyLTMxIiwxXQ"]) {
    const { status, body } = await app.json<{ problems: { parameter: string }[] }>(
      `/api/v1/regions/africa/news?after=${after}`,
    );
    expect([status, body.problems.map(({ parameter }) => parameter)]).toEqual([400, ["after"]]);
    const page = await app.page(`/en/africa/news?after=${after}`);
    expect(page.text(".notice")).toContain("after");
    expect(page.texts("main .plain li").length).toBe(20);
  }
});

test("a CSO is linked only where one profile has exactly that name; others stay text", async () => {
  const page = await app.page(
    "/en/africa/news/ce-que-le-forum-civil-exige-de-l-etat-sur-les-8-milliards-destines",
  );
  expect(page.links("main dl a")).toContain("/en/africa/organisations/forum-civil-senegal");
  const other = await app.page("/en/africa/news/pressafrik-ipc-2025");
  expect(other.text("main dl")).toContain("Transparency International");
  expect(other.links("main dl a").filter((href) => href.includes("/organisations/"))).toEqual([]);
});

test("a hidden profile is not linked, and two of one name are not guessed between", async () => {
  const own = await testApp({ freshDatabase: true });
  try {
    const slug =
      "/api/v1/regions/africa/news/ce-que-le-forum-civil-exige-de-l-etat-sur-les-8-milliards-destines";
    const linked = async () => (await own.json<Article>(slug)).body.organisations.map((one) => one.slug);
    await own.app.db.pool.query("update organisations set name_local = 'Forum Civil' where slug = 'aneej'");
    own.app.cache.changed(["organisations"]);
    expect(await linked()).toEqual([null]);
    await own.app.db.pool.query("update organisations set status = 'hidden' where slug = 'aneej'");
    own.app.cache.changed(["organisations"]);
    expect(await linked()).toEqual(["forum-civil-senegal"]);
    await own.app.db.pool.query("update articles set organisations = organisations || '{aneej}'::text[]");
    own.app.cache.changed(["news"]);
    expect(await linked(), "a hidden one's slug").toEqual(["forum-civil-senegal"]);
  } finally {
    await own.close();
  }
});

test("an item under another region's address answers 308 to its own, as does an old slug, and no slug 404", async () => {
  const own = await testApp({ freshDatabase: true });
  try {
    await own.app.db.pool.query(
      "insert into old_slugs (kind, old_slug, slug) values ('article', 'was-so', 'pressafrik-ipc-2025')",
    );
    const to = async (path: string) => {
      const { status, headers } = await own.get(path);
      return [status, headers.location];
    };
    const moved = [308, "/fr/africa/news/pressafrik-ipc-2025"];
    expect(await to("/fr/south-east-asia/news/pressafrik-ipc-2025")).toEqual(moved);
    expect(await to("/fr/africa/news/was-so")).toEqual(moved);
    expect(await to("/fr/africa/news/was-so?saver=1")).toEqual([308, `${moved[1]}?saver=1`]);
    expect((await to("/api/v1/regions/south-east-asia/news/was-so"))[1]).toBe(
      "/api/v1/regions/africa/news/pressafrik-ipc-2025",
    );
    expect((await to("/fr/africa/news/never-was"))[0]).toBe(404);
  } finally {
    await own.close();
  }
});

test("the linked data says that our summary is based on the source, and does not pass for it", async () => {
  const page = await app.page("/en/africa/news/pressafrik-ipc-2025");
  const data = JSON.parse(
    page.document.querySelector('script[type="application/ld+json"]')?.textContent ?? "",
  );
  expect(data["@type"]).toBe("CreativeWork");
  expect(data).not.toHaveProperty("author");
  expect(data.isBasedOn.publisher.name).toBe("PressAfrik");
});

test("a title that describes the page is said to be ours", async () => {
  const items = await everything("");
  const ours = items.find((item) => item.titleBasis === "descriptive");
  const page = await app.page(`/en/africa/news/${ours?.slug}`);
  expect(page.text("main")).toContain("The title is ours");
});

test("with REGION other regions' countries and profiles are named without a link", async () => {
  const one = await testApp({ settings: { REGION: "africa" } });
  try {
    const items = await everything("&country=ID");
    for (const { slug } of items) {
      const page = await one.page(`/en/africa/news/${slug}`);
      expect(page.links("main a").filter((href) => href.startsWith("/en/south-east"))).toEqual([]);
    }
    for (const path of ["/api/v1/regions/africa/news?limit=100", "/data/news.json"]) {
      const { body } = await one.json<List<Article>>(path);
      const regions = new Set(body.items.flatMap((item) => item.organisations.map(({ region }) => region)));
      expect(regions, path).toEqual(new Set(["africa", null]));
    }
  } finally {
    await one.close();
  }
});
