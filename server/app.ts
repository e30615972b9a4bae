/** The app as one value: everything that answers, without a port. A test builds it whole and uses `inject`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import underPressure from "@fastify/under-pressure";
import { followChanges } from "db/changes.ts";
import type { Database } from "db/connect.ts";
import { allRegions } from "db/regions/queries.ts";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RouteOptions,
} from "fastify";
import type { Logger } from "pino";
import type { Region } from "shared/regions/contract.ts";
import type { Assets, Geometry } from "web/render";
import { bodies } from "./body.ts";
import type { Config } from "./config.ts";
import { DocumentCache } from "./plugins/documents.ts";
import { failures, frameworkFailure } from "./plugins/failures.ts";
import { headers, safetyHeaders } from "./plugins/headers.ts";
import { Jobs } from "./plugins/jobs.ts";
import { giveMemoryBack } from "./plugins/memory.ts";
import { openApi } from "./plugins/openapi.ts";
import { operating } from "./plugins/operating.ts";
import { isSocket, Realtime } from "./plugins/realtime.ts";
import { sameOriginOnly } from "./plugins/sameOrigin.ts";
import { sessions } from "./plugins/session.ts";
import { Snapshots } from "./plugins/snapshots.ts";
import { answerUnreadable } from "./plugins/unreadable.ts";
import { drawnMaps } from "./regions/maps.ts";
import { rooms } from "./rooms.ts";
import { type Secrets, secretsOf } from "./secrets.ts";
import { answerFromCache } from "./serve.ts";

export interface App {
  fastify: FastifyInstance;
  config: Config;
  db: Database;
  cache: DocumentCache;
  /** Reads what many pages need, and keeps it until one of the rooms changes; see plugins/snapshots.ts. */
  remember: Snapshots["remember"];
  assets: Assets;
  secrets: Secrets;
  /** Work that is done later, on any node; see plugins/jobs.ts. */
  jobs: Jobs;
  /** Who listens: see plugins/realtime.ts. */
  live: Realtime;
  /** Headers of every reply. */
  safety: Readonly<Record<string, string>>;
  /** All that it answers, as it was registered. */
  routes: readonly RouteOptions[];
  /** The regions that this instance serves, with their figures; fresh after every change. */
  regions(): readonly Region[];
  /** The shapes of their maps: those that were built with the pages, and those that were drawn later. */
  maps(): Geometry;
  /** Where the platform is reached, without a trailing slash. */
  origin(): string;
  now(): Date;
  /** Calls the listener with the rooms and topics that changed, soon after each commit, on every node. */
  heard(listener: (changed: readonly string[]) => void): void;
  /** Something was committed past `transaction()`: all nodes look at once. */
  wake(): void;
  close(): Promise<void>;
}

export interface AppParts {
  config: Config;
  db: Database;
  logger: Logger;
  origin(): string;
  now?(): Date;
  /** From which delay of its event loop on it answers 503, in milliseconds; 0: never. */
  tooBusyAfter?: number;
}

/** A visitor who would wait longer is better told to come back. */
const TOO_BUSY_AFTER_MS = 2_000;

const DIST = fileURLToPath(new URL("../web/dist/", import.meta.url));
const LONGEST_PATH_PART = 300;

/**
 * Queries are read by shared/query.ts, which serves pages and endpoints alike; bodies by their schema. Given these, Fastify
 * does not load compilers of its own, whose types are those of one library.
 */
const noCompilers = {
  buildValidator: () => () => () => true,
  buildSerializer: () => () => JSON.stringify,
} as object;

export async function buildApp(parts: AppParts): Promise<App> {
  const { config, db } = parts;
  const safety = safetyHeaders();
  const fastify: FastifyInstance = Fastify({
    loggerInstance: parts.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.TRUST_PROXY,
    http: { shouldUpgradeCallback: isSocket },
    // A request that arrives while the server closes is answered, not refused.
    return503OnClosing: false,
    routerOptions: { maxParamLength: LONGEST_PATH_PART },
    schemaController: { compilersFactory: noCompilers },
    clientErrorHandler: answerUnreadable(safety),
    frameworkErrors: (error, request, reply) => frameworkFailure(() => app)(error, request, reply),
  });
  const routes = collectRoutes(fastify);
  let regions = await servedRegions(db, config);
  let maps = await drawnMaps(db);
  const cache = new DocumentCache();
  const snapshots = new Snapshots();
  const jobs = new Jobs(db.url, fastify.log);
  const listeners: ((changed: readonly string[]) => void)[] = [];
  const follower = await followChanges(db, onChange, (error) =>
    fastify.log.warn({ err: error }, "changes not followed"),
  );
  const app: App = {
    fastify,
    config,
    db,
    cache,
    remember: (key, rooms, load) => snapshots.remember(key, rooms, load),
    assets: JSON.parse(readFileSync(`${DIST}assets.json`, "utf8")),
    routes,
    secrets: secretsOf(config.SESSION_SECRET),
    jobs,
    live: new Realtime(),
    safety,
    regions: () => regions,
    maps: () => maps,
    origin: parts.origin,
    now: parts.now ?? (() => new Date()),
    heard: (listener) => listeners.push(listener),
    wake: () => follower.wake(),
    close: async () => {
      await fastify.close();
      await jobs.stop();
      await follower.close();
    },
  };

  async function onChange(changed: string[]): Promise<void> {
    jobs.wake(changed);
    // Topics of the board, as "thread:12", tell nothing of regions.
    if (changed.some((room) => !room.includes(":"))) await readRegions();
    if (changed.includes("regions")) await readMaps();
    snapshots.changed(changed);
    cache.changed(changed);
    for (const listener of listeners) listener(changed);
  }

  function readRegions(): Promise<void> {
    return servedRegions(db, config).then(
      (fresh) => {
        regions = fresh;
      },
      (error) => fastify.log.error({ err: error }, "regions not read"),
    );
  }

  function readMaps(): Promise<void> {
    return drawnMaps(db).then(
      (fresh) => {
        maps = fresh;
      },
      (error) => fastify.log.error({ err: error }, "maps not read"),
    );
  }

  // Whoever wrote finds it in the very next page, also where that is kept here for all.
  fastify.addHook("onSend", async (request, reply) => {
    const wrote = request.method !== "GET" && request.method !== "HEAD" && reply.statusCode < 400;
    if (wrote && !request.routeOptions.config.quick) await follower.caughtUp();
  });

  try {
    await plug(app, parts.tooBusyAfter ?? TOO_BUSY_AFTER_MS);
    for (const room of rooms) room(app);
    await fastify.ready();
    for (const { method, url, config: declared } of routes) {
      if (!declared?.who) throw new Error(`${method} ${url} does not say who may use it`);
    }
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

function collectRoutes(fastify: FastifyInstance): RouteOptions[] {
  const routes: RouteOptions[] = [];
  fastify.addHook("onRoute", (route) => {
    routes.push(route);
  });
  return routes;
}

async function plug(app: App, tooBusyAfter: number): Promise<void> {
  const { fastify } = app;
  giveMemoryBack(app);
  answerFromCache(app);
  headers(fastify, app.safety);
  sameOriginOnly(app);
  await sessions(app);
  await bodies(app);
  await fastify.register(underPressure, { maxEventLoopDelay: tooBusyAfter, exposeStatusRoute: false });
  openApi(app);
  await fastify.register(async (assets) => {
    assets.addHook("onRoute", (route) => {
      route.config = { ...route.config, who: "anyone" };
    });
    await assets.register(fastifyStatic, {
      root: `${DIST}client`,
      index: false,
      cacheControl: false,
      globIgnore: ["manifest.json", "**/*.br", "**/*.gz"],
      preCompressed: true,
      wildcard: false,
      setHeaders: (reply, path) => {
        const immutable = path.includes("/assets/");
        reply.header(
          "cache-control",
          immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        );
      },
    });
  });
  failures(app);
  operating(app);
  app.live.attach(app);
}

async function servedRegions(db: Database, config: Config): Promise<readonly Region[]> {
  const all = await allRegions(db.queries);
  return config.REGION ? all.filter((region) => region.slug === config.REGION) : all;
}
