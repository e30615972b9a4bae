/** Every kind of page that a signed-in person reaches, by role and language: it answers, is whole, and is nobody else's. */
import { languageCodes } from "shared/i18n/languages.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../setup/app.ts";
import { castWithWork, crawlAs, isPersonal, type PersonsPage, SEEING } from "../setup/signedInPages.ts";
import type { Cast } from "./roles/cast.ts";
import { checks } from "./site/markup.ts";
import { budgetOf, weigh } from "./site/weights.ts";
import { untranslated } from "./site/words.ts";

const FIRST_FAULTS = 25;

let app: TestApp;
let cast: Cast;
const faults: Record<string, string[]> = {};
const broken: string[] = [];
/** By kind of page: the largest of those that only signed-in people see, and who sees it. */
const largest = new Map<string, PersonsPage>();
const reached = new Map<string, Set<string>>();

beforeAll(async () => {
  app = await testApp({ freshDatabase: true });
  cast = await castWithWork(app);
  for (const actor of SEEING) {
    for (const language of languageCodes) {
      const { answers } = await crawlAs(app, { cast, actor, language }, look);
      for (const [path, { status, from }] of answers)
        if (status >= 400) broken.push(`${status} ${path} (linked from ${from}, for ${actor})`);
    }
  }
}, 300_000);
afterAll(() => app?.close());

function look(page: PersonsPage): void {
  const kept =
    page.headers["cache-control"] === "private, no-store" ? [] : [page.headers["cache-control"] ?? "none"];
  const all = {
    ...checks,
    "every word is translated": untranslated,
    "nothing of it is kept anywhere": () => kept,
  };
  for (const [name, check] of Object.entries(all)) {
    const found = check(page);
    if (found.length > 0) {
      const what = [...new Set(found)].slice(0, 3).join(" | ");
      faults[name] = [...(faults[name] ?? []), `${page.path} for ${page.actor}: ${what}`];
    }
  }
  reached.set(page.actor, (reached.get(page.actor) ?? new Set()).add(page.kind));
  const known = largest.get(page.kind);
  if (isPersonal(app, page.kind) && (known?.html.length ?? 0) < page.html.length)
    largest.set(page.kind, page);
}

test("every link leads somewhere for whoever is shown it", () => {
  expect(broken.slice(0, FIRST_FAULTS)).toEqual([]);
});

test("every page for signed-in people is reached along links by somebody", () => {
  const pages = app.app.routes
    .filter(({ method, url }) => [method].flat().includes("GET") && url.startsWith("/:language"))
    .map(({ url }) => url)
    .filter((url) => isPersonal(app, url) && !isHandedOut(url));
  const seen = new Set([...reached.values()].flatMap((kinds) => [...kinds]));
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.filter((url) => !seen.has(url))).toEqual([]);
});

/** What a browser saves, and the second step of a file that is taken in. */
function isHandedOut(url: string): boolean {
  return /\.(csv|json)$|\/desk\/import\/check$/.test(url);
}

describe("on every page", () => {
  const names = [...Object.keys(checks), "every word is translated", "nothing of it is kept anywhere"];
  test.each(names)("%s", (name) => {
    const found = faults[name] ?? [];
    expect(found.slice(0, FIRST_FAULTS), `${found.length} pages`).toEqual([]);
  });
});

test("no page for signed-in people is heavier than it may be", async () => {
  const heavy: string[] = [];
  for (const { path, kind, actor } of largest.values()) {
    const as = cast.actors.get(actor)?.as;
    const { document, script, scriptBudget } = await weigh(
      { ...app, get: (asked, headers) => app.get(asked, { ...headers, ...as }) },
      path,
    );
    if (document > budgetOf(kind)) heavy.push(`${path}: ${document} bytes of at most ${budgetOf(kind)}`);
    if (script > scriptBudget) heavy.push(`${path}: ${script} bytes of scripts of at most ${scriptBudget}`);
  }
  expect(heavy).toEqual([]);
});
