/** What a reader may rely on: every change of a country's facts is told, with its source, on the page and in the feed. */
import { changeCountryFact } from "db/countries/changes.ts";
import type { CountryFactChange } from "db/countries/writing.ts";
import { transaction } from "db/transaction.ts";
import type { Country } from "shared/countries/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAtom } from "../feeds/atom.ts";
import { type TestApp, testApp } from "../setup/app.ts";

const SOURCE = "https://www.unodc.org/corruption/country-profile.html";
const HISTORY = "africa/countries/tn/history";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, settings: { PUBLIC_URL: "https://example.org" } });
});
afterAll(() => app.close());

/** As a curator would, who looks at the record as it stands. */
async function change(wanted: Partial<CountryFactChange>): Promise<void> {
  const changed = { kind: "review" as const, ref: "TN/2", field: "status", value: "completed", ...wanted };
  const version = wanted.version ?? (await versionOf(changed));
  await transaction(app.app.db, (tx) =>
    changeCountryFact(tx, {
      source: SOURCE,
      asOf: "2026-11",
      credit: null,
      personId: null,
      actedAs: "curator",
      ...changed,
      version,
    }),
  );
}

async function versionOf({ kind, ref }: Pick<CountryFactChange, "kind" | "ref">): Promise<number> {
  const queries = {
    country: "select version from countries where iso2 = $1",
    review: "select version from reviews where iso2 || '/' || cycle = $1",
    "review-document": "select version from review_documents where id = $1",
  };
  const { rows } = await app.app.db.pool.query(queries[kind], [ref]);
  return rows[0]?.version ?? 0;
}

const tunisia = async () => (await app.json<Country>("/api/v1/regions/africa/countries/tn")).body;
const reviewNow = async () => (await tunisia()).reviews.find(({ cycle }) => cycle === 2);

/** Changes reach every page soon after their commit. */
const soon = { timeout: 10_000, interval: 50 };

describe("the history of a country", () => {
  test("says that nothing changed yet, and is linked from the country's page", async () => {
    expect((await app.page(`/en/${HISTORY}`)).text(".empty")).toContain("Nothing has changed");
    expect((await app.page("/fr/africa/countries/tn")).links("main a")).toContain(`/fr/${HISTORY}`);
  });

  test("tells of a review: from what, to what, by a curator, from which source, thanks to whom", async () => {
    const before = await reviewNow();
    await change({ field: "status", value: "ongoing", credit: "A. Reader" });
    await expect.poll(async () => (await reviewNow())?.status, soon).toBe("ongoing");
    const page = await app.page(`/en/${HISTORY}`);
    const entry = page.text("main ol.plain > li");
    expect(entry).toContain("Second review cycle");
    expect(entry).toContain("Changed by a curator.");
    expect(entry).toContain("Thanks to A. Reader.");
    expect(page.text("main del")).toContain(before?.status.replace("-", " "));
    expect(page.text("main ins")).toContain("ongoing");
    expect(page.links("main .source a")).toEqual([SOURCE]);
  });

  test.each([
    ["fr", "Deuxième cycle d’examen", "en cours"],
    ["ar", "دورة الاستعراض الثانية", "جار حاليا"],
  ])("tells it in %s", async (language, record, status) => {
    const entry = (await app.page(`/${language}/${HISTORY}`)).text("main ol.plain > li");
    expect(entry).toContain(record);
    expect(entry).toContain(status);
  });

  test("keeps the sources that a fact had before", async () => {
    const review = await reviewNow();
    expect(review?.source).toBe(SOURCE);
    expect(review?.asOf).toBe("2026-11");
    expect(review?.verified).toBe("page");
    expect(review?.moreSources.length).toBeGreaterThan(0);
    expect(review?.moreSources).not.toContain(SOURCE);
  });

  test("a record that changed since it was seen is not written over", async () => {
    await expect(change({ version: 1, value: "completed" })).rejects.toMatchObject({ code: "stale" });
    expect((await reviewNow())?.status).toBe("ongoing");
  });

  test("tells of the Convention, of documents that came, changed and went", async () => {
    await change({ kind: "country", ref: "TN", field: "signedOn", value: "2004-03-30" });
    const document = { kind: "self-assessment", title: "Our answers", url: "https://example.org/a.pdf" };
    await change({ field: "documents", value: { ...document, language: "fr", publishedOn: "2026" } });
    const { rows } = await app.app.db.pool.query("select max(id)::int as id from review_documents");
    const ref = String(rows[0].id);
    await change({ kind: "review-document", ref, field: "publishedOn", value: "2025-02" });
    await change({ kind: "review-document", ref, field: "removal", value: true });
    await expect
      .poll(async () => (await app.page(`/en/${HISTORY}`)).texts("main ol.plain > li h2"), soon)
      .toEqual([
        "Second review cycle",
        "Second review cycle",
        "Second review cycle",
        "The Convention",
        "Second review cycle",
      ]);
    const [removed, dated, added] = (await app.page(`/en/${HISTORY}`)).texts("main ol.plain > li");
    expect(added).toContain("Document added: Our answers");
    expect(dated).toContain("February 2025");
    expect(removed).toContain("Document removed: Our answers");
  });

  test("a review that nobody had recorded begins, and a later import leaves it alone", async () => {
    await app.app.db.pool.query("delete from reviews where iso2 = 'TN' and cycle = 1");
    await change({ ref: "TN/1", value: "completed", version: 0 });
    const { body } = await app.json<Country>("/api/v1/regions/africa/countries/tn");
    await expect.poll(async () => (await tunisia()).reviews[0]?.cycle, soon).toBe(1);
    expect(body.iso2).toBe("TN");
    const { rows } = await app.app.db.pool.query(
      "select version from seed_rows where kind = 'review' and key = 'TN/1'",
    );
    expect(rows).toEqual([{ version: 0 }]);
  });

  test("is read on by its cursor", async () => {
    for (let number = 0; number < 20; number += 1)
      await change({ field: "note", value: `Note ${number}`, asOf: undefined });
    await expect
      .poll(async () => (await app.page(`/en/${HISTORY}`)).links("main .next a").length, soon)
      .toBe(1);
    const [next = ""] = (await app.page(`/en/${HISTORY}`)).links("main .next a");
    const rest = await app.page(next);
    expect(rest.text("main ol.plain")).toContain("The Convention");
    expect(rest.links("main .next a")).toEqual([]);
  });
});

describe("the feed of reviews", () => {
  test("tells each change in words, beside what each review is now", async () => {
    const feed = readAtom((await app.get("/en/africa/reviews.atom")).text);
    const changes = feed.entries.filter(({ id }) => id.includes(":changes/"));
    expect(changes.length).toBeGreaterThan(20);
    const first = changes.find(({ title }) => title.text.includes("→ ongoing"));
    expect(first?.title.text).toMatch(/^Tunisia: Second review cycle\. Status: .+ → ongoing\. As of: /);
    expect(first?.summary.text).toContain("Thanks to A. Reader.");
    expect(first?.links.find(({ rel }) => rel === "via")?.href).toBe(SOURCE);
    const page = first?.links.find(({ rel }) => rel === "alternate")?.href ?? "";
    expect(page).toMatch(/^https:\/\/example\.org\/en\/africa\/countries\/tn\/history#c\d+$/);
    expect(feed.entries.length).toBeGreaterThan(changes.length);
  });

  test("keeps the identity of a change in every language", async () => {
    const ids = await Promise.all(
      ["en", "ar"].map(async (language) => {
        const feed = readAtom((await app.get(`/${language}/africa/reviews.atom`)).text);
        return feed.entries.map(({ id }) => id.replace(`/${language}`, ""));
      }),
    );
    expect(ids[0]).toEqual(ids[1]);
  });

  test("has nothing of other regions", async () => {
    const feed = readAtom((await app.get("/en/south-east-asia/reviews.atom")).text);
    expect(feed.entries.filter(({ id }) => id.includes(":changes/"))).toEqual([]);
  });
});
