/** Files for posts: taken from an account within its limits, made anew, and gone again where no post shows them. */
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { addPicture, type NewFile } from "db/files/changes.ts";
import { dropUnshown, filesAround, freshen, uploadsOf } from "db/files/uploads.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { Uploaded } from "shared/files/contract.ts";
import {
  FileRefused,
  isPdf,
  MAX_UPLOADED_BYTES,
  MAX_UPLOADS_A_DAY,
  pictureTypeOf,
  troubleOfPdf,
  UNSHOWN_HOURS,
} from "shared/files/rules.ts";
import { textsIn } from "shared/i18n/text.ts";
import { languageOf } from "../accounts/letters.ts";
import type { App } from "../app.ts";
import type { SentFile } from "../body.ts";
import { asFiles } from "./actions.ts";
import { apart } from "./apart.ts";
import type { MadeFile } from "./decoder.ts";
import { cleanDocuments } from "./documents.ts";
import type { Rewritten } from "./pdf/rewriter.ts";
import { makePicture } from "./picture.ts";

const REWRITER = fileURLToPath(new URL("./pdf/rewriter.ts", import.meta.url));
const DAY_MS = 24 * 60 * 60_000;

/** The one size that an address of a picture names: the largest. */
const isMain = ({ type }: { type: string }) => type === "image/webp" || type === "application/pdf";

/** Throws FileRefused with what to tell the person. */
export async function takeUpload(app: App, actor: Actor, sent: SentFile): Promise<Uploaded> {
  const { queries } = app.db;
  const { recent, bytes } = await uploadsOf(queries, actor.id, new Date(app.now().getTime() - DAY_MS));
  if (recent >= MAX_UPLOADS_A_DAY) throw new FileRefused("files.trouble.tooMany");
  if (bytes + sent.bytes.length > MAX_UPLOADED_BYTES) throw new FileRefused("files.trouble.noRoom");
  const made = asFiles(app, `person:${actor.id}`, await madeOf(sent.bytes));
  await keep(app, actor.id, made);
  const main = made.findLast(isMain);
  if (!main) throw new FileRefused("files.trouble.broken");
  return uploaded(main, sent.name, actor);
}

async function madeOf(bytes: Buffer): Promise<MadeFile[]> {
  if (!isPdf(bytes)) {
    if (bytes.length > 0 && pictureTypeOf(bytes) === null) throw new FileRefused("files.trouble.notForPosts");
    return makePicture(bytes, "post");
  }
  const trouble = troubleOfPdf(bytes);
  if (trouble) throw new FileRefused(trouble);
  const rewritten = await apart<Rewritten>(REWRITER, bytes);
  if (rewritten === null) throw new FileRefused("files.trouble.pdfBroken");
  if ("trouble" in rewritten) throw new FileRefused(rewritten.trouble);
  return [{ name: "pdf", type: "application/pdf", width: null, height: null, bytes: rewritten.bytes }];
}

async function keep(app: App, personId: number, files: readonly NewFile[]): Promise<void> {
  await transaction(app.db, async (tx) => {
    const [known] = await filesAround(
      tx,
      files.map((file) => file.hash),
    );
    if (known) return freshen(tx, known.set, app.now());
    const set = randomBytes(16).toString("base64url");
    await addPicture(tx, { ownerKind: "person", ownerId: personId, set, uploadedBy: personId, files });
  });
}

/** What stands between the brackets of a link: a name of a file may hold anything. */
const LONGEST_NAME = 80;

function uploaded(file: NewFile, name: string, { language }: Actor): Uploaded {
  const url = `/files/${file.hash}`;
  const words = name
    .replace(/[[\]()<>\\`*_\p{C}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME);
  const t = textsIn(languageOf({ language }));
  const isPicture = file.type !== "application/pdf";
  const markdown = isPicture ? `![${t("files.picture")}](${url})` : `[${words || "PDF"}](${url})`;
  const type = isPicture ? "image/webp" : "application/pdf";
  return { markdown, url, type, width: file.width, height: file.height };
}

const QUEUE = "file-cleaning";
/** Once an hour, away from the full one. */
const AT = "40 * * * *";

/** What was uploaded for a post that was never written is not kept. */
export function fileCleaning(app: App): void {
  app.jobs.declare({
    name: QUEUE,
    queue: { retryLimit: 1, deleteAfterSeconds: 24 * 60 * 60 },
    cron: AT,
    handle: async (jobs) => {
      await cleanFiles(app);
      await cleanDocuments(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
}

export async function cleanFiles(app: App): Promise<number> {
  return dropUnshown(app.db.queries, new Date(app.now().getTime() - UNSHOWN_HOURS * 60 * 60_000));
}
