/** Documents that the platform keeps itself: a PDF made anew, its digest, and its words for whoever cannot load it. */
import { hash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { addPicture } from "db/files/changes.ts";
import { dropUnusedDocuments, keepDocumentText } from "db/files/documents.ts";
import { filesAround, freshen } from "db/files/uploads.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { FileRefused, troubleOfDocument, UNSHOWN_HOURS } from "shared/files/rules.ts";
import type { App } from "../app.ts";
import { asFiles } from "./actions.ts";
import { apart } from "./apart.ts";
import type { ReadPages } from "./pdf/reader.ts";
import type { Rewritten } from "./pdf/rewriter.ts";

const REWRITER = fileURLToPath(new URL("./pdf/rewriter.ts", import.meta.url));
const READER = fileURLToPath(new URL("./pdf/reader.ts", import.meta.url));

/** Files of documents hang on no person: who uploaded one is remembered beside it. */
const OWNER = { ownerKind: "document", ownerId: 0 } as const;

/** The set under which it is kept. Throws FileRefused with what to tell the person. */
export async function takeDocument(app: App, actor: Actor, given: Buffer): Promise<string> {
  const trouble = troubleOfDocument(given);
  if (trouble) throw new FileRefused(trouble);
  const rewritten = await apart<Rewritten>(REWRITER, given);
  if (rewritten === null) throw new FileRefused("files.trouble.pdfUnread");
  if ("trouble" in rewritten) throw new FileRefused(rewritten.trouble);
  const { bytes } = rewritten;
  const read = await apart<ReadPages>(READER, bytes);
  if (!read?.pages) throw new FileRefused("files.trouble.pdfUnread");
  return keep(app, actor, { bytes, pages: read.pages });
}

/** The same document once more is the one that is there. */
function keep(
  app: App,
  actor: Actor,
  { bytes, pages }: { bytes: Uint8Array; pages: string[] },
): Promise<string> {
  const made = { name: "pdf", type: "application/pdf", width: null, height: null, bytes };
  const files = asFiles(app, OWNER.ownerKind, [made]);
  return transaction(app.db, async (tx) => {
    const [known] = await filesAround(
      tx,
      files.map((file) => file.hash),
    );
    if (known) {
      await freshen(tx, known.set, app.now());
      return known.set;
    }
    const set = randomBytes(16).toString("base64url");
    await addPicture(tx, { ...OWNER, set, uploadedBy: actor.id, files });
    await keepDocumentText(tx, { file: set, sha256: hash("sha256", bytes, "hex"), pages });
    return set;
  });
}

/** What was uploaded for a resource that was never kept goes after a day. Returns how many. */
export function cleanDocuments(app: App): Promise<number> {
  return dropUnusedDocuments(app.db.queries, new Date(app.now().getTime() - UNSHOWN_HOURS * 60 * 60_000));
}
