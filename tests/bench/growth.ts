/** How the cost of searches, facets, pages and lists grows from 1,000 to 1,000,000 CSOs. */
import { connect } from "db/connect.ts";
import { importSeed } from "db/import/seed.ts";
import { migrate } from "db/migrate.ts";
import { type App, buildApp } from "server/app.ts";
import { readConfig } from "server/config.ts";
import { createLogger } from "server/plugins/log.ts";
import { median } from "./shares.ts";
import { addOrganisations, sequence, wordAt } from "./synthetic.ts";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const REQUESTS = 60;
const WARM_UP = 15;

const list = "/api/v1/regions/africa/organisations";
const page = "/en/africa/organisations";

/** Each asks for something else at each request; words are common or rare as they come. */
const questions: Record<string, (next: () => number) => string> = {
  "search: a common word": () => `${list}?q=transparency`,
  "search: one word": (next) => `${list}?q=${word(next)}`,
  "search: two words": (next) => `${list}?q=${word(next)}+${word(next)}`,
  "search: a typo": (next) => `${list}?q=${word(next).replace(/(...)(.)/, "$1x")}`,
  "search: half a word": (next) => `${list}?q=${word(next).slice(0, 4)}`,
  "facets: all": () => page,
  "facets: one filter": (next) => `${page}?country=${country(next)}`,
  "facets: two filters": (next) => `${page}?country=${country(next)}&specialization=${subject(next)}`,
  "facets: several values": (next) =>
    `${page}?specialization=${subject(next)}&specialization=${subject(next)}`,
  "facets: under a search": (next) => `${page}?q=${word(next)}`,
  "country's page": (next) => `/en/africa/countries/${country(next).toLowerCase()}`,
  "list: by name": () => list,
  "list: one country": (next) => `${list}?country=${country(next)}`,
  "list: one subject": (next) => `${list}?specialization=${subject(next)}`,
};

const COUNTRIES = ["AO", "BF", "CM", "EG", "GH", "KE", "LS", "MA", "NG", "SC", "TZ", "ZW"];
const SUBJECTS = ["asset-recovery", "gender", "public-procurement", "local-governance", "uncac-monitoring"];
const word = (next: () => number) => wordAt(Math.floor(next() ** 2 * 4096));
const country = (next: () => number) => COUNTRIES[Math.floor(next() * COUNTRIES.length)] ?? "KE";
const subject = (next: () => number) => SUBJECTS[Math.floor(next() * SUBJECTS.length)] ?? "gender";

/** Builds up one database and asks the whole app, past its cache, at each size; prints medians and their growth. */
export async function measureGrowth(url: string, upTo: number): Promise<void> {
  const db = connect(url);
  await migrate(db);
  await importSeed(db);
  const sizes = SIZES.filter((size) => size <= upTo);
  const figures = new Map<string, number[]>(Object.keys(questions).map((name) => [name, []]));
  let size = 0;
  for (const wanted of sizes) {
    await addOrganisations(db, size, wanted);
    size = wanted;
    const app = await buildApp({
      config: readConfig({ SESSION_SECRET: "benchmark".repeat(4) }),
      db,
      logger: createLogger("error"),
      origin: () => "http://bench",
    });
    for (const [name, question] of Object.entries(questions))
      figures.get(name)?.push(await medianOf(app, question));
    await app.close();
    print(sizes.slice(0, sizes.indexOf(wanted) + 1), figures);
  }
  await db.close();
}

async function medianOf(app: App, question: (next: () => number) => string): Promise<number> {
  const next = sequence(1);
  const times: number[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    const asked = question(next);
    // A parameter that no page understands: what such an address shows is loaded anew each time.
    const url = `${asked}${asked.includes("?") ? "&" : "?"}bench=1`;
    const start = performance.now();
    const reply = await app.fastify.inject({ url, headers: { cookie: "bench=1" } });
    times.push(performance.now() - start);
    if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}`);
  }
  return median(times.slice(WARM_UP));
}

function print(sizes: number[], figures: Map<string, number[]>): void {
  console.log(
    `\nmedian ms per request | ${sizes.map((size) => size.toLocaleString("en-GB")).join(" | ")} | growth | goal`,
  );
  for (const [name, values] of figures) {
    const growth = (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN);
    console.log(
      [name, ...values.map((value) => value.toFixed(1)), `${growth.toFixed(1)} ×`, "2 ×"].join(" | "),
    );
  }
}
