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

/** What no picture and no PDF of that size needs to be read; a file that unfolds in memory does. */
export const DECODING_MIB = 700;

/** Longest side in pixels of a picture in a post: on a phone, and on anything wider. */
export const POST_SIZES = [480, 1200] as const;
/** What a picture is for: a CSO's logo, or to be shown in a post. */
export type PictureUse = "logo" | "post";

/** Files of one account in a day: far more than anybody writes posts about. */
export const MAX_UPLOADS_A_DAY = 60;
/** All that one account may keep: half of what a small host's disk has to spare for a hundred of them. */
export const MAX_UPLOADED_BYTES = 100 * 1024 * 1024;
/** A file that no post shows is gone after so long. */
export const UNSHOWN_HOURS = 24;

/** A document of the United Nations with its pictures; what is larger is linked to, where it was published. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
/** What is longer is no document to be read. */
export const MAX_DOCUMENT_PAGES = 1_500;
/** Some 1,000 printed pages; the words of the pages after that are left out. */
export const MAX_DOCUMENT_WORDS = 3_000_000;

export type PictureType = "jpeg" | "png" | "webp" | "avif" | "gif";
export const acceptedTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif";
export const acceptedInPosts = `${acceptedTypes},application/pdf`;

/** Why a file is refused, as the key of the text that says so. */
export type FileTrouble = Extract<TextKey, `files.trouble.${string}`>;

export class FileRefused extends Error {
  readonly key: FileTrouble;

  constructor(key: FileTrouble) {
    super(key);
    this.name = "FileRefused";
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
export function troubleBeforeDecoding(bytes: Uint8Array): FileTrouble | null {
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
export function troubleOfHead({ width, height, pages }: PictureHead): FileTrouble | null {
  if (pages > 1) return "files.trouble.animated";
  return width * height > MAX_PICTURE_PIXELS ? "files.trouble.pixels" : null;
}

/** PDF 1.0 to 2.0. What stands before these bytes, as some readers allow, would be another file's. */
export function isPdf(bytes: Uint8Array): boolean {
  return /^%PDF-[12]\.[0-9]/.test(ascii(bytes, 0, 8));
}

/** Readers look for the end in the last kilobyte (ISO 32000-1, annex H). */
const PDF_TAIL = 1024;

/** A PDF of a post. */
export function troubleOfPdf(bytes: Uint8Array): FileTrouble | null {
  return bytes.length > MAX_PICTURE_BYTES ? "files.trouble.tooLarge" : troubleOfPdfEnd(bytes);
}

/** A PDF that is kept as a document, for everybody to read. */
export function troubleOfDocument(bytes: Uint8Array): FileTrouble | null {
  if (bytes.length === 0) return "files.trouble.empty";
  if (bytes.length > MAX_DOCUMENT_BYTES) return "files.trouble.documentTooLarge";
  return isPdf(bytes) ? troubleOfPdfEnd(bytes) : "files.trouble.notPdf";
}

/** A PDF ends with its end; whatever follows that would be another file's. */
function troubleOfPdfEnd(bytes: Uint8Array): FileTrouble | null {
  const tail = ascii(bytes, Math.max(0, bytes.length - PDF_TAIL), bytes.length);
  const end = tail.lastIndexOf("%%EOF");
  if (end === -1) return "files.trouble.pdfBroken";
  return /^[\s\0]*$/.test(tail.slice(end + "%%EOF".length)) ? null : "files.trouble.pdfMixed";
}

export interface Variant {
  format: "avif" | "webp" | "png" | "jpeg";
  size: number;
}

function sizesBelow(sizes: readonly number[], longest: number): number[] {
  const smaller = sizes.filter((size) => size < longest);
  const next = sizes[smaller.length];
  return next === undefined ? smaller : [...smaller, next];
}

/** What is made of a picture whose longest side is `longest`: never larger than it came. */
export function variantsFor(longest: number, use: PictureUse): Variant[] {
  if (use === "post") {
    const sizes = sizesBelow(POST_SIZES, longest);
    const fallback = sizes.at(-1) ?? longest;
    return [...sizes.map((size): Variant => ({ format: "webp", size })), { format: "jpeg", size: fallback }];
  }
  const sizes = sizesBelow(LOGO_SIZES, longest);
  return [
    ...sizes.map((size): Variant => ({ format: "avif", size })),
    ...sizes.map((size): Variant => ({ format: "webp", size })),
    { format: "png", size: FALLBACK_SIZE },
  ];
}
