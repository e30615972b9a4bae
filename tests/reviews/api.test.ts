/** What a script of a curator may rely on: review data by JSON, with versions, sources, and each region for itself. */
import type { Country } from "shared/countries/contract.ts";
import type { ReviewAtDesk } from "shared/reviews/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const SOURCE = "https://www.unodc.org/corruption/country-profile.html";
const API = "/api/v1/regions/africa/reviews";

let app: TestApp;
let curator: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, now: "2026-11-22T10:00:00Z" });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(() => app.close());

const read = async <T>(path: string): Promise<T> => JSON.parse((await app.get(path, curator.as)).text);
const review = (ref = "tn/2") => read<ReviewAtDesk>(`${API}/${ref}`);
const patch = (ref: string, body: object, person = curator) =>
  app.send<ReviewAtDesk & { code: string; errors?: { parameter: string }[] }>(
    "PATCH",
    `${API}/${ref}`,
    body,
    person.as,
  );
const tunisia = async () => (await app.json<Country>("/api/v1/regions/africa/countries/tn")).body;
const publicReview = async () => (await tunisia()).reviews.find(({ cycle }) => cycle === 2);

describe("the list", () => {
  test("has every review of a State party, recorded or not, and is read to its end", async () => {
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const next: string = after === "" ? "" : `&after=${after}`;
      const page: { items: ReviewAtDesk[]; next: string | null; total: number } = await read(
        `${API}?limit=40${next}`,
      );
      seen.push(...page.items.map(({ ref }) => ref));
      after = page.next;
      expect(page.total).toBeGreaterThan(80);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain("TN/1");
    expect(seen).toContain("TN/2");
  });

  test("is filtered by status and by what waits, the longest not looked at first", async () => {
    const { items } = await read<{ items: ReviewAtDesk[] }>(`${API}?status=completed&mark=to-confirm`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ status, verified }) => status === "completed" && verified !== "page")).toBe(true);
    expect((await app.get(`${API}?status=maybe`, curator.as)).status).toBe(400);
    const sorted = await read<{ items: ReviewAtDesk[] }>(`${API}?sort=oldest`);
    expect(sorted.items[0]?.asOf ?? null).toBeNull();
  });

  test("is nothing for the public, nor for curators of other regions", async () => {
    const other = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
    expect((await app.get(API)).status).toBe(401);
    expect((await app.get(API, other.as)).status).toBe(404);
    const own = await review();
    const body = { version: own.version, source: SOURCE, status: "completed" };
    expect((await patch("tn/2", body, other)).status).toBe(403);
    // A country of another region is not there.
    expect((await patch("th/2", body)).status).toBe(404);
    const elsewhere = "/api/v1/regions/south-east-asia/reviews/tn/2";
    expect((await app.send("PATCH", elsewhere, body, other.as)).status).toBe(404);
  });
});

describe("a change", () => {
  test("of several facts is one change with one source, public at once", async () => {
    const { version } = await review();
    const facts = { status: "completed", phase: "published", reviewers: ["KE", "TH"], visitHeld: true };
    const reply = await patch("tn/2", { version, source: SOURCE, asOf: "2026-11-20", ...facts });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ ...facts, source: SOURCE, asOf: "2026-11-20", version: version + 1 });
    expect(reply.body).toMatchObject({ verified: "page", changedOn: "2026-11-22" });
    await expect.poll(async () => (await publicReview())?.status, { timeout: 2_000 }).toBe("completed");
    expect((await publicReview())?.countryVisit.held).toBe(true);
    const log = await read<{ items: { after: object; handle: string; source: string }[] }>(`${API}/changes`);
    expect(log.items).toHaveLength(1);
    expect(log.items[0]).toMatchObject({ after: { ...facts, asOf: "2026-11-20" }, handle: curator.handle });
  });

  test("of an older version is refused, and nothing is written", async () => {
    const { version } = await review();
    const reply = await patch("tn/2", { version: version - 1, source: SOURCE, status: "ongoing" });
    expect([reply.status, reply.body.code]).toEqual([409, "stale"]);
    expect((await review()).status).toBe("completed");
  });

  test.each([
    ["a status that is none", { status: "finished" }, "status"],
    ["a day that no calendar has", { startedIn: "2021-02-30" }, "startedIn"],
    ["a country that is none", { reviewers: ["ZZ"] }, "reviewers"],
    ["a fact that is none", { colour: "red" }, "body"],
  ])("to %s is refused by name", async (_what, facts, parameter) => {
    const { version } = await review();
    const reply = await patch("tn/2", { version, source: SOURCE, ...facts });
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).toContain(parameter);
    expect((await review()).version).toBe(version);
  });

  test("needs a source", async () => {
    const { version } = await review();
    const reply = await patch("tn/2", { version, status: "ongoing" });
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).toContain("source");
  });

  test("of a review that is not recorded begins with its status", async () => {
    const { items } = await read<{ items: ReviewAtDesk[] }>(`${API}?status=unknown&sort=oldest`);
    const missing = items.find(({ version }) => version === 0);
    if (!missing) return;
    const ref = missing.ref.toLowerCase();
    expect((await patch(ref, { version: 0, source: SOURCE, phase: "desk-review" })).status).toBe(400);
    const reply = await patch(ref, { version: 0, source: SOURCE, status: "ongoing", phase: "desk-review" });
    expect(reply.body).toMatchObject({ version: 1, status: "ongoing", phase: "desk-review" });
  });

  test("of a country's own facts keeps the pledge's source apart from the Convention's", async () => {
    const before = await read<{ version: number; source: string }>(`${API}/tn`);
    const reply = await patch("tn", {
      version: before.version,
      source: SOURCE,
      pledgeSigned: true,
      note: "A note.",
    });
    expect(reply.status).toBe(200);
    const after = await tunisia();
    expect(after.transparencyPledge).toMatchObject({ signed: true, source: SOURCE });
    expect(after.uncac?.source).toBe(before.source);
    expect(after.note).toBe("A note.");
  });
});

describe("a look that finds nothing new", () => {
  test("is no change of a fact, and is told beside the source", async () => {
    const before = await review("ke/2");
    const reply = await app.send<{ checked: number }>(
      "POST",
      `${API}/checked`,
      { reviews: ["KE/2", "TN/2"] },
      curator.as,
    );
    expect(reply.body).toEqual({ checkedOn: "2026-11-22", checked: 2 });
    const after = await review("ke/2");
    expect([after.version, after.checkedOn]).toEqual([before.version, "2026-11-22"]);
    await expect.poll(async () => (await publicReview())?.checkedOn, { timeout: 2_000 }).toBe("2026-11-22");
    expect((await app.page("/en/africa/countries/tn")).text(".cycle .source")).toBeTruthy();
    expect((await app.page("/en/africa/countries/tn")).text("main")).toContain("22 November 2026");
    expect((await app.get("/data/reviews.csv")).text).toContain("2026-11-22");
    const again = await app.send<{ checked: number }>(
      "POST",
      `${API}/checked`,
      { reviews: ["KE/2"] },
      curator.as,
    );
    expect(again.body.checked).toBe(1);
    expect((await review("ke/2")).version).toBe(before.version);
  });

  test("leaves reviews of other regions alone", async () => {
    const reply = await app.send<{ checked: number }>(
      "POST",
      `${API}/checked`,
      { reviews: ["TH/2"] },
      curator.as,
    );
    expect(reply.body.checked).toBe(0);
  });
});

describe("a fact to be confirmed", () => {
  test("is confirmed by the page that says it, which stands in the history", async () => {
    const { items } = await read<{ items: ReviewAtDesk[] }>(`${API}?mark=to-confirm&status=completed`);
    const one = items.find(({ version, verified }) => version > 0 && verified === "record");
    expect(one).toBeDefined();
    const ref = one?.ref.toLowerCase() ?? "";
    const words = await patch(ref, { version: one?.version, source: "A letter" });
    expect(words.status).toBe(400);
    const reply = await patch(ref, { version: one?.version, source: SOURCE });
    expect(reply.body).toMatchObject({ verified: "page", source: SOURCE, status: one?.status });
    const page = await app.page(`/en/africa/countries/${one?.iso2.toLowerCase()}/history`);
    expect(page.text("main ol.plain")).toContain("How it is known");
  });
});

describe("a document", () => {
  const document = {
    kind: "executive-summary",
    title: "Executive summary",
    language: "fr",
    url: "https://www.unodc.org/a.pdf",
    publishedOn: "2026-10",
  };

  test("is added, changed and removed, each with its source", async () => {
    const path = `${API}/tn/2/documents`;
    const added = await app.send<ReviewAtDesk>("POST", path, { source: SOURCE, ...document }, curator.as);
    expect(added.status).toBe(201);
    const one = added.body.documents.find(({ url }) => url === document.url);
    expect(one).toMatchObject({ ...document, version: 1 });
    const sent = { version: 1, source: SOURCE };
    const changed = await app.send<ReviewAtDesk>(
      "PATCH",
      `${path}/${one?.id}`,
      { ...sent, title: "Summary", language: null },
      curator.as,
    );
    expect(changed.body.documents.find(({ id }) => id === one?.id)).toMatchObject({
      title: "Summary",
      language: null,
      version: 2,
    });
    const stale = await app.send("POST", `${path}/${one?.id}/removal`, sent, curator.as);
    expect(stale.status).toBe(409);
    const elsewhere = await app.send(
      "POST",
      `${API}/ke/2/documents/${one?.id}/removal`,
      { ...sent, version: 2 },
      curator.as,
    );
    expect(elsewhere.status).toBe(404);
    const removed = await app.send<ReviewAtDesk>(
      "POST",
      `${path}/${one?.id}/removal`,
      { ...sent, version: 2 },
      curator.as,
    );
    expect(removed.body.documents.some(({ id }) => id === one?.id)).toBe(false);
    const log = await read<{ items: { kind: string; title: string }[] }>(`${API}/changes?limit=3`);
    expect(log.items.map(({ kind }) => kind)).toEqual([
      "review-document",
      "review-document",
      "review-document",
    ]);
    const since = await read<{ items: object[] }>(`${API}/changes?since=2999-01-01`);
    expect(since.items).toEqual([]);
  });

  test.each([["javascript:alert(1)"], ["https://user@example.org/"]])(
    "with the address %s is refused",
    async (url) => {
      const reply = await app.send(
        "POST",
        `${API}/tn/2/documents`,
        { source: SOURCE, ...document, url },
        curator.as,
      );
      expect(reply.status).toBe(400);
    },
  );
});
