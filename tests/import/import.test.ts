/** The import: again and again the same rows, and nothing over what a person changed. */
import { connect, type Database } from "db/connect.ts";
import type { Counts } from "db/import/importer.ts";
import { importSeed } from "db/import/seed.ts";
import { countryName, iso2OfName } from "shared/regions/names.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../setup/database.ts";
import { allRows } from "./rows.ts";
import { type Records, seedWith } from "./seedCopy.ts";

let db: Database;

beforeAll(async () => {
  db = connect(await freshDatabase(), { connections: 2 });
});
afterAll(() => db.close());

async function single(query: string): Promise<unknown> {
  const { rows } = await db.pool.query(query);
  return Object.values(rows[0] ?? {})[0];
}

const sumOf = (counts: Iterable<Counts>, outcome: keyof Counts) =>
  [...counts].reduce((sum, count) => sum + count[outcome], 0);

const AFRICA = "organisations/africa.json";
const ETHIOPIA = "transparency-ethiopia";
const organisation = (records: Records) => records.find((one: Records) => one.slug === ETHIOPIA);

describe("imported again", () => {
  test("the same records give the same rows", async () => {
    const before = await allRows(db);
    const report = await importSeed(db);
    expect(sumOf(report.values(), "written")).toBe(0);
    expect(report.get("country")).toEqual({ written: 0, unchanged: 78, kept: 0 });
    expect(report.get("organisation")).toEqual({ written: 0, unchanged: 239, kept: 0 });
    expect(await allRows(db)).toEqual(before);
  });

  test("a changed record changes its row, and what is found", async () => {
    const folder = seedWith(AFRICA, (records) => {
      records[0].activities[0].summary = "Teaches quernstone accounting.";
    });
    const report = await importSeed(db, folder);
    expect(report.get("activity")?.written).toBe(1);
    const found =
      "select ref from search_documents where kind = 'organisations' and words::text like '%quernston%'";
    expect((await db.pool.query(found)).rows).toHaveLength(1);
    await importSeed(db);
    expect((await db.pool.query(found)).rows).toHaveLength(0);
  });

  test("what a person changed here is kept, and what a person removed stays away", async () => {
    await db.pool.query(`update organisations set name = 'Ours' where slug = '${ETHIOPIA}'`);
    await db.pool.query("delete from articles where slug = (select min(slug) from articles)");
    const folder = seedWith(AFRICA, (records) => {
      organisation(records).name = "Theirs";
    });
    const report = await importSeed(db, folder);
    expect(report.get("organisation")).toEqual({ written: 0, unchanged: 238, kept: 1 });
    expect(report.get("article")).toEqual({ written: 0, unchanged: 204, kept: 1 });
    expect(await single(`select name from organisations where slug = '${ETHIOPIA}'`)).toBe("Ours");
    expect(await single("select count(*) from articles")).toBe(204);
  });
});

test("reviewers are countries of today, by the codes they have today", async () => {
  const { rows } = await db.pool.query("select distinct unnest(reviewers) as code from reviews");
  const codes = rows.map(({ code }) => code as string);
  expect(codes).toEqual(expect.arrayContaining(["BJ", "FR", "GB", "RS", "TL"]));
  const strangers = codes.filter((code) => iso2OfName(countryName(code, "en")) !== code);
  expect(strangers).toEqual([]);
  expect(codes.filter((code) => ["DY", "FX", "UK", "YU", "TP"].includes(code))).toEqual([]);
});
