/** How many bytes a letter has as it is sent, both parts encoded: nodemailer's own choice of encoding, foreseen. */
import type { Rendered } from "./letter.ts";

/** Headers, and what parts the two texts from each other. */
const AROUND = 2_000;

export function sentBytes({ text, html }: Pick<Rendered, "text" | "html">): number {
  return AROUND + encodedBytes(text) + encodedBytes(html);
}

/** Quoted-printable where most signs are Latin letters, base64 otherwise; line breaks of the encoding included. */
function encodedBytes(part: string): number {
  const bytes = Buffer.byteLength(part);
  const foreign = part.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const latin = part.match(/[a-z]/gi)?.length ?? 0;
  if (foreign >= latin) return Math.ceil((bytes / 57 + 1) * 78);
  const plain = part.match(/[\u0020-\u003c\u003e-\u007e]/g)?.length ?? 0;
  return Math.ceil((plain + (bytes - plain) * 3) * 1.04);
}
