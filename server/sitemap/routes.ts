/** The sitemap: every page in every language; one file as long as it is small, else an index and its parts. */
import {
  countryRecords,
  type IdRange,
  partsOf,
  publicBoards,
  type RecordKind,
  recordKinds,
  recordsIn,
  type SitemapPart,
  threadState,
} from "db/sitemap/queries.ts";
import type { FastifyRequest } from "fastify";
import { Failure } from "shared/failure.ts";
import { languageCodes } from "shared/i18n/languages.ts";
import type { App } from "../app.ts";
import { dataState } from "../dumps/routes.ts";
import { serveStream } from "../stream.ts";
import { entriesOf, index, partEntry, urlset } from "./entries.ts";

/** The protocol allows 50,000 in 50 MB; a smaller file is read sooner. */
const MAX_ADDRESSES = 10_000;
/** Records in memory at once. */
const BATCH = 500;
const TYPE = "application/xml; charset=utf-8";

const platformPages = ["", "about", "rules", "privacy", "accessibility"];
const regionPages = [
  "",
  "/countries",
  "/organisations",
  "/news",
  "/events",
  "/resources",
  "/resources/participation-guide",
  "/resources/follow-up-template",
  "/partners",
  "/join",
  "/board",
];

export function sitemap(app: App): void {
  const state = async () =>
    `${await dataState(app, ["countries", "organisations", "news", "events"])} ${await threadState(app.db.queries)}`;
  serveStream(app, { url: "/sitemap.xml", type: TYPE, state, parts: () => whole(app) });
  serveStream(app, {
    url: "/sitemap-:kind-:part.xml",
    type: TYPE,
    state: async (request) => {
      const { kind, range } = await partAsked(app, request);
      return `${kind} ${range.after} ${await state()}`;
    },
    parts: async function* (request) {
      const { kind, range } = await partAsked(app, request);
      yield urlset.open;
      yield* kind === "pages" ? pages(app) : records(app, kind, range);
      yield urlset.close;
    },
  });
}

async function* whole(app: App): AsyncGenerator<string> {
  const parts = await allParts(app);
  const count = Object.values(parts)
    .flat()
    .reduce((sum, part) => sum + part.records, 0);
  yield* count > recordsPerFile(app) ? indexOf(app, parts) : everything(app);
}

async function* everything(app: App): AsyncGenerator<string> {
  yield urlset.open;
  yield* pages(app);
  for (const kind of recordKinds) yield* records(app, kind, { after: 0, upTo: Number.MAX_SAFE_INTEGER });
  yield urlset.close;
}

function* indexOf(app: App, parts: Parts): Generator<string> {
  yield index.open + partEntry(`${app.origin()}/sitemap-pages-1.xml`, null);
  for (const kind of recordKinds) {
    const addressOf = (part: SitemapPart) => `${app.origin()}/sitemap-${kind}-${part.part}.xml`;
    yield parts[kind].map((part) => partEntry(addressOf(part), part.changedOn)).join("");
  }
  yield index.close;
}

/** A record may have a page in every region, and each in every language. */
function recordsPerFile(app: App): number {
  return Math.floor(MAX_ADDRESSES / languageCodes.length / app.regions().length);
}

type Parts = Record<RecordKind, SitemapPart[]>;

async function allParts(app: App): Promise<Parts> {
  const read = (kind: RecordKind) => partsOf(app.db.queries, kind, recordsPerFile(app));
  const curated = await app.remember("sitemap parts", ["organisations", "news", "events"], async () => {
    const [organisations, news, events] = await Promise.all([
      read("organisations"),
      read("news"),
      read("events"),
    ]);
    return { organisations, news, events };
  });
  // Threads begin all day, and counting them all takes a while.
  const hour = app.now().toISOString().slice(0, "YYYY-MM-DDTHH".length);
  const threads = await app.remember(`sitemap threads ${hour}`, ["boards"], () => read("threads"));
  return { ...curated, threads };
}

interface PartAsked {
  kind: RecordKind | "pages";
  range: IdRange;
}

/** Throws `not-found` for a part that the index does not name. */
async function partAsked(app: App, request: FastifyRequest): Promise<PartAsked> {
  const { kind, part } = request.params as Record<string, string>;
  if (kind === "pages" && part === "1") return { kind, range: { after: 0, upTo: 0 } };
  const known = recordKinds.find((one) => one === kind);
  const parts = await allParts(app);
  const found = known && parts[known].find((one) => String(one.part) === part);
  if (!found) throw new Failure("not-found");
  const size = recordsPerFile(app);
  return { kind: known, range: { after: (found.part - 1) * size, upTo: found.part * size } };
}

async function* pages(app: App): AsyncGenerator<string> {
  const origin = app.origin();
  yield platformPages.map((path) => entriesOf(origin, path, null)).join("");
  for (const { slug } of app.regions()) {
    yield regionPages.map((path) => entriesOf(origin, slug + path, null)).join("");
  }
  const boards = (await publicBoards(app.db.queries)).filter(({ region }) =>
    app.regions().some(({ slug }) => slug === region),
  );
  yield boards.map(({ region, slug }) => entriesOf(origin, `${region}/board/${slug}`, null)).join("");
  const countries = await countryRecords(app.db.queries);
  yield countries.map((country) => recordEntries(app, "countries", country)).join("");
}

async function* records(app: App, kind: RecordKind, range: IdRange): AsyncGenerator<string> {
  let { after } = range;
  while (true) {
    const batch = await recordsIn(app.db.queries, kind, { ...range, after }, BATCH);
    const last = batch.at(-1);
    if (!last) return;
    yield batch.map((record) => recordEntries(app, kind, record)).join("");
    after = last.id;
  }
}

interface PageRecord {
  slug: string;
  regions: readonly string[];
  changedOn: string;
}

/** In each region that is served here, since each has a page of its own. */
function recordEntries(
  app: App,
  room: RecordKind | "countries",
  { slug, regions, changedOn }: PageRecord,
): string {
  return app
    .regions()
    .filter((region) => regions.includes(region.slug))
    .map((region) =>
      entriesOf(
        app.origin(),
        `${region.slug}/${room === "threads" ? "board/threads" : room}/${slug}`,
        changedOn,
      ),
    )
    .join("");
}
