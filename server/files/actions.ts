/** What a file hangs on decides who may read it; its addresses are made of owner and content. */
import { hash } from "node:crypto";
import type { NewFile } from "db/files/changes.ts";
import { regionsOfDocument } from "db/files/documents.ts";
import { fileByHash, organisationOfLogo, type StoredFile } from "db/files/queries.ts";
import { filesAround, type SetFile } from "db/files/uploads.ts";
import { type Actor, hasRole, mayEdit } from "shared/accounts/rules.ts";
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
  const maySee = rules[file.ownerKind] ?? maySeeUpload;
  if (!(await maySee(app, actor, file))) throw new Failure("not-found");
  if (file.ownerKind in rules) return file;
  return fitting(await filesAround(app.db.queries, [file.hash]), file, preferred);
}

/** By what a file hangs on; those of posts come in the size that fits. */
const rules: Record<string, (app: App, actor: Actor | null, file: StoredFile) => Promise<boolean>> = {
  organisation: maySeeLogo,
  document: maySeeDocument,
};

/** Of a resource everybody; before that, those who could publish it. */
async function maySeeDocument(app: App, actor: Actor | null, { set }: StoredFile): Promise<boolean> {
  const regions = await regionsOfDocument(app.db.queries, set);
  const isPublic =
    regions !== null && (regions.length === 0 || app.regions().some(({ slug }) => regions.includes(slug)));
  return isPublic || app.regions().some(({ slug }) => hasRole(actor, "curator", slug));
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
