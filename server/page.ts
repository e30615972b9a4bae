/** From a page's description to a route: region and query are read, data is loaded, and only then it is rendered. */
import type { FastifyRequest } from "fastify";
import type { Actor } from "shared/accounts/rules.ts";
import type { Who } from "shared/endpoint.ts";
import { Failure } from "shared/failure.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { isTextKey, type Translate, textsIn } from "shared/i18n/text.ts";
import { type QueryReading, readQuery } from "shared/query.ts";
import type { Region } from "shared/regions/contract.ts";
import { dayOf } from "shared/time.ts";
import type { LinkWords } from "shared/webLinks/contract.ts";
import type { Static, TObject } from "typebox";
import { type Feed, type Frame, render, type View } from "web/render";
import type { App } from "./app.ts";
import { deskOf } from "./desk/own.ts";
import { isUnderstood, serveDocument, type Visit } from "./serve.ts";
import { LINK_ROOM, linkWords } from "./webLinks/words.ts";

export interface PageVisit<Q, R> extends Visit {
  language: Language;
  t: Translate;
  region: R;
  params: Record<string, string>;
  /** The parameters that fit; those that do not are named in a note on the page. */
  query: Q;
}

export interface Loaded {
  view: View;
  title: string;
  description: string;
  status?: number;
  validUntil?: Date;
  jsonLd?: object[];
  feeds?: Feed[];
  noIndex?: boolean;
  /** Beside those of its route, what its content depends on: a board, a thread ("thread:12"). */
  rooms?: readonly string[];
}

interface PageRoute<S extends TObject | undefined, R> {
  /** Below the language, and below the region where there is one: "/countries/:iso2", or "". */
  path: string;
  rooms: readonly string[];
  query?: S;
  /** Anyone, unless said. */
  who?: Who;
  /** What it shows differs by person: loaded for each. */
  personal?: boolean;
  load(visit: PageVisit<QueryOf<S>, R>): Promise<Loaded>;
}

/** A page of the whole platform: `/{lang}{path}`. */
export function servePage<S extends TObject | undefined = undefined>(
  app: App,
  route: PageRoute<S, null>,
): void {
  servePageAt(app, `/:language${route.path}`, route, () => null);
}

/** A page of a region: `/{lang}/{region}{path}`. */
export function serveRegionPage<S extends TObject | undefined = undefined>(
  app: App,
  route: PageRoute<S, Region>,
): void {
  servePageAt(app, `/:language/:region${route.path}`, route, (params) => regionOf(app, params.region));
}

/** The region of that slug, where this instance serves it; else there is nothing here. */
export function regionOf(app: App, slug: string | undefined): Region {
  const region = app.regions().find((one) => one.slug === slug);
  if (!region) throw new Failure("not-found");
  return region;
}

type QueryOf<S extends TObject | undefined> = S extends TObject ? Static<S> : Record<never, never>;

function servePageAt<S extends TObject | undefined, R extends Region | null>(
  app: App,
  url: string,
  route: PageRoute<S, R>,
  regionFor: (params: Record<string, string>) => R,
): void {
  serveDocument(app, {
    url,
    who: route.who ?? "anyone",
    rooms: ["regions", ...route.rooms],
    query: route.query,
    produce: async (asked) => {
      const { request, now } = asked;
      const visit = { ...asked, ...addressOf(request, regionFor) };
      const { language, region, t } = visit;
      const reading = readQuery(route.query, request.query);
      const loaded = await loadWithoutMisfits(reading, (query) => {
        const load = () => route.load({ ...visit, query: query as QueryOf<S> });
        return isPersonal(route, asked.actor) ? load() : recall(app, { request, now, query, route }, load);
      });
      const notices = reading.problems.map(({ parameter }) => t("notice.ignored", { parameter }));
      const known = Object.keys(route.query?.properties ?? {});
      const links = route.rooms.includes(LINK_ROOM) ? await linkWords(app) : {};
      const frame = frameOf(app, request, { ...loaded, links, language, region, now, notices, known });
      return {
        status: loaded.status ?? 200,
        type: "text/html; charset=utf-8",
        body: render(loaded.view, frame),
        rooms: loaded.rooms ?? [],
        ...(loaded.validUntil ? { validUntil: loaded.validUntil } : {}),
      };
    },
  });
}

/** Language, region and parts of a page's address; 404 where they name nothing. */
export function addressOf<R extends Region | null>(
  request: FastifyRequest,
  regionFor: (params: Record<string, string>) => R,
): { language: Language; t: Translate; region: R; params: Record<string, string> } {
  const params = request.params as Record<string, string>;
  // PostgreSQL has no text with a NUL in it, so nothing is called so.
  if (Object.values(params).some((part) => part.includes("\0"))) throw new Failure("not-found");
  const language = languageOf(params.language);
  return { language, t: textsIn(language), region: regionFor(params), params };
}

/** What differs by person is still the same for all visitors. */
function isPersonal(
  { who = "anyone", personal = false }: { who?: Who; personal?: boolean },
  actor: Actor | null,
): boolean {
  return who !== "anyone" || (personal && actor !== null);
}

interface Recalled {
  request: FastifyRequest;
  now: Date;
  query: Record<string, unknown>;
  route: { rooms: readonly string[]; query?: TObject | undefined };
}

/**
 * What a page shows is loaded once for all who ask for it, whatever encoding they take and whether or not their answer
 * may be kept; a search is loaded for each.
 */
async function recall(app: App, asked: Recalled, load: () => Promise<Loaded>): Promise<Loaded> {
  const { request, now, query, route } = asked;
  if (!isUnderstood(request, route.query)) return load();
  const key = `page ${dayOf(now)} ${request.raw.url?.split("?", 1)[0]} ${JSON.stringify(query)}`;
  const loaded = await app.remember(key, ["regions", ...route.rooms], load);
  return loaded.validUntil && loaded.validUntil <= now ? load() : loaded;
}

/** A parameter that only the data can judge, as a cursor, is left out with a note like one that its schema refuses. */
async function loadWithoutMisfits(
  reading: QueryReading,
  load: (query: Record<string, unknown>) => Promise<Loaded>,
): Promise<Loaded> {
  try {
    return await load(reading.value);
  } catch (error) {
    const misfits = error instanceof Failure && error.code === "invalid" ? error.problems : [];
    const known = misfits.filter(({ parameter }) => Object.hasOwn(reading.value, parameter));
    if (known.length === 0) throw error;
    for (const problem of known) {
      delete reading.value[problem.parameter];
      reading.problems.push(problem);
    }
    return load(reading.value);
  }
}

function languageOf(code: string | undefined): Language {
  if (code === undefined || !isLanguage(code)) throw new Failure("not-found");
  return code;
}

interface FrameParts extends Omit<Loaded, "view" | "rooms"> {
  links?: LinkWords;
  language: Language;
  region: Region | null;
  now: Date;
  notices: string[];
  /** The parameters that the page understands: others are left out of its canonical address. */
  known?: string[];
}

export function frameOf(app: App, request: FastifyRequest, parts: FrameParts): Frame {
  // Split by hand: what a visitor sends as an address need not be a URL.
  const [path = "/", sent] = (request.raw.url ?? "/").split(/[?#]/, 2);
  const query = new URLSearchParams(sent);
  const saver = query.get("saver") === "1";
  const done = `done.${query.get("done")}`;
  const t = textsIn(parts.language);
  for (const key of new Set(query.keys())) {
    if (!parts.known?.includes(key)) query.delete(key);
  }
  return {
    language: parts.language,
    t,
    path: path.split("/").slice(2).join("/"),
    search: query.size > 0 ? `?${query}` : "",
    saver,
    region: parts.region,
    regions: app.regions(),
    maps: app.maps(),
    origin: app.origin(),
    assets: app.assets,
    title: parts.title,
    description: parts.description,
    notices: parts.notices,
    done: isTextKey(done) ? t(done) : null,
    person: request.actor && { handle: request.actor.handle, account: accountOf(app, request.actor.id) },
    desk: deskOf(app, request.actor, parts.region?.slug ?? null),
    noIndex: parts.noIndex ?? false,
    jsonLd: parts.jsonLd ?? [],
    feeds: parts.feeds ?? [],
    links: parts.links ?? {},
    today: dayOf(parts.now),
  };
}

/** Long enough that no two people share one, and no number of theirs. */
const ACCOUNT_LENGTH = 12;

function accountOf(app: App, id: number): string {
  return app.secrets.mac("device", String(id)).slice(0, ACCOUNT_LENGTH);
}
