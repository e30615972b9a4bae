/** Public documents: rendered once, kept compressed in memory, ended by the change or the moment that outdates them. */
import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip, zstdCompress, zstdCompressSync } from "node:zlib";
import { LRUCache } from "lru-cache";

export type Encoding = "br" | "zstd" | "gzip" | "identity";

/** What a public address answers, before compression. */
export interface Document {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
  /** When the clock alone makes it wrong. */
  validUntil: Date;
}

/** A document in one encoding, ready to be sent as it is. */
export interface Packed {
  status: number;
  body: Buffer;
  headers: Record<string, string | string[]>;
  /** None on what may not be stored. */
  etag: string | null;
  validUntil: number;
  /** The rooms whose changes end it. */
  rooms: readonly string[];
  /** Name, value, name, value: what writeHead takes without a copy. */
  rawHeaders: (string | string[])[];
}

/** Within the memory budget of the whole process; some 3,000 pages. */
const MAX_BYTES = 24 * 1024 * 1024;
/** Headers, key and bookkeeping of an entry, so that many tiny entries are bounded too. */
const ENTRY_BYTES = 2_000;
/** Shorter bodies grow when they are compressed. */
const MIN_COMPRESSED = 200;

/** Of so many rooms it is known when they changed last; the threads of a busy board are many. */
const MAX_KNOWN_ROOMS = 5_000;

export class DocumentCache {
  readonly #entries = new LRUCache<string, Packed>({
    maxSize: MAX_BYTES,
    sizeCalculation: (entry) => entry.body.length + ENTRY_BYTES,
    dispose: (entry, key) => this.#forget(key, entry),
  });
  readonly #keysOf = new Map<string, Set<string>>();
  /** The generation in which a room changed last. */
  readonly #changedIn = new Map<string, number>();
  /** Raised by every change, so that what was read before a change is not kept after it. */
  #generation = 0;
  /** What was read before this one may be outdated in ways that are no longer known. */
  #oldest = 0;

  get generation(): number {
    return this.#generation;
  }

  get size(): number {
    return this.#entries.calculatedSize;
  }

  get(key: string): Packed | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.validUntil <= Date.now()) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry;
  }

  /** Kept only when nothing that it shows changed since `generation` was read. */
  set(key: string, entry: Packed, generation: number): void {
    const isOutdated = (room: string) => (this.#changedIn.get(room) ?? 0) > generation;
    if (generation < this.#oldest || entry.rooms.some(isOutdated)) return;
    this.#entries.set(key, entry);
    for (const room of entry.rooms) {
      const keys = this.#keysOf.get(room);
      if (keys) keys.add(key);
      else this.#keysOf.set(room, new Set([key]));
    }
  }

  /** Ends every entry that shows something of these rooms. */
  changed(rooms: readonly string[]): void {
    this.#generation += 1;
    if (this.#changedIn.size > MAX_KNOWN_ROOMS) {
      this.#changedIn.clear();
      this.#oldest = this.#generation;
    }
    for (const room of rooms) {
      this.#changedIn.set(room, this.#generation);
      for (const key of [...(this.#keysOf.get(room) ?? [])]) this.#entries.delete(key);
    }
  }

  #forget(key: string, { rooms }: Packed): void {
    for (const room of rooms) {
      const keys = this.#keysOf.get(room);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysOf.delete(room);
    }
  }
}

/** For what is kept, the smallest comes first; for what is made for one reader alone, the quickest. */
const preferences = { kept: ["br", "zstd", "gzip"], once: ["zstd", "br", "gzip"] } as const;

const choices = { kept: new Map<string, Encoding>(), once: new Map<string, Encoding>() };

/** The best encoding that the client takes (RFC 9110 §12.5.3). */
export function chooseEncoding(accept: string | undefined, use: "kept" | "once" = "kept"): Encoding {
  if (accept === undefined || accept === "") return "identity";
  const known = choices[use].get(accept);
  if (known) return known;
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accept);
  const taken = (name: string) => new RegExp(`\\b${name}\\b`).test(accept) && !refused(name);
  const choice = preferences[use].find(taken) ?? "identity";
  // Clients send some dozens of values; the bound is against those who invent them.
  if (choices[use].size < 200) choices[use].set(accept, choice);
  return choice;
}

const brotli = promisify(brotliCompress);
const zstd = promisify(zstdCompress);
const gzipped = promisify(gzip);

const zstdAt = (level: number) => ({ params: { [constants.ZSTD_c_compressionLevel]: level } });

async function compress(body: Buffer, encoding: Encoding, thorough: boolean): Promise<Buffer> {
  if (encoding === "br") {
    const quality = thorough ? 11 : 4;
    return brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    });
  }
  // Quicker done at once than handed to another thread: a tenth of a millisecond for most pages.
  if (encoding === "zstd") return thorough ? zstd(body, zstdAt(15)) : zstdCompressSync(body, zstdAt(3));
  if (encoding === "gzip") return gzipped(body, { level: thorough ? 9 : 4 });
  return body;
}

interface Packing {
  encoding: Encoding;
  /** What is kept is compressed thoroughly; what is sent once is compressed quickly. */
  keep: boolean;
  /** With an ETag: whoever may store the answer can ask whether it still holds. */
  validate: boolean;
  rooms: readonly string[];
  headers: Record<string, string | string[]>;
}

export async function pack(document: Document, packing: Packing): Promise<Packed> {
  const plain = Buffer.from(document.body);
  const encoding = plain.length < MIN_COMPRESSED ? "identity" : packing.encoding;
  const compressed = await compress(plain, encoding, packing.keep);
  const body = packing.keep ? ofItsOwn(compressed) : compressed;
  const etag = packing.validate ? `"${hash("sha1", plain, "base64url")}-${encoding}"` : null;
  const headers: Record<string, string | string[]> = {
    ...packing.headers,
    ...document.headers,
    "content-type": document.type,
    "content-length": String(body.length),
  };
  if (etag !== null) headers.etag = etag;
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  return {
    status: document.status,
    body,
    headers,
    etag,
    validUntil: document.validUntil.getTime(),
    rooms: packing.rooms,
    rawHeaders: Object.entries(headers).flat(),
  };
}

/** What zlib answers is the beginning of a buffer of 64 KiB, all of which would be kept with it. */
function ofItsOwn(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/** Answers at once, past the framework: this is the path that most requests take. */
export function sendPacked(request: IncomingMessage, response: ServerResponse, packed: Packed): void {
  const match = request.headers["if-none-match"];
  if (match !== undefined && packed.etag !== null && packed.status === 200 && matches(match, packed.etag)) {
    const {
      "content-length": _length,
      "content-type": _type,
      "content-encoding": _encoding,
      ...headers
    } = packed.headers;
    response.writeHead(304, Object.entries(headers).flat());
    response.end();
    return;
  }
  response.writeHead(packed.status, packed.rawHeaders);
  response.end(request.method === "HEAD" ? undefined : packed.body);
}

function matches(header: string, etag: string): boolean {
  return header === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
