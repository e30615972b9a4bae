/**
 * A process of its own that decodes one picture and makes its variants: what a broken or hostile file does to the
 * decoder ends with it, and its memory is given back whole.
 */

import {
  type FileTrouble,
  MAX_PICTURE_PIXELS,
  type PictureUse,
  troubleOfHead,
  variantsFor,
} from "shared/files/rules.ts";
import sharp, { type Sharp } from "sharp";

/** What is stored of a file that was made anew. */
export interface MadeFile {
  /** "webp-192", "pdf". */
  name: string;
  type: string;
  /** Of a picture. */
  width: number | null;
  height: number | null;
  bytes: Uint8Array;
}

export interface MadeVariant extends MadeFile {
  width: number;
  height: number;
}

export interface Wanted {
  bytes: Uint8Array;
  use: PictureUse;
}

export type Decoded = { variants: MadeVariant[] } | { trouble: FileTrouble };

// One thread and nothing kept: this process lives for one picture beside a server that answers others.
sharp.concurrency(1);
sharp.cache(false);
// Decoders of other formats stay closed, whatever a file pretends to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpeg",
    "VipsForeignLoadPng",
    "VipsForeignLoadWebp",
    "VipsForeignLoadHeif",
    "VipsForeignLoadNsgif",
  ],
});

/** Compressed as far as a logo stays crisp; without metadata, which sharp leaves out unless asked. */
const encode: Record<string, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 60, effort: 4 }),
  webp: (picture) => picture.webp({ quality: 82, effort: 5 }),
  png: (picture) => picture.png({ compressionLevel: 9 }),
  // For browsers that know nothing else; what is transparent is white.
  jpeg: (picture) => picture.flatten({ background: "#fff" }).jpeg({ quality: 76, mozjpeg: true }),
};

async function decode({ bytes, use }: Wanted): Promise<Decoded> {
  // Only the head is read here, so that its own words can be told apart from a file that is broken.
  const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const trouble = troubleOfHead({ width, height, pages });
  if (trouble) return { trouble };
  const options = { limitInputPixels: MAX_PICTURE_PIXELS, failOn: "error", sequentialRead: true } as const;
  const wanted = variantsFor(Math.max(width, height), use);
  const largest = Math.max(...wanted.map(({ size }) => size));
  // Turned as its EXIF says before that is gone; decoded once, then worked on at its largest size.
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize(largest, largest, { fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const variants: MadeVariant[] = [];
  for (const { format, size } of wanted) {
    const small = sharp(data, {
      raw: { width: info.width, height: info.height, channels: info.channels },
    }).resize(size, size, { fit: "inside", withoutEnlargement: true });
    const made = await (encode[format]?.(small) ?? small).toBuffer({ resolveWithObject: true });
    variants.push({
      name: `${format}-${size}`,
      type: `image/${format}`,
      width: made.info.width,
      height: made.info.height,
      bytes: made.data,
    });
  }
  return { variants };
}

process.once("message", (wanted: Wanted) => {
  decode(wanted)
    .catch((): Decoded => ({ trouble: "files.trouble.broken" }))
    .then((answer) => process.send?.(answer, undefined, undefined, () => process.disconnect?.()));
});
