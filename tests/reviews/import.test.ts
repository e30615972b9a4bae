/** What a curator may rely on who changes many reviews in a spreadsheet: every row is looked at, all are written or none. */
import { parse } from "csv-parse/sync";
import type { Country } from "shared/countries/contract.ts";
import type { ReviewRow } from "shared/reviews/contract.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { parsePage } from "../setup/page.ts";
import { type SignedIn, signedIn } from "../setup/people.ts";

const SOURCE = "https://www.unodc.org/corruption/country-profile.html";
const API = "/api/v1/regions/africa/reviews";
const PAGE = "/en/africa/desk/reviews/import";

let app: TestApp;
let curator: SignedIn;
beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  curator = await signedIn(app, { roles: [{ role: "curator", region: "africa" }] });
});
afterAll(() => app.close());

type Row = Record<string, string>;

const download = async (region = "africa", person = curator) =>
  (await app.get(`/en/${region}/desk/reviews/table.csv`, person.as)).text;
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true, bom: true });
const rowOf = async (iso2: string, cycle: number): Promise<Row> =>
  rowsOf(await download()).find((row) => row.iso2 === iso2 && row.cycle === String(cycle)) ?? {};

function csvOf(rows: readonly Row[], separator = ","): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (text = "") => `"${text.replaceAll('"', '""')}"`;
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))]
    .map((cells) => cells.map(cell).join(separator))
    .join("\r\n");
}

interface Imported {
  rows: ReviewRow[];
  seal: string;
  written: number;
  code?: string;
}
const give = (csv: string, { dryRun = true, seal }: { dryRun?: boolean; seal?: string } = {}) =>
  app.send<Imported>(
    "POST",
    `${API}/import?dryRun=${dryRun}`,
    { csv, ...(seal ? { seal } : {}) },
    curator.as,
  );
const reviewOf = async (iso2: string, cycle: number) =>
  (await app.json<Country>(`/api/v1/regions/africa/countries/${iso2.toLowerCase()}`)).body.reviews.find(
    (review) => review.cycle === cycle,
  );

describe("the table", () => {
  test.each(["africa", "south-east-europe", "south-east-asia"])(
    "of %s, given back as it is, changes nothing",
    async (region) => {
      const person = await signedIn(app, { roles: [{ role: "curator", region }] });
      const csv = await download(region, person);
      const path = `/api/v1/regions/${region}/reviews/import?dryRun=true`;
      const { status, body } = await app.send<Imported>("POST", path, { csv }, person.as);
      expect(status).toBe(200);
      expect(body.rows.filter(({ fate }) => fate !== "unchanged")).toEqual([]);
      expect(body.rows.length).toBeGreaterThan(10);
    },
  );

  test("is for the region's curators alone", async () => {
    const other = await signedIn(app, { roles: [{ role: "curator", region: "south-east-asia" }] });
    for (const path of ["/en/africa/desk/reviews/table.csv", PAGE])
      expect((await app.get(path, other.as)).status).toBe(404);
    expect((await app.send("POST", `${API}/import`, { csv: "iso2,cycle\nKE,1" }, other.as)).status).toBe(403);
  });
});

describe("three countries' reviews", () => {
  const facts = {
    status: "completed",
    phase: "published",
    reviewers: "RW; TH",
    visitHeld: "yes",
    note: '=1+1 is a "note"',
  };
  const sourced = { source: SOURCE, asOf: "2026-11-20" };

  test("are changed by one table, everywhere within two seconds", async () => {
    const rows = [await rowOf("KE", 2), await rowOf("TN", 2), await rowOf("GH", 2)].map(
      (row): Row => ({
        ...row,
        ...sourced,
        status: row.status === "completed" ? "ongoing" : "completed",
      }),
    );
    const csv = csvOf(rows);
    const look = await give(csv);
    expect(look.body.rows.map(({ fate, changes }) => [fate, changes.map(({ field }) => field)])).toEqual(
      Array(3).fill(["changes", ["status"]]),
    );
    expect((await app.get(`${API}/changes`, curator.as)).text).toContain('"items":[]');
    const map = (await app.get("/en/africa/countries")).text;
    const etag = (await app.get("/data/reviews.csv")).headers.etag;
    const start = performance.now();
    const done = await give(csv, { dryRun: false, seal: look.body.seal });
    expect([done.status, done.body.written]).toEqual([200, 3]);
    for (const { iso2 = "", status } of rows) {
      expect(await reviewOf(iso2, 2)).toMatchObject({
        status,
        source: SOURCE,
        asOf: "2026-11-20",
        verified: "page",
      });
      const page = await app.page(`/en/africa/countries/${iso2.toLowerCase()}`);
      expect(page.text("main")).toContain("20 November 2026");
    }
    expect((await app.get("/en/africa/reviews.atom")).text).toContain("Kenya: Second review cycle. Status:");
    expect((await app.get("/en/africa/countries")).text).not.toBe(map);
    const dump = await app.get("/data/reviews.csv");
    expect(dump.headers.etag).not.toBe(etag);
    expect(rowsOf(dump.text).find(({ iso2, cycle }) => iso2 === "KE" && cycle === "2")?.status).toBe(
      rows[0]?.status,
    );
    expect(performance.now() - start).toBeLessThan(2_000);
    const audited = await app.app.db.pool.query("select target from audit where action = 'reviews.imported'");
    expect(audited.rows).toEqual([{ target: "reviews:africa" }]);
  });

  test.each([
    ["semicolons", (csv: string) => Buffer.from(csv.replaceAll('","', '";"'))],
    ["tabs", (csv: string) => Buffer.from(csv.replaceAll('","', '"\t"'))],
    ["UTF-16 with its mark", (csv: string) => Buffer.from(`\uFEFF${csv}`, "utf16le")],
  ])("may come with %s, as a file, in two steps without JavaScript", async (_how, encoded) => {
    const row = await rowOf("SN", 1);
    const note = row.note === "Noté à Dakar" ? "Noté encore à Dakar" : "Noté à Dakar";
    const bytes = encoded(csvOf([{ ...row, ...sourced, note }]));
    const look = parsePage(await upload(bytes));
    expect(look.status).toBe(200);
    expect(look.text("#result ~ ul")).toContain("1 row changes");
    expect(look.text("#result ~ ul.plain")).toMatch(/Senegal.*Line 2.*Note.*Noté/);
    expect((await reviewOf("SN", 1))?.note).not.toBe(note);
    const done = await second(look);
    expect([done.status, done.headers.location]).toEqual([
      303,
      "/en/africa/desk/reviews/changes?done=reviewsImported",
    ]);
    expect((await reviewOf("SN", 1))?.note).toBe(note);
  });

  test("keeps a text that begins as a formula, which our own file guards", async () => {
    const row = await rowOf("UG", 2);
    const guarded = { ...row, ...sourced, ...facts, note: `'${facts.note}` };
    expect((await give(csvOf([guarded]), { dryRun: false })).status).toBe(200);
    expect(await reviewOf("UG", 2)).toMatchObject({
      note: facts.note,
      reviewers: ["RW", "TH"],
      phase: "published",
    });
    expect((await rowOf("UG", 2)).note).toBe(`'${facts.note}`);
    expect((await give(await download())).body.rows.every(({ fate }) => fate === "unchanged")).toBe(true);
  });
});

describe("a table that does not fit", () => {
  test.each<[string, Row, string, string]>([
    ["an unknown country", { iso2: "ZZ" }, "iso2", "code of a country"],
    ["a country of another region", { iso2: "TH" }, "iso2", "another region"],
    ["a cycle that there is not", { cycle: "7" }, "cycle", "no such review cycle"],
    ["a status that is none", { status: "finished" }, "status", "Choose one"],
    ["no status", { status: "" }, "status", "cannot be left empty"],
    ["a phase in another language", { phase: "examen" }, "phase", "Choose one"],
    ["a year beyond the cycle", { scheduledYear: "6" }, "scheduledYear", "Choose one"],
    ["a day that no calendar has", { startedIn: "2021-02-30" }, "startedIn", "Write a date"],
    ["reviewers that are no countries", { reviewers: "Atlantis" }, "reviewers", "names of countries"],
    ["a maybe", { visitHeld: "maybe" }, "visitHeld", "Choose one"],
    ["a text too long", { visitWhen: "x".repeat(301) }, "visitWhen", "at most 300"],
    ["a formula", { note: "=cmd|'/C calc'!A0" }, "note", "formula"],
    ["a change without a source", { note: "New", source: "" }, "source", "Give the source"],
    ["a change without a day", { note: "New", asOf: "" }, "asOf", "Give the day"],
    ["a change with a day of no calendar", { note: "New", asOf: "2026-13" }, "asOf", "Write a date"],
    ["an older state", { note: "New", state: "AAAAAAAAAAAA" }, "state", "Download it again"],
  ])(
    "for %s is refused by row, field and reason, and nothing is written",
    async (_what, cells, field, reason) => {
      const sourced = { source: SOURCE, asOf: "2026-11-20" };
      const good = { ...(await rowOf("MA", 2)), ...sourced, note: "A good row" };
      const csv = csvOf([good, { ...(await rowOf("ZA", 2)), ...sourced, ...cells }]);
      const { body } = await give(csv);
      expect(body.rows.map(({ line, fate }) => [line, fate])).toEqual([
        [2, "changes"],
        [3, "refused"],
      ]);
      expect(body.rows[1]?.problems[0]).toMatchObject({ field, reason: expect.stringContaining(reason) });
      const done = await give(csv, { dryRun: false });
      expect(done.status).toBe(400);
      expect(JSON.stringify(done.body)).toContain(`line 3 ${field}`);
      expect((await reviewOf("MA", 2))?.note).not.toBe("A good row");
      const page = parsePage(await upload(Buffer.from(csv)));
      expect(page.text("#result ~ .notice")).toContain("Nothing is written while a row is refused");
      expect(page.document.querySelector('[name="seal"]')).toBeNull();
    },
  );

  test("because a review stands twice is refused, whatever the case of its code", async () => {
    const row = await rowOf("MA", 1);
    const { body } = await give(csvOf([row, { ...row, iso2: "ma" }]));
    expect(body.rows[1]?.problems).toEqual([
      { field: "iso2", reason: "This review stands already in line 2." },
    ]);
  });

  test.each([
    ["nothing", "", /./],
    ["no cycle", "iso2,status\nKE,completed", /“cycle” is missing/],
    ["an unknown column", "iso2,cycle,colour\nKE,1,red", /“colour” is not one of this table/],
    ["one column twice", "iso2,iso2,cycle\nKE,KE,1", /stands twice/],
    ["an open quotation mark", 'iso2,cycle,note\nKE,1,"open', /not closed/],
    ["rows of other lengths", "iso2,cycle\nKE,1,2", /line 2/i],
    ["too many rows", `iso2,cycle\n${"KE,1\n".repeat(501)}`, /at most 500/],
    ["no text at all", "iso2,cycle\nKE,1\0", /NUL/],
  ])("with %s is refused as a whole", async (_what, csv, reason) => {
    const reply = await give(csv);
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).toMatch(reason);
  });

  test("on the page says so beside the file, and an empty form asks for one", async () => {
    expect((await upload(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]))).status).toBe(422);
    const empty = parsePage(await upload(Buffer.alloc(0)));
    expect([empty.status, empty.text("main").includes("Choose a file")]).toEqual([422, true]);
    const text = "iso2,cycle,colour\nKE,1,red";
    const pasted = parsePage(await upload(Buffer.alloc(0), { text }));
    expect([pasted.status, pasted.text("textarea")]).toEqual([422, "iso2,cycle,colour KE,1,red"]);
  });
});

describe("what changes between the look and the button", () => {
  const sourced = { source: SOURCE, asOf: "2026-11-20" };

  test("is told, and nothing is written", async () => {
    const row = await rowOf("BW", 2);
    const { iso2, cycle } = row;
    const csv = csvOf([{ iso2: iso2 ?? "", cycle: cycle ?? "", ...sourced, note: "From the table" }]);
    const look = parsePage(await upload(Buffer.from(csv)));
    const seal = (await give(csv)).body.seal;
    const review = JSON.parse((await app.get(`${API}/bw/2`, curator.as)).text);
    await app.send(
      "PATCH",
      `${API}/bw/2`,
      { version: review.version, source: SOURCE, visitWhen: "May" },
      curator.as,
    );
    const stale = await give(csv, { dryRun: false, seal });
    expect([stale.status, stale.body.code]).toEqual([409, "stale"]);
    const page = parsePage(await second(look));
    expect(page.status).toBe(409);
    expect(page.text("#result ~ .notice")).toContain("Nothing was written");
    expect((await reviewOf("BW", 2))?.note).not.toBe("From the table");
    expect((await second(page)).status).toBe(303);
    expect(await reviewOf("BW", 2)).toMatchObject({ note: "From the table", countryVisit: { when: "May" } });
  });

  test("refuses a row that was downloaded before, but not for a look that found nothing new", async () => {
    const row = { ...(await rowOf("ZM", 1)), ...sourced, note: "From the table" };
    await app.send("POST", `${API}/checked`, { reviews: ["ZM/1"] }, curator.as);
    expect((await give(csvOf([row]))).body.rows[0]).toMatchObject({ fate: "changes", problems: [] });
    const review = JSON.parse((await app.get(`${API}/zm/1`, curator.as)).text);
    await app.send(
      "PATCH",
      `${API}/zm/1`,
      { version: review.version, source: SOURCE, visitWhen: "May" },
      curator.as,
    );
    expect((await give(csvOf([row]))).body.rows[0]).toMatchObject({
      fate: "refused",
      problems: [{ field: "state" }],
    });
  });
});

/** As a browser sends the form: a file and fields, in parts. */
function upload(bytes: Buffer, fields: Row = {}) {
  return sendParts({ csrf: curator.csrf, ...fields }, bytes);
}

/** The button below what a table would do. */
function second(look: ReturnType<typeof parsePage>) {
  const value = (name: string) =>
    look.document.querySelector(`[name="${name}"]`)?.getAttribute("value") ?? "";
  return sendParts({ csrf: curator.csrf, kept: value("kept"), seal: value("seal") }, null);
}

async function sendParts(fields: Row, file: Buffer | null) {
  const boundary = "----parts";
  const head = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`${head(name)}\r\n\r\n${value}\r\n`),
  );
  const type = "Content-Type: text/csv";
  const files = file
    ? [Buffer.from(`${head("file")}; filename="t.csv"\r\n${type}\r\n\r\n`), file, Buffer.from("\r\n")]
    : [];
  const reply = await app.app.fastify.inject({
    method: "POST",
    url: PAGE,
    headers: { ...curator.as, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, ...files, Buffer.from(`--${boundary}--\r\n`)]),
  });
  const headers = Object.fromEntries(
    Object.entries(reply.headers).map(([name, value]) => [name, String(value)]),
  );
  return { status: reply.statusCode, headers, text: reply.payload };
}
