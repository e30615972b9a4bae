/** What a page weighs as it is sent to a browser that takes brotli: HTML and styles, and scripts apart. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { TestApp } from "../../setup/app.ts";
import { parsePage } from "../../setup/page.ts";
import { ROOT } from "../sources.ts";

/** A first TCP window; pages with maps may take more. */
const FIRST_WINDOW = 14_600;
const KB = 1_000;
const WITH_MAPS: Record<string, number> = {
  "/:language": 20 * KB,
  "/:language/:region": 40 * KB,
  "/:language/:region/countries": 40 * KB,
  "/:language/:region/countries/:iso2": 20 * KB,
  // The steward's forms draw the region's map and list the countries of the world.
  "/:language/steward/regions/:slug": 40 * KB,
  "/:language/steward/regions/:region": 40 * KB,
  "/:language/steward/regions/new": 20 * KB,
};

export function budgetOf(kind: string): number {
  return WITH_MAPS[kind] ?? FIRST_WINDOW;
}

/** Without and with an island that hears live what happens, its socket counted. */
const SCRIPT_BUDGET = 10 * KB;
const LIVE_BUDGET = 40 * KB;
export const LIVE = ["LiveBoard", "LiveThread", "Bell"];

export interface Weight {
  path: string;
  document: number;
  script: number;
  /** What its scripts may weigh. */
  scriptBudget: number;
}

export async function weigh(app: TestApp, pagePath: string): Promise<Weight> {
  const takes = { "accept-encoding": "br, gzip" };
  const plain = parsePage(await app.get(pagePath));
  const html = (await app.get(pagePath, takes)).bytes.length;
  const hrefs = [...plain.document.querySelectorAll("link[rel=stylesheet]")].map(
    (link) => link.getAttribute("href") ?? "",
  );
  const islands = [...plain.document.querySelectorAll("[data-island]")].map(
    (one) => one.getAttribute("data-island") ?? "",
  );
  const scripts = plain.document.querySelector("script[src]") ? scriptsOf(islands) : [];
  const sum = async (files: string[]) => {
    const replies = await Promise.all(files.map((file) => app.get(file, takes)));
    return replies.reduce((total, { bytes }) => total + bytes.length, 0);
  };
  const scriptBudget = islands.some((name) => LIVE.includes(name)) ? LIVE_BUDGET : SCRIPT_BUDGET;
  return { path: pagePath, document: html + (await sum(hrefs)), script: await sum(scripts), scriptBudget };
}

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  isEntry?: boolean;
}
type Manifest = Record<string, Chunk>;

/** The entry, the islands of the page, and what these import before anybody asks for more. */
export function scriptsOf(islands: string[]): string[] {
  const manifest: Manifest = JSON.parse(
    readFileSync(path.join(ROOT, "web/dist/client/manifest.json"), "utf8"),
  );
  const files = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(`/${chunk.file}`)) return;
    files.add(`/${chunk.file}`);
    for (const next of chunk.imports ?? []) take(next);
    // The socket comes after the page, but it comes.
    for (const next of chunk.dynamicImports ?? []) if (next.includes("socket.io-client")) take(next);
  };
  const isNeeded = (key: string) => islands.some((name) => key.endsWith(`/${name}.island.tsx`));
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry || isNeeded(key)) take(key);
  return [...files];
}
