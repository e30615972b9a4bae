/** From a contract to a route: public documents with their cache, endpoints with validation, pages with a frame. */

import type { OwnOrganisation } from "db/organisations/own.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "shared/accounts/rules.ts";
import type { Endpoint, ParamsOf, QueryOf, ReplyOf, Who } from "shared/endpoint.ts";
import { Failure } from "shared/failure.ts";
import { readQuery } from "shared/query.ts";
import { nextDay } from "shared/time.ts";
import type { TObject } from "typebox";
import { Value } from "typebox/value";
import type { App } from "./app.ts";
import { authorize } from "./authorize.ts";
import { chooseEncoding, type Document, pack, sendPacked } from "./plugins/documents.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may use the route; the server refuses to start where a route does not say it. */
    who?: Who;
    /** Answers without waiting until the caches of this node know of what was written: its writer reads no kept pages. */
    quick?: boolean;
  }
}

/** What a handler of a public address is given. */
export interface Visit {
  request: FastifyRequest;
  now: Date;
  /** The signed-in person, or null. */
  actor: Actor | null;
  /** The CSO of the address, where its route is for editors or owners. */
  organisation: OwnOrganisation | null;
}

export interface DocumentRoute {
  url: string;
  who: Who;
  /** The rooms whose content the document shows: a change of one of them ends its cached copies. */
  rooms: readonly string[];
  /** The parameters that it understands; an address with others is answered as without them, and not kept. */
  query?: TObject | undefined;
  schema?: object;
  /** Loads and renders. Anything it throws becomes the failure's face of this address. */
  produce(visit: Visit): Promise<Produced>;
}

interface Produced extends Omit<Document, "validUntil"> {
  validUntil?: Date;
  /** Further rooms, or topics as "thread:12", that only loading could tell. */
  rooms?: readonly string[];
}

/** Thrown by `produce` where the record stands at another address of this server; answered 308, the query kept. */
export class Moved extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`moved to ${path}`);
    this.name = "Moved";
    this.path = path;
  }
}

/** A query string longer than this is nobody's bookmark; it is answered but not kept. */
const MAX_KEPT_URL = 300;

/** Whether the answer to this address may be kept: nobody's session, nobody's search text, no flood of variants. */
function mayKeep(request: FastifyRequest, query: TObject | undefined): boolean {
  return request.headers.cookie === undefined && isUnderstood(request, query);
}

/** Whether an address holds nothing but parameters that its page understands, and no search text. */
export function isUnderstood(request: FastifyRequest, query: TObject | undefined): boolean {
  const url = request.raw.url ?? "";
  if (url.length > MAX_KEPT_URL) return false;
  const sent = new URLSearchParams(url.split("?", 2)[1]);
  return [...sent.keys()].every(
    (key) => key === "saver" || (key !== "q" && query !== undefined && key in query.properties),
  );
}

export function keyOf(request: FastifyRequest): string {
  return `${chooseEncoding(request.headers["accept-encoding"])} ${request.raw.url}`;
}

/** Serves a public GET address through the cache. */
export function serveDocument(app: App, route: DocumentRoute): void {
  app.fastify.route({
    method: "GET",
    url: route.url,
    config: { who: route.who },
    ...(route.schema ? { schema: route.schema } : {}),
    handler: async (request, reply) => {
      const generation = app.cache.generation;
      const keep = mayKeep(request, route.query);
      const visit = await visitOf(app, request, route.who);
      const { rooms = [], ...produced }: Produced = await route
        .produce(visit)
        .catch((error: unknown) => movedOr(error, request));
      const document = { validUntil: nextDay(visit.now), ...produced };
      const packed = await pack(document, {
        encoding: chooseEncoding(request.headers["accept-encoding"], keep ? "kept" : "once"),
        keep,
        validate: request.headers.cookie === undefined,
        rooms: [...route.rooms, ...rooms],
        headers: { ...headersSoFar(reply), ...cacheHeaders(request) },
      });
      if (keep && document.status === 200) app.cache.set(keyOf(request), packed, generation);
      reply.hijack();
      sendPacked(request.raw, reply.raw, packed);
    },
  });
}

/** Who asks, and whether they may; throws what they are answered otherwise. */
export async function visitOf(app: App, request: FastifyRequest, who: Who): Promise<Visit> {
  const { actor, method } = request;
  const params = request.params as Record<string, string | undefined>;
  const organisation = await authorize(app, { actor, who, params, method });
  return { request, now: app.now(), actor, organisation };
}

/** Answers one person alone: compressed for this reply, stored nowhere. */
export async function sendPrivately(
  request: FastifyRequest,
  reply: FastifyReply,
  document: Omit<Document, "validUntil">,
): Promise<void> {
  const packed = await pack(
    { ...document, validUntil: new Date(0) },
    {
      encoding: chooseEncoding(request.headers["accept-encoding"], "once"),
      keep: false,
      validate: false,
      rooms: [],
      headers: {
        ...headersSoFar(reply),
        "cache-control": "private, no-store",
        vary: "Accept-Encoding, Cookie",
      },
    },
  );
  reply.hijack();
  sendPacked(request.raw, reply.raw, packed);
}

function movedOr(error: unknown, request: FastifyRequest): Omit<Document, "validUntil"> {
  if (!(error instanceof Moved)) throw error;
  const query = (request.raw.url ?? "").split("?", 2)[1];
  const location = query === undefined ? error.path : `${error.path}?${query}`;
  return { status: 308, type: "text/plain; charset=utf-8", body: "", headers: { location } };
}

function headersSoFar(reply: FastifyReply): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [
      name,
      Array.isArray(value) ? value : String(value),
    ]),
  );
}

/** A request with a session never reads or fills the cache. */
function cacheHeaders(request: FastifyRequest): Record<string, string> {
  const visitor = request.headers.cookie === undefined;
  return {
    "cache-control": visitor ? "public, no-cache" : "private, no-store",
    vary: "Accept-Encoding, Cookie",
  };
}

/** Answers from the cache before anything else runs: a look-up and a write. */
export function answerFromCache(app: App): void {
  app.fastify.addHook("onRequest", (request, reply, done) => {
    const { method, headers } = request.raw;
    const reading = method === "GET" || method === "HEAD";
    const packed = reading && headers.cookie === undefined ? app.cache.get(keyOf(request)) : undefined;
    if (!packed) return done();
    reply.hijack();
    sendPacked(request.raw, reply.raw, packed);
  });
}

export interface Asked<E extends Endpoint> extends Visit {
  params: ParamsOf<E>;
  query: QueryOf<E>;
}

/** Serves a reading endpoint: validated by its contract, answered as JSON; where anyone may read it, kept like a page. */
export function serve<const E extends Endpoint>(
  app: App,
  endpoint: E,
  rooms: readonly string[],
  answer: (asked: Asked<E>) => Promise<ReplyOf<E> & { validUntil?: Date; shows?: readonly string[] }>,
): void {
  serveDocument(app, {
    url: endpoint.path,
    who: endpoint.who,
    rooms,
    query: endpoint.query,
    schema: openApi(endpoint),
    produce: async (visit) => {
      const { request } = visit;
      const params = checkParams(endpoint.params, request.params) as ParamsOf<E>;
      const reading = readQuery(endpoint.query, request.query);
      if (reading.problems.length > 0) throw new Failure("invalid", { problems: reading.problems });
      const { validUntil, shows, ...reply } = await answer({
        ...visit,
        params,
        query: reading.value as QueryOf<E>,
      });
      return {
        status: 200,
        type: "application/json; charset=utf-8",
        body: JSON.stringify(reply),
        ...(shows ? { rooms: shows } : {}),
        ...(validUntil ? { validUntil } : {}),
      };
    },
  });
}

/** An address whose parts cannot be names of anything is answered as one where there is nothing. */
export function checkParams(schema: TObject | undefined, params: unknown): unknown {
  if (schema && !Value.Check(schema, params)) throw new Failure("not-found");
  return params;
}

export function openApi(endpoint: Endpoint): object {
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    description: `Who may: ${endpoint.who}.`,
    security: endpoint.who === "anyone" ? [] : [{ session: [] }],
    response: { [endpoint.method === "POST" ? "2XX" : 200]: endpoint.reply },
  };
}
