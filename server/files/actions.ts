/** What a file hangs on decides who may read it; its addresses are made of owner and content. */
import { hash } from "node:crypto";
import type { NewFile } from "db/files/changes.ts";
import { fileByHash, organisationOfLogo, type StoredFile } from "db/files/queries.ts";
import { filesAround, type SetFile } from "db/files/uploads.ts";
import { type Actor, mayEdit } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import type { MadeFile } from "./decoder.ts";
import { maySeeUpload } from "./reading.ts";

/** base64url, as every address of a file is made. */
const HASH = /^[\w-]{1,64}$/;

/** What a browser would rather have of a picture in a post. */
export interface Preferred {
  /** In pixels; the largest unless said. */
  width: number | null;
  webp: boolean;
}

/** The file that a reader may see at this address, of a picture in a post in the kind and size that fits best. */
export async function readableFile(
  app: App,
  actor: Actor | null,
  { address, preferred }: { address: string; preferred: Preferred },
): Promise<StoredFile> {
  const file = HASH.test(address) ? await fileByHash(app.db.queries, address) : null;
  if (!file) throw new Failure("not-found");
  const isLogo = file.ownerKind === "organisation";
  if (!(await (isLogo ? maySeeLogo(app, actor, file) : maySeeUpload(app, actor, file))))
    throw new Failure("not-found");
  return isLogo ? file : fitting(await filesAround(app.db.queries, [file.hash]), file, preferred);
}

/** Of a CSO that hides itself those alone who keep its profile. */
async function maySeeLogo(app: App, actor: Actor | null, file: StoredFile): Promise<boolean> {
  const owner = await organisationOfLogo(app.db.queries, file.id);
  const isServed = app.regions().some(({ slug }) => slug === owner?.region);
  return owner !== null && isServed && (owner.status !== "hidden" || mayEdit(actor, owner));
}

function fitting(files: readonly SetFile[], file: StoredFile, { width, webp }: Preferred): StoredFile {
  const kind = files.filter(({ type }) => type === (webp ? "image/webp" : "image/jpeg"));
  const wide = width === null ? undefined : kind.find((one) => (one.width ?? 0) >= width);
  return wide ?? kind.at(-1) ?? file;
}

/** The same picture of another owner has other addresses, so that nobody learns from one that there is the other. */
export function asFiles(app: App, owner: string, variants: readonly MadeFile[]): NewFile[] {
  return variants.map(({ name, ...variant }) => ({
    ...variant,
    variant: name,
    hash: app.secrets.mac("file", owner, hash("sha256", variant.bytes, "base64url")),
  }));
}

export function fileName({ ownerKind, variant, type }: StoredFile): string {
  if (type === "application/pdf") return "document.pdf";
  if (ownerKind !== "organisation") return `picture.${type.split("/")[1]}`;
  return `logo-${variant.split("-")[1]}.${type.split("/")[1]}`;
}
