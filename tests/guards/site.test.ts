/** The whole site, page by page along its links: whatever is added is guarded as soon as something leads to it. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { type Crawl, crawl, type VisitedPage } from "../setup/crawl.ts";
import { checks } from "./site/markup.ts";
import { budgetOf, weigh } from "./site/weights.ts";
import { untranslated } from "./site/words.ts";

/** Of each kind of page in each language the longest ones are weighed; length and weight go together but not exactly. */
const LONGEST = 2;
/** A list of faults is read from its beginning. */
const FIRST_FAULTS = 25;

let app: TestApp;
let site: Crawl;
const faults: Record<string, string[]> = {};
const logged: string[] = [];
/** By kind and language: the longest pages. */
const longest = new Map<string, { path: string; kind: string; length: number }[]>();

beforeAll(async () => {
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  app = await testApp({ freshDatabase: true, logger: pino({ level: "warn" }, destination) });
  await refuseWrites(app.app.db.pool);
  site = await crawl(app, look);
}, 180_000);
afterAll(() => app?.close());

/** A visitor's GET writes nothing: a database that refuses every write serves the whole site. */
async function refuseWrites(pool: TestApp["app"]["db"]["pool"]): Promise<void> {
  const { rows } = await pool.query("select current_database() as name");
  await pool.query(`alter database "${rows[0].name}" set default_transaction_read_only = on`);
  // The setting is for new connections: those that wait for work are closed.
  const idle = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
  for (const client of idle) client.release(true);
}

function look(page: VisitedPage): void {
  const all = { ...checks, "every word is translated": untranslated };
  for (const [name, check] of Object.entries(all)) {
    const found = check(page);
    if (found.length === 0) continue;
    faults[name] = [...(faults[name] ?? []), `${page.path}: ${[...new Set(found)].slice(0, 3).join(" | ")}`];
  }
  const group = `${page.kind} ${page.language}`;
  const known = longest.get(group) ?? [];
  known.push({ path: page.path, kind: page.kind, length: page.html.length });
  longest.set(group, known.toSorted((one, other) => other.length - one.length).slice(0, LONGEST));
}

test("every link leads to a page, and none breaks", () => {
  const broken = [...site.answers].filter(([, { status }]) => status >= 400);
  expect(
    broken
      .map(([path, { status, from }]) => `${status} ${path} (linked from ${from})`)
      .slice(0, FIRST_FAULTS),
  ).toEqual([]);
});

test("no page writes to the database, and none leaves a warning in the log", () => {
  expect(logged.slice(0, FIRST_FAULTS)).toEqual([]);
});

describe("on every page", () => {
  test.each([...Object.keys(checks), "every word is translated"])("%s", (name) => {
    const found = faults[name] ?? [];
    expect(found.slice(0, FIRST_FAULTS), `${found.length} pages of ${site.pages}`).toEqual([]);
  });
});

describe("weight", () => {
  test("no page is heavier than it may be, in any language, on the record with most content", async () => {
    const heavy: string[] = [];
    for (const { path, kind } of [...longest.values()].flat()) {
      const { document, script, scriptBudget } = await weigh(app, path);
      if (document > budgetOf(kind)) heavy.push(`${path}: ${document} bytes of at most ${budgetOf(kind)}`);
      if (script > scriptBudget) heavy.push(`${path}: ${script} bytes of scripts of at most ${scriptBudget}`);
    }
    expect(heavy).toEqual([]);
  });
});

test("styles load nothing from anywhere else", async () => {
  const { text } = await app.get(app.app.assets.css);
  const elsewhere = (text.match(/url\([^)]*\)|@import[^;]*/g) ?? []).filter(
    (one) => !/url\(["']?(\/(?!\/)|data:|#)/.test(one),
  );
  expect(elsewhere).toEqual([]);
});
