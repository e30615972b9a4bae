/** Refuses writes that another site's page sends with the person's cookies. */
import type { FastifyRequest } from "fastify";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";

const READS = ["GET", "HEAD", "OPTIONS"];

export function sameOriginOnly(app: App): void {
  app.fastify.addHook("onRequest", async (request) => {
    if (!READS.includes(request.method) && !isOwn(request, app.origin())) throw new Failure("forbidden");
  });
}

/**
 * What a browser says of where a request comes from, if it says it; a request with neither header is no browser's.
 * (Fetch Metadata: Sec-Fetch-Site; RFC 6454: Origin.)
 */
export function isOwn({ headers }: Pick<FastifyRequest, "headers">, ownOrigin: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return origin === ownOrigin || (host !== undefined && URL.parse(origin)?.host === host);
}
