/** What a visitor may rely on: one country's page, its address, and that it is never older than a change. */
import type { Country } from "shared/countries/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

describe("its address", () => {
  test.each([
    ["/en/africa/countries/TN", "/en/africa/countries/tn"],
    ["/fr/south-east-asia/countries/tn?saver=1", "/fr/africa/countries/tn?saver=1"],
    ["/api/v1/regions/africa/countries/XK", "/api/v1/regions/south-east-europe/countries/xk"],
  ])("%s leads to %s", async (asked, own) => {
    const { status, headers } = await app.get(asked);
    expect([status, headers.location]).toEqual([308, own]);
  });

  test.each(["/en/africa/countries/fr", "/en/africa/countries/zzz", "/api/v1/regions/africa/countries/fr"])(
    "%s has nothing",
    async (asked) => {
      expect((await app.get(asked)).status).toBe(404);
    },
  );

  test("a country of a region that is not served is not there", async () => {
    const one = await testApp({ settings: { REGION: "africa" } });
    try {
      expect((await one.get("/en/africa/countries/xk")).status).toBe(404);
    } finally {
      await one.close();
    }
  });
});

describe("the page", () => {
  test("tells of both cycles and the second phase, step by step", async () => {
    const page = await app.page("/en/africa/countries/tn");
    expect(page.texts(".cycle h3").map((heading) => heading.split(/ (?=completed|not started)/)[0])).toEqual([
      "First review cycle",
      "Second review cycle",
      "Second review phase",
    ]);
    expect(page.texts(".timeline").length).toBe(2);
    expect(page.texts(".cycle").at(-1)).toContain("2027");
    expect(page.text("main")).toContain("Rwanda");
  });

  test("links reviewers that have a page here", async () => {
    const page = await app.page("/ar/africa/countries/tn");
    expect(page.links(".cycle a")).toContain("/ar/africa/countries/rw");
  });

  test("shows a parallel report once that is recorded twice", async () => {
    const { body } = await app.json<Country>("/api/v1/regions/africa/countries/tn");
    const [report] = body.parallelReports;
    const page = await app.page("/en/africa/countries/tn");
    const links = page.links("main a").filter((href) => href === report?.url);
    // Its title, and its source.
    expect(links).toHaveLength(report?.source === report?.url ? 2 : 1);
  });

  test("says that a fact from a public record is to be confirmed", async () => {
    expect((await app.page("/en/africa/countries/tn")).text("main details")).toContain("to be confirmed");
  });

  test.each(["/en/south-east-europe/countries/xk", "/en/africa/countries/er"])(
    "%s is not under review",
    async (path) => {
      const page = await app.page(path);
      expect(page.text(".notice")).toContain("Not under review");
      expect(page.document.querySelector(".timeline")).toBeNull();
    },
  );

  test("lists who works there, and leads to the directory of that country", async () => {
    const page = await app.page("/en/africa/countries/ng");
    expect(page.links("main a")).toContain("/en/africa/organisations?country=ng");
    expect(page.texts(".cards .card").length).toBe(10);
  });
});

test("a change of a review is on the country's page, the list and the data soon after", async () => {
  const own = await testApp({ freshDatabase: true });
  try {
    const paths = ["/en/africa/countries/tn", "/en/africa/countries", "/api/v1/regions/africa/countries/tn"];
    const before = await Promise.all(paths.map((path) => own.get(path)));
    await own.app.db.pool.query(
      "update reviews set status = 'ongoing', as_of = '2026-02' where iso2 = 'TN' and cycle = 2",
    );
    await own.app.db.pool.query("notify changes");
    await expect
      .poll(
        async () => (await own.json<Country>("/api/v1/regions/africa/countries/tn")).body.reviews[1]?.status,
        {
          timeout: 5000,
        },
      )
      .toBe("ongoing");
    const after = await Promise.all(paths.map((path) => own.get(path)));
    expect(after.map(({ headers }, index) => headers.etag !== before[index]?.headers.etag)).toEqual([
      true,
      true,
      true,
    ]);
  } finally {
    await own.close();
  }
});

test("an event is among the next ones until it is over", async () => {
  const own = await testApp({ freshDatabase: true, now: "2026-11-21T10:00:00Z" });
  try {
    await own.app.db.pool.query(`insert into events (slug, title, regions, countries, kind, starts_on, starts_at, ends_at,
      time_zone, organiser, summary, source) values ('a-briefing', 'A briefing', '{africa}', '{TN}', 'briefing',
      '2026-11-21', '2026-11-21T09:00Z', '2026-11-21T11:00Z', 'Africa/Tunis', 'O', 'S', 'https://example.org')`);
    await own.app.db.pool.query("notify changes");
    const next = async () => {
      const page = await own.page("/en/africa/countries/tn");
      const list = page.document.querySelector('a[href$="/events/a-briefing"]')?.closest("ul");
      return list?.previousElementSibling?.textContent;
    };
    await expect.poll(next, { timeout: 5000 }).toBe("Next");
    own.app.now = () => new Date("2026-11-21T11:00:01Z");
    own.app.cache.changed(["events"]);
    expect(await next()).toBe("Past");
  } finally {
    await own.close();
  }
});
