/** One request over a connection of its own to an address that was looked at before; no cookies, no referrer, no second look-up. */
import { isIPv6, type LookupFunction } from "node:net";
import { type Readable, type Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { FetchProblem } from "./problem.ts";
import type { Target } from "./target.ts";

export type Headers = Readonly<Record<string, string>>;

export interface Sent {
  method: "GET" | "HEAD";
  headers: Headers;
  /** Of the body, after it was decompressed. */
  maxBytes: number;
  signal: AbortSignal;
}

export interface Answer {
  status: number;
  /** By their names in small letters; of those that stand several times, the first. */
  headers: Headers;
  body: Buffer;
}

/** Bodies are read of good answers only: an error's page is of no use. */
export async function requestOnce(target: Target, sent: Sent): Promise<Answer> {
  const { Client } = await import("undici");
  const client = new Client(target.url.origin, {
    connect: { lookup: pinned(target.addresses) },
    allowH2: false,
    pipelining: 1,
  });
  try {
    const reply = await client.request({
      path: target.url.pathname + target.url.search,
      method: sent.method,
      headers: { "accept-encoding": "gzip, br", ...sent.headers },
      signal: sent.signal,
    });
    const headers = firstOf(reply.headers);
    const isGood = reply.statusCode >= 200 && reply.statusCode < 300;
    const body = isGood && sent.method === "GET" ? await bodyOf(reply.body, headers, sent) : Buffer.alloc(0);
    return { status: reply.statusCode, headers, body };
  } finally {
    // What is still to come of the body is nobody's any more.
    client.destroy().catch(() => {});
  }
}

/** The connection goes to the addresses that were looked at, whatever the name would mean by now. */
function pinned(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_host, options, done) => {
    const [first] = known;
    if (!first) return done(new Error("no address"), "", 0);
    if (options.all) return done(null, known);
    done(null, first.address, first.family);
  };
}

function firstOf(headers: Record<string, string | string[] | undefined>): Headers {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const [first] = [value].flat();
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
}

async function bodyOf(body: Readable, headers: Headers, { maxBytes, signal }: Sent): Promise<Buffer> {
  const decoders = decodersOf(headers["content-encoding"] ?? "");
  if (decoders.length === 0 && Number(headers["content-length"] ?? 0) > maxBytes) {
    body.destroy();
    throw new FetchProblem("too-large");
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const collected = new Writable({
    write(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > maxBytes) return done(new FetchProblem("too-large"));
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([body, ...decoders, collected], { signal });
  return Buffer.concat(chunks);
}

/** A body packed more than twice is a bomb. */
const MAX_ENCODINGS = 2;

function decodersOf(encodings: string): Transform[] {
  const named = encodings
    .toLowerCase()
    .split(",")
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== "" && encoding !== "identity");
  if (named.length > MAX_ENCODINGS) throw new FetchProblem("unreadable");
  return named.toReversed().map((encoding) => {
    if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
    if (encoding === "br") return createBrotliDecompress();
    if (encoding === "deflate") return createInflate();
    throw new FetchProblem("unreadable");
  });
}
