/** What a curator may rely on at the desk without JavaScript: the grid, the form of one review, its history, its documents. */
import type { Country } from "shared/countries/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";
import { fieldsOf, send } from "./desk.ts";

const SOURCE = "https://www.unodc.org/corruption/country-profile.html";
const GRID = "/en/africa/desk/reviews";
const TUNISIA = `${GRID}/tn/2`;

let app: TestApp;
let curator: SignedIn;
let colleague: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true, now: "2026-11-22T10:00:00Z" });
  const roles = [{ role: "curator" as const, region: "africa" }];
  curator = await signedIn(app, { roles });
  colleague = await signedIn(app, { roles });
});
afterAll(() => app.close());

const review = async () =>
  (await app.json<Country>("/api/v1/regions/africa/countries/tn")).body.reviews.find(
    ({ cycle }) => cycle === 2,
  );

describe("the grid", () => {
  test("has a row for each country and a cell for each cycle, which leads to its form", async () => {
    const page = await app.page(GRID, curator.as);
    expect(page.texts("tbody tr").length).toBe(54);
    expect(page.texts("thead th")).toEqual(["Country", "First review cycle", "Second review cycle"]);
    expect(page.links("tbody td a")).toContain(TUNISIA);
    expect(page.text("main")).toContain("The second review phase begins in 2027");
    for (const language of ["fr", "ar"])
      expect((await app.get(`/${language}/africa/desk/reviews`, curator.as)).status).toBe(200);
  });

  test("shows what is asked for: a status, what is to be confirmed, the longest not looked at first", async () => {
    const completed = await app.page(`${GRID}?status=completed&mark=to-confirm`, curator.as);
    expect(completed.texts("tbody tr").length).toBeLessThan(54);
    expect(completed.texts("tbody tr").every((row) => /completed.*to be confirmed/.test(row))).toBe(true);
    expect((await app.page(`${GRID}?sort=oldest`, curator.as)).status).toBe(200);
    expect((await app.page(`${GRID}?status=not-started&status=ongoing`, curator.as)).status).toBe(200);
  });

  test("notes that nothing is new, of one review and of those that are ticked", async () => {
    const one = await app.post(
      `${GRID}?sort=oldest`,
      { csrf: curator.csrf, one: "KE/1", reviews: ["TN/1"] },
      curator.as,
    );
    expect([one.status, one.headers.location]).toEqual([303, `${GRID}?sort=oldest&done=reviewsChecked#KE`]);
    const grid = await app.page(`${GRID}?done=reviewsChecked`, curator.as);
    expect(grid.text("#KE td")).toContain("checked: 22 November 2026");
    expect(grid.text("#TN td")).not.toContain("checked:");
    expect(grid.text("p.notice")).toContain("nothing new");
    await app.post(GRID, { csrf: curator.csrf, reviews: ["TN/1", "TN/2"] }, curator.as);
    expect((await app.page("/en/africa/countries/tn")).text("main")).toContain(
      "Checked, nothing new: 22 November 2026",
    );
    const none = await app.post(GRID, { csrf: curator.csrf }, curator.as);
    expect([none.status, none.text.includes("Tick at least one")]).toEqual([422, true]);
  });
});

describe("the form of a review", () => {
  test("saves several facts with one source, in one change", async () => {
    const reply = await send(app, TUNISIA, curator, {
      status: "ongoing",
      phase: "drafting",
      reviewers: "Kenya, Rwanda",
      startedIn: "2019-03",
      note: "A note.\nOf two lines.",
      source: SOURCE,
      asOf: "2026-11",
    });
    expect([reply.status, reply.headers.location]).toEqual([303, `${TUNISIA}?done=reviewSaved`]);
    const facts = { phase: "drafting", reviewers: ["KE", "RW"], startedIn: "2019-03", asOf: "2026-11" };
    expect(await review()).toMatchObject({ ...facts, note: "A note.\nOf two lines.", verified: "page" });
    const page = await app.page(TUNISIA, curator.as);
    expect(page.texts("main ol.plain > li")).toHaveLength(1);
    expect(page.text("main ol.plain > li")).toContain(curator.handle);
    expect((await app.page("/en/africa/countries/tn/history")).text("main")).not.toContain(curator.handle);
  });

  test.each([
    ["without a source", { status: "completed", source: "" }, "Give the source"],
    ["without any change", { source: SOURCE }, "Nothing was changed"],
    ["a day that no calendar has", { startedIn: "2021-02-30", source: SOURCE }, "Write a date as"],
    ["a country that is none", { reviewers: "Atlantis", source: SOURCE }, "names of countries"],
    ["confirming by words", { confirm: "on", source: "A letter" }, "address of the page"],
  ])("%s comes back filled in", async (_what, fields, hint) => {
    const before = await review();
    const reply = await send(app, TUNISIA, curator, {
      visitWhen: "March, in Tunis",
      ...fields,
      ...(hint.startsWith("Nothing") ? { visitWhen: "" } : {}),
    });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain(hint);
    if (!hint.startsWith("Nothing")) expect(reply.text).toContain("March, in Tunis");
    expect(await review()).toEqual(before);
  });

  test("that two people fill in loses nothing of either", async () => {
    const [mine, theirs] = [await fieldsOf(app, TUNISIA, curator), await fieldsOf(app, TUNISIA, colleague)];
    await app.post(
      TUNISIA,
      { ...theirs, phase: "published", focalPointInstitution: "An agency", source: SOURCE },
      colleague.as,
    );
    const own = { ...mine, phase: "country-visit", civilSocietyNote: "Seen in the report", source: SOURCE };
    const reply = await app.post(TUNISIA, own, curator.as);
    expect(reply.status).toBe(409);
    const page = parsePage(reply);
    expect(page.text('[role="alert"]')).toMatch(
      /Phase.*drafting of the report.*documents published.*country visit/,
    );
    expect(page.text('[role="alert"]')).toContain("An agency");
    expect(page.document.querySelector('[name="phase"] option[selected]')?.getAttribute("value")).toBe(
      "country-visit",
    );
    expect(page.document.querySelector('[name="focalPointInstitution"]')?.getAttribute("value")).toBe(
      "An agency",
    );
    expect(page.text('[name="civilSocietyNote"]')).toBe("Seen in the report");
    const seen = page.document.querySelector('[name="seen"]')?.getAttribute("value") ?? "";
    const again = await app.post(TUNISIA, { ...own, focalPointInstitution: "An agency", seen }, curator.as);
    expect(again.status).toBe(303);
    expect(await review()).toMatchObject({ phase: "country-visit", focalPointInstitution: "An agency" });
  });

  test("is not disturbed by a look that found nothing new", async () => {
    const mine = await fieldsOf(app, TUNISIA, curator);
    await app.post(GRID, { csrf: colleague.csrf, one: "TN/2" }, colleague.as);
    expect(
      (await app.post(TUNISIA, { ...mine, phase: "published", source: SOURCE }, curator.as)).status,
    ).toBe(303);
  });

  test("restores what stood before a change, with a source", async () => {
    const page = await app.page(TUNISIA, curator.as);
    const [restore = ""] = page.links('main ol.plain a[href*="restore="]');
    const form = await app.page(restore, curator.as);
    expect(form.text(".notice")).toContain("what stood before the change of 22 November 2026");
    expect((await send(app, restore, curator, { source: SOURCE })).status).toBe(303);
    expect((await review())?.phase).toBe("country-visit");
    const elsewhere = restore.replace("/tn/2", "/ke/2");
    expect((await app.get(elsewhere, curator.as)).status).toBe(404);
  });

  test("confirms by the page that says it", async () => {
    const path = `${GRID}/tn`;
    const reply = await send(app, path, curator, { confirm: "on", source: `${SOURCE}?confirmed` });
    expect(reply.status).toBe(303);
    const { body } = await app.json<Country>("/api/v1/regions/africa/countries/tn");
    expect(body.uncac).toMatchObject({ verified: "page", source: `${SOURCE}?confirmed` });
  });

  test("of the country's own facts keeps each source with its facts", async () => {
    const path = `${GRID}/tn`;
    const reply = await send(app, path, curator, {
      signedOn: "2004-03-30",
      pledgeSigned: "no",
      note: "A note.",
      source: SOURCE,
    });
    expect(reply.status).toBe(303);
    const { body } = await app.json<Country>("/api/v1/regions/africa/countries/tn");
    expect(body.transparencyPledge).toMatchObject({ signed: false, source: SOURCE });
    expect(body.note).toBe("A note.");
  });

  test("is there in three languages, and in no other region", async () => {
    for (const language of ["fr", "ar"]) {
      for (const below of ["tn/2", "tn", "changes", "tn/2/documents/new"])
        expect((await app.get(`/${language}/africa/desk/reviews/${below}`, curator.as)).status, below).toBe(
          200,
        );
    }
    for (const below of ["th/2", "th", "tn/9", "tn/x", "xx/1", "tn/2/documents/1"])
      expect((await app.get(`${GRID}/${below}`, curator.as)).status, below).toBe(404);
  });
});

describe("documents", () => {
  const document = {
    kind: "country-report",
    title: "The report",
    url: "https://www.unodc.org/r.pdf",
    language: "en",
    publishedOn: "2026-10",
  };

  test("are added, changed, taken away after a question, and restored", async () => {
    const bare = await send(app, `${TUNISIA}/documents/new`, curator, {
      title: "Only a title",
      source: SOURCE,
    });
    expect([bare.status, bare.text.includes("Only a title")]).toEqual([422, true]);
    expect(
      (await send(app, `${TUNISIA}/documents/new`, curator, { ...document, source: SOURCE })).status,
    ).toBe(303);
    const { id = 0 } = (await review())?.documents.find(({ url }) => url === document.url) ?? {};
    const path = `${TUNISIA}/documents/${id}`;
    expect((await send(app, path, curator, { title: "The whole report", source: SOURCE })).status).toBe(303);
    expect((await review())?.documents.find((one) => one.id === id)).toMatchObject({
      ...document,
      title: "The whole report",
    });
    const question = await app.page(`${path}/remove`, curator.as);
    expect(question.text("main")).toContain("The whole report");
    expect((await send(app, `${path}/remove`, curator, { source: "" })).status).toBe(422);
    expect((await send(app, `${path}/remove`, curator, { source: SOURCE })).status).toBe(303);
    expect((await review())?.documents.some((one) => one.id === id)).toBe(false);
    const [restore = ""] = (await app.page(TUNISIA, curator.as)).links(
      'main ol.plain a[href*="documents/new?restore="]',
    );
    expect((await send(app, restore, curator, { source: SOURCE })).status).toBe(303);
    expect((await review())?.documents.find(({ url }) => url === document.url)).toMatchObject({
      title: "The whole report",
    });
  });
});

describe("what changed", () => {
  test("is listed for the region, since a day, with the way back", async () => {
    const page = await app.page(`${GRID}/changes`, curator.as);
    expect(page.texts("main ol.plain > li").length).toBeGreaterThan(5);
    expect(page.text("main ol.plain > li")).toContain("Tunisia");
    expect((await app.page(`${GRID}/changes?since=2999-01-01`, curator.as)).text("main")).toContain(
      "Nothing has changed in this time",
    );
    const odd = await app.page(`${GRID}/changes?since=2026-02-30`, curator.as);
    expect([odd.status, odd.text("main").includes("since")]).toEqual([200, true]);
    for (const link of page.links('main ol.plain a[href*="restore="]'))
      expect([200, 404], link).toContain((await app.get(link, curator.as)).status);
  });
});
