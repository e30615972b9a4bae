/** A process of its own that reads one PDF and writes it anew: what a broken or hostile file does to the parser ends with it. */
import { EncryptedPDFError, PDFDocument } from "@cantoo/pdf-lib";
import type { FileTrouble } from "shared/files/rules.ts";
import { clean } from "./clean.ts";

export type Rewritten = { bytes: Uint8Array } | { trouble: FileTrouble };

async function rewrite(bytes: Uint8Array): Promise<Rewritten> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  if (document.getPageCount() === 0) return { trouble: "files.trouble.pdfBroken" };
  // What was filled in stays as text; the form itself could send it somewhere.
  try {
    document.getForm().flatten();
  } catch {
    // A form that cannot be drawn goes with the other notes on the pages.
  }
  clean(document);
  return {
    bytes: await document.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false }),
  };
}

process.once("message", (bytes: Uint8Array) => {
  rewrite(bytes)
    .catch(
      (error): Rewritten => ({
        trouble: error instanceof EncryptedPDFError ? "files.trouble.pdfLocked" : "files.trouble.pdfBroken",
      }),
    )
    .then((answer) => process.send?.(answer, undefined, undefined, () => process.disconnect?.()));
});
