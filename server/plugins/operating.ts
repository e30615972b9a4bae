/** For operators: is it alive, is it ready, and its figures. */
import { timingSafeEqual } from "node:crypto";
import { ping } from "db/connect.ts";
import type { FastifyRequest } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";

export function operating(app: App): void {
  const { fastify } = app;
  const metrics = collectMetrics(app);
  let opened = false;
  fastify.addHook("onListen", (done) => {
    opened = true;
    done();
  });
  fastify.get("/healthz", { config: { who: "anyone" } }, async (_request, reply) =>
    reply.type("text/plain").send("ok\n"),
  );
  fastify.get("/readyz", { config: { who: "anyone" } }, async (_request, reply) => {
    // It stops: who is connected still is answered, nobody new should be sent here.
    if (opened && !fastify.server.listening) throw new Failure("unavailable");
    await ping(app.db).catch((cause: unknown) => {
      throw new Failure("unavailable", { cause });
    });
    return reply.header("cache-control", "no-store").type("text/plain").send("ready\n");
  });
  fastify.get("/metrics", { config: { who: "operator" } }, async (request, reply) => {
    if (!mayReadMetrics(request, app.config.METRICS_TOKEN)) throw new Failure("not-found");
    return reply
      .header("cache-control", "no-store")
      .type(metrics.contentType)
      .send(await metrics.metrics());
  });
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** What proxies add to a request; each knows some of them only. */
const FORWARDING = /^(forwarded|via|x-forwarded-.*|x-real-ip|.*-connecting-ip)$/;

/** With a token: whoever shows it. Without: this machine alone, and not through a proxy that stands on it. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) {
    const shown = Buffer.from(request.headers.authorization ?? "");
    const wanted = Buffer.from(`Bearer ${token}`);
    return shown.length === wanted.length && timingSafeEqual(shown, wanted);
  }
  const forwarded = Object.keys(request.headers).some((name) => FORWARDING.test(name));
  return LOOPBACK.test(request.raw.socket.remoteAddress ?? "") && !forwarded;
}

function collectMetrics(app: App): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const replies = countReplies(app);
  new Counter({
    name: "replies_total",
    help: "Replies by route and status class",
    labelNames: ["route", "status"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { route, status, count } of replies.values()) this.inc({ route, status }, count);
    },
  });
  new Gauge({
    name: "document_cache_bytes",
    help: "Compressed documents kept in memory",
    registers: [registry],
    collect() {
      this.set(app.cache.size);
    },
  });
  return registry;
}

interface Replies {
  route: string;
  status: string;
  count: number;
}

/** A plain count on the way of every reply; labels are made when somebody reads the figures. */
function countReplies(app: App): Map<string, Replies> {
  const replies = new Map<string, Replies>();
  app.fastify.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "none";
    const status = `${Math.floor(reply.raw.statusCode / 100)}xx`;
    const key = `${status} ${route}`;
    const known = replies.get(key) ?? { route, status, count: 0 };
    known.count += 1;
    replies.set(key, known);
    done();
  });
  return replies;
}
