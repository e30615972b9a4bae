/** For operators: is it alive, is it ready, and its figures. */
import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";

export function operating(app: App): void {
  const { fastify } = app;
  const metrics = collectMetrics(app);
  let closing = false;
  fastify.addHook("preClose", (done) => {
    closing = true;
    done();
  });
  fastify.get("/healthz", { config: { who: "anyone" } }, async (_request, reply) =>
    reply.type("text/plain").send("ok\n"),
  );
  fastify.get("/readyz", { config: { who: "anyone" } }, async (_request, reply) => {
    if (closing) throw new Failure("unavailable");
    await app.db.pool.query("select 1").catch((cause: unknown) => {
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

/** With a token: whoever shows it. Without: this machine alone, and not through a proxy that stands on it. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) {
    const shown = Buffer.from(request.headers.authorization ?? "");
    const wanted = Buffer.from(`Bearer ${token}`);
    return shown.length === wanted.length && timingSafeEqual(shown, wanted);
  }
  const { forwarded, "x-forwarded-for": forwardedFor, "x-real-ip": realIp } = request.headers;
  const address = request.raw.socket.remoteAddress ?? "";
  return (
    LOOPBACK.test(address) && forwarded === undefined && forwardedFor === undefined && realIp === undefined
  );
}

function collectMetrics(app: App): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const replies = new Counter({
    name: "replies_total",
    help: "Replies by route and status class",
    labelNames: ["route", "status"],
    registers: [registry],
  });
  new Gauge({
    name: "document_cache_bytes",
    help: "Compressed documents kept in memory",
    registers: [registry],
    collect() {
      this.set(app.cache.size);
    },
  });
  app.fastify.addHook("onResponse", (request, reply, done) => {
    const status = reply.raw.statusCode;
    replies.inc({ route: request.routeOptions.url ?? "none", status: `${Math.floor(status / 100)}xx` });
    done();
  });
  return registry;
}
