/** Goes through the site as a search engine does: from its front doors along every link, each address once. */
import type { RouteOptions } from "fastify";
import { languageCodes } from "shared/i18n/languages.ts";
import type { TestApp } from "./app.ts";
import { type Page, parsePage } from "./page.ts";

export interface VisitedPage extends Page {
  path: string;
  /** The route that answered: "/:language/:region/countries/:iso2". */
  kind: string;
  language: string;
}

export interface Crawl {
  /** Of every address that was asked for: its status, the route that answered, and a page that links to it. */
  answers: Map<string, { status: number; from: string; kind: string }>;
  pages: number;
}

/** Lists are read on to their end; of other views (filters, months, maps) some of each kind are looked at. */
const VIEWS_OF_A_KIND = 2;

export interface CrawlOptions {
  languages?: readonly string[];
  /** Of each kind of page only so many. */
  ofEachKind?: number;
  /** Where it begins; the home page of each language unless given. */
  entries?: readonly string[];
  /** Links that do not fit are not followed. */
  follow?(path: string): boolean;
}

/** Asks for every page once and shows it to `visit`; redirects are followed. */
export async function crawl(
  app: TestApp,
  visit: (page: VisitedPage) => void,
  {
    languages = languageCodes,
    ofEachKind = Number.POSITIVE_INFINITY,
    entries,
    follow = () => true,
  }: CrawlOptions = {},
): Promise<Crawl> {
  const answers: Crawl["answers"] = new Map();
  const wanted = new Wanted(app.app.routes, ofEachKind);
  for (const entry of entries ?? languages.map((language) => `/${language}`)) wanted.add(entry, "the start");
  let pages = 0;
  for (let next = wanted.take(); next; next = wanted.take()) {
    const reply = await app.get(next.path);
    answers.set(next.path, { status: reply.status, from: next.from, kind: wanted.kindOf(next.path) });
    const { location, "content-type": type = "" } = reply.headers;
    if (location) wanted.add(location, next.path);
    if (reply.status !== 200 || !type.startsWith("text/html")) continue;
    const page = {
      ...parsePage(reply),
      path: next.path,
      kind: wanted.kindOf(next.path),
      language: next.path.slice(1, 3),
    };
    pages += 1;
    visit(page);
    for (const link of internalLinks(page)) if (follow(link)) wanted.add(link, next.path);
  }
  return { answers, pages };
}

function internalLinks({ document, path }: VisitedPage): string[] {
  const links = [...document.querySelectorAll("a[href], link[rel=alternate][href], area[href]")];
  return links.flatMap((link) => {
    const url = new URL(link.getAttribute("href") ?? "", `http://127.0.0.1${path}`);
    return url.hostname === "127.0.0.1" ? [url.pathname + url.search] : [];
  });
}

class Wanted {
  readonly #kinds: { kind: string; pattern: RegExp }[];
  readonly #seen = new Set<string>();
  readonly #views = new Map<string, number>();
  readonly #queue: { path: string; from: string }[] = [];

  readonly #ofEachKind: number;

  constructor(routes: readonly RouteOptions[], ofEachKind: number) {
    this.#ofEachKind = ofEachKind;
    this.#kinds = routes
      .filter(({ method }) => [method].flat().includes("GET"))
      .map(({ url }) => ({ kind: url, pattern: patternOf(url) }))
      // "/en/africa/resources/participation-guide" is a page of its own, not a record called so.
      .toSorted((one, other) => placesIn(one.kind) - placesIn(other.kind));
  }

  kindOf(path: string): string {
    const [name = ""] = path.split("?");
    return this.#kinds.find(({ pattern }) => pattern.test(name))?.kind ?? "nothing";
  }

  add(path: string, from: string): void {
    if (this.#seen.has(path) || !this.#isWorthIt(path)) return;
    this.#seen.add(path);
    this.#queue.push({ path, from });
  }

  take(): { path: string; from: string } | undefined {
    return this.#queue.shift();
  }

  #isWorthIt(path: string): boolean {
    const [name = "", query = ""] = path.split("?");
    const keys = [...new Set(new URLSearchParams(query).keys())].toSorted().join();
    const isWhole = keys === "" || keys === "after";
    const view = `${this.kindOf(path)} ${name.slice(0, 3)} ${keys}`;
    const count = this.#views.get(view) ?? 0;
    this.#views.set(view, count + 1);
    return count < (isWhole ? this.#ofEachKind : Math.min(VIEWS_OF_A_KIND, this.#ofEachKind));
  }
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/:\w+/g, "[^/]+")}$`);
}

function placesIn(url: string): number {
  return (url.match(/:/g) ?? []).length;
}
