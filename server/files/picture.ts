/** Takes an uploaded picture: judged by its bytes, then decoded and made anew, one at a time, in a process of its own. */
import { fileURLToPath } from "node:url";
import { FileRefused, type PictureUse, troubleBeforeDecoding } from "shared/files/rules.ts";
import { apart } from "./apart.ts";
import type { Decoded, MadeVariant, Wanted } from "./decoder.ts";

const DECODER = fileURLToPath(new URL("./decoder.ts", import.meta.url));

/** The picture in all its sizes, without metadata. Throws FileRefused with what to tell the person. */
export async function makePicture(bytes: Uint8Array, use: PictureUse = "logo"): Promise<MadeVariant[]> {
  const trouble = troubleBeforeDecoding(bytes);
  if (trouble) throw new FileRefused(trouble);
  const decoded = await apart<Decoded>(DECODER, { bytes, use } satisfies Wanted);
  // A decoder that crashes, or takes more than any picture needs, has met a file that cannot be read.
  if (decoded === null) throw new FileRefused("files.trouble.broken");
  if ("trouble" in decoded) throw new FileRefused(decoded.trouble);
  return decoded.variants;
}
