/** What a picture may be, and into which ones it is made: decided by its bytes, never by its name. */
import type { TextKey } from "../i18n/text.ts";

/** More than any logo needs, and little enough for a slow network. */
export const MAX_PICTURE_BYTES = 4 * 1024 * 1024;
/** A decoded pixel takes four bytes: what a phone's camera makes fits, what is made to fill the memory does not. */
export const MAX_PICTURE_PIXELS = 40_000_000;
/** Longest side in pixels: a card, a profile, a profile on a dense screen. */
export const LOGO_SIZES = [96, 192, 384] as const;
/** The fallback for browsers that know neither AVIF nor WebP, one size for all. */
export const FALLBACK_SIZE = 192;
/** Uploads that wait for the one decoder; whoever comes later is asked to try again. */
export const MAX_WAITING_PICTURES = 8;
/** The largest picture that is taken decodes in a few seconds on a small host. */
export const DECODING_SECONDS = 30;
/** What a file is stored in, so that no read needs the whole of it in memory. */
export const CHUNK_BYTES = 256 * 1024;

export type PictureType = "jpeg" | "png" | "webp" | "avif" | "gif";
export const acceptedTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif";

/** Why a picture is refused, as the key of the text that says so. */
export type PictureTrouble = Extract<TextKey, `files.trouble.${string}`>;

export class PictureRefused extends Error {
  readonly key: PictureTrouble;

  constructor(key: PictureTrouble) {
    super(key);
    this.name = "PictureRefused";
    this.key = key;
  }
}

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((value, place) => bytes[place] === value);

/** By its first bytes (the formats' own signatures); null for anything else. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "jpeg";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return "gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (ascii(bytes, 4, 8) === "ftyp" && /^avi[fs]$/.test(ascii(bytes, 8, 12))) return "avif";
  return null;
}

/** What can be said before anything is decoded; null: nothing against it. */
export function troubleBeforeDecoding(bytes: Uint8Array): PictureTrouble | null {
  if (bytes.length === 0) return "files.trouble.empty";
  if (bytes.length > MAX_PICTURE_BYTES) return "files.trouble.tooLarge";
  return pictureTypeOf(bytes) === null ? "files.trouble.type" : null;
}

export interface PictureHead {
  width: number;
  height: number;
  /** More than one: it moves. */
  pages: number;
}

/** What its head says, read without decoding the pixels. */
export function troubleOfHead({ width, height, pages }: PictureHead): PictureTrouble | null {
  if (pages > 1) return "files.trouble.animated";
  return width * height > MAX_PICTURE_PIXELS ? "files.trouble.pixels" : null;
}

export interface Variant {
  format: "avif" | "webp" | "png";
  size: number;
}

/** What is made of a picture whose longest side is `longest`: never larger than it came. */
export function variantsFor(longest: number): Variant[] {
  const smaller = LOGO_SIZES.filter((size) => size < longest);
  const sizes: readonly number[] =
    smaller.length < LOGO_SIZES.length ? [...smaller, LOGO_SIZES[smaller.length] ?? longest] : smaller;
  return [
    ...sizes.map((size): Variant => ({ format: "avif", size })),
    ...sizes.map((size): Variant => ({ format: "webp", size })),
    { format: "png", size: FALLBACK_SIZE },
  ];
}
