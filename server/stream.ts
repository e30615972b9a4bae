/** Documents that may be larger than memory: written part by part, compressed on the way, known by the data's state. */
import { hash } from "node:crypto";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip, createZstdCompress } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import { chooseEncoding, type Encoding } from "./plugins/documents.ts";

export interface StreamRoute {
  url: string;
  type: string;
  headers?: Record<string, string>;
  /** Differs after every change of what is written. */
  state(request: FastifyRequest): Promise<string>;
  /** The text in parts, each small; asked for the next only when the reader has taken the last. */
  parts(request: FastifyRequest): AsyncIterable<string>;
}

/**
 * Serves a public file. Its ETag is weak: rows are read part by part, so that a change meanwhile may show in a later
 * part; the next request then finds another state.
 */
export function serveStream(app: App, route: StreamRoute): void {
  app.fastify.route({
    method: "GET",
    url: route.url,
    config: { who: "anyone" },
    handler: async (request, reply) => {
      const encoding = chooseEncoding(request.headers["accept-encoding"]);
      const state = `${await route.state(request)} ${app.origin()}`;
      const etag = `W/"${hash("sha1", state, "base64url")}-${encoding}"`;
      reply.headers({ "cache-control": "public, no-cache", vary: "Accept-Encoding", etag, ...route.headers });
      if (isKnown(request, etag)) return reply.code(304).send();
      reply.type(route.type);
      if (encoding !== "identity") reply.header("content-encoding", encoding);
      // Nothing is read for it, and its length is not known.
      if (request.method === "HEAD") return reply.send(Readable.from([]));
      return reply.send(compressed(route.parts(request), encoding, reply));
    },
  });
}

function isKnown(request: FastifyRequest, etag: string): boolean {
  const sent = request.headers["if-none-match"];
  return sent !== undefined && (sent.trim() === "*" || sent.split(",").some((one) => one.trim() === etag));
}

function compressed(parts: AsyncIterable<string>, encoding: Encoding, reply: FastifyReply): Readable {
  const source = Readable.from(parts);
  const compressor = compressorFor(encoding);
  if (!compressor) return source;
  // A reader who leaves ends the reading too; what failed is in the log, and the reader sees an unfinished file.
  pipeline(source, compressor).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") reply.log.error({ err: error }, "file not finished");
  });
  return compressor;
}

/** Written once for one reader, so quickly rather than small. */
function compressorFor(encoding: Encoding): Transform | null {
  if (encoding === "br") return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  if (encoding === "zstd") return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  if (encoding === "gzip") return createGzip({ level: 4 });
  return null;
}
