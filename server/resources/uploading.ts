/** Takes the PDF of a resource that is written by a program. */
import { keptDocument } from "db/files/documents.ts";
import { Failure, found } from "shared/failure.ts";
import { FileRefused, MAX_DOCUMENT_BYTES } from "shared/files/rules.ts";
import { textsIn } from "shared/i18n/text.ts";
import { uploadDocument } from "shared/resources/contract.ts";
import { languageOf } from "../accounts/letters.ts";
import type { App } from "../app.ts";
import { sentForm } from "../body.ts";
import { takeDocument } from "../files/documents.ts";
import { regionOf } from "../page.ts";
import { openApi, visitOf } from "../serve.ts";

/** An address of the API that takes something else than JSON: a file is no text. */
export function documentUpload(app: App): void {
  const { method, path, who } = uploadDocument;
  app.fastify.route<{ Params: { region: string } }>({
    method,
    url: path,
    config: { who },
    schema: openApi(uploadDocument),
    handler: async (request, reply) => {
      const actor = found((await visitOf(app, request, who)).actor);
      regionOf(app, request.params.region);
      if (!request.isMultipart()) throw new Failure("invalid");
      const { files, tooLarge } = await sentForm(request, MAX_DOCUMENT_BYTES);
      if (tooLarge.size > 0) throw new Failure("too-large");
      const bytes = files.values().next().value?.bytes ?? Buffer.alloc(0);
      const file = await takeDocument(app, actor, bytes).catch((error: unknown) => {
        if (!(error instanceof FileRefused)) throw error;
        const message = textsIn(languageOf(actor))(error.key);
        throw new Failure("invalid", { problems: [{ parameter: "file", message }] });
      });
      const kept = found(await keptDocument(app.db.queries, file));
      return reply.code(201).header("cache-control", "no-store").send(kept);
    },
  });
}
