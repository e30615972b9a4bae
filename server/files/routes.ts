/** Files at their own addresses: typed by our record, known by their content, and never longer than their owner is seen. */
import { Readable } from "node:stream";
import { chunksOf } from "db/files/queries.ts";
import type { FastifyRequest } from "fastify";
import type { Actor } from "shared/accounts/rules.ts";
import { MAX_FILE_BYTES } from "shared/board/rules.ts";
import { Failure } from "shared/failure.ts";
import { type Uploaded, uploadFile } from "shared/files/contract.ts";
import { FileRefused } from "shared/files/rules.ts";
import { textsIn } from "shared/i18n/text.ts";
import { languageOf } from "../accounts/letters.ts";
import type { App } from "../app.ts";
import { type SentFile, sentForm } from "../body.ts";
import { openApi, visitOf } from "../serve.ts";
import { fileName, type Preferred, readableFile } from "./actions.ts";
import { takeUpload } from "./uploads.ts";

/** Whatever a file is taken for, nothing in it runs, loads or navigates. */
const SEALED = "default-src 'none'; sandbox";

export function fileRoutes(app: App): void {
  app.fastify.get<{ Params: { hash: string }; Querystring: { w?: unknown } }>(
    "/files/:hash",
    { config: { who: "anyone" } },
    async (request, reply) => {
      const asked = { address: request.params.hash, preferred: preferredBy(request) };
      const file = await readableFile(app, request.actor, asked);
      const etag = `"${file.hash}"`;
      // Asked for each time: what is hidden from now on must not be shown from a copy.
      const audience = request.actor === null ? "public" : "private";
      const vary = file.ownerKind === "organisation" ? "Cookie" : "Accept, Cookie";
      reply.headers({ "cache-control": `${audience}, no-cache`, vary, etag });
      if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
      const isPdf = file.type === "application/pdf";
      reply.headers({
        "content-type": file.type,
        "content-length": file.size,
        "content-disposition": `${isPdf ? "attachment" : "inline"}; filename="${fileName(file)}"`,
        "content-security-policy": SEALED,
      });
      // A stream leaves the length as it was said; of nothing it would be none.
      if (request.method === "HEAD") return reply.send(Readable.from([]));
      return reply.send(Readable.from(chunksOf(app.db.queries, file.id)));
    },
  );
  uploading(app);
}

function preferredBy(request: FastifyRequest<{ Querystring: { w?: unknown } }>): Preferred {
  const { w } = request.query;
  const isWidth = typeof w === "string" && /^[1-9][0-9]{0,3}$/.test(w);
  return {
    width: isWidth ? Number(w) : null,
    webp: request.headers.accept?.includes("image/webp") ?? false,
  };
}

function isKnown(sent: string | undefined, etag: string): boolean {
  if (sent === undefined) return false;
  return sent.trim() === "*" || sent.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

/** The one address of the API that takes something else than JSON: a file is no text. */
function uploading(app: App): void {
  const { method, path, who } = uploadFile;
  app.fastify.route({
    method,
    url: path,
    config: { who },
    schema: openApi(uploadFile),
    handler: async (request, reply) => {
      const { actor } = await visitOf(app, request, who);
      if (!actor) throw new Failure("unauthenticated");
      if (!request.isMultipart()) throw new Failure("invalid");
      const { files, tooLarge } = await sentForm(request, MAX_FILE_BYTES);
      if (tooLarge.size > 0) throw new Failure("too-large");
      const uploaded = await take(app, actor, files.values().next().value);
      return reply.code(201).header("cache-control", "no-store").send(uploaded);
    },
  });
}

async function take(app: App, actor: Actor, file: SentFile | undefined): Promise<Uploaded> {
  try {
    if (!file) throw new FileRefused("files.trouble.empty");
    return await takeUpload(app, actor, file);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    if (error.key === "files.trouble.tooMany") throw new Failure("too-many");
    const message = textsIn(languageOf(actor))(error.key);
    throw new Failure("invalid", { problems: [{ parameter: "file", message }] });
  }
}
