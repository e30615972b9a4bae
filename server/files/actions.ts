/** What a file hangs on decides who may read it; a picture's addresses are made of owner and content. */
import { hash } from "node:crypto";
import type { NewFile } from "db/files/changes.ts";
import { fileByHash, organisationOfLogo, type StoredFile } from "db/files/queries.ts";
import { type Actor, mayEdit } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import type { MadeVariant } from "./decoder.ts";

/** base64url, as every address of a file is made. */
const HASH = /^[\w-]{1,64}$/;

/** The file that a reader may see at this address; of a CSO that hides itself, those alone who keep its profile. */
export async function readableFile(app: App, actor: Actor | null, address: string): Promise<StoredFile> {
  const file = HASH.test(address) ? await fileByHash(app.db.queries, address) : null;
  const owner = file && (await organisationOfLogo(app.db.queries, file.id));
  const isServed = app.regions().some(({ slug }) => slug === owner?.region);
  const isSeen = owner !== null && (owner.status !== "hidden" || mayEdit(actor, owner));
  if (!file || !isSeen || !isServed) throw new Failure("not-found");
  return file;
}

/** The same picture of another owner has other addresses, so that nobody learns from one that there is the other. */
export function asFiles(app: App, owner: string, variants: readonly MadeVariant[]): NewFile[] {
  return variants.map(({ name, ...variant }) => ({
    ...variant,
    variant: name,
    hash: app.secrets.mac("file", owner, hash("sha256", variant.bytes, "base64url")),
  }));
}

export function fileName({ variant, type }: StoredFile): string {
  return `logo-${variant.split("-")[1]}.${type.split("/")[1]}`;
}
