/** Files at their own addresses: typed by our record, known by their content, and never longer than their owner is seen. */
import { Readable } from "node:stream";
import { chunksOf } from "db/files/queries.ts";
import type { App } from "../app.ts";
import { fileName, readableFile } from "./actions.ts";

export function fileRoutes(app: App): void {
  app.fastify.get<{ Params: { hash: string } }>(
    "/files/:hash",
    { config: { who: "anyone" } },
    async (request, reply) => {
      const file = await readableFile(app, request.actor, request.params.hash);
      const etag = `"${file.hash}"`;
      // Asked for each time: what is hidden from now on must not be shown from a copy.
      const audience = request.actor === null ? "public" : "private";
      reply.headers({ "cache-control": `${audience}, no-cache`, vary: "Cookie", etag });
      if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
      reply.headers({
        "content-type": file.type,
        "content-length": file.size,
        "content-disposition": `inline; filename="${fileName(file)}"`,
      });
      // A stream leaves the length as it was said; of nothing it would be none.
      if (request.method === "HEAD") return reply.send(Readable.from([]));
      return reply.send(Readable.from(chunksOf(app.db.queries, file.id)));
    },
  );
}

function isKnown(sent: string | undefined, etag: string): boolean {
  if (sent === undefined) return false;
  return sent.trim() === "*" || sent.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
