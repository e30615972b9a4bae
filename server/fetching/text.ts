/** The text of a body, whatever it says of its encoding: marks and bytes are believed before headers, which are often wrong. */

/** HTML and XML name their encoding this early, or nobody reads it. */
const HEAD_BYTES = 2048;
/** Encodings whose bytes are those of ASCII: valid UTF-8 says nothing against them. */
const ASCII_BYTES = /^(iso-2022-|csiso2022|hz-gb)/i;

/** `contentType`: the header, or undefined where there is none. */
export function textOf(body: Uint8Array, contentType: string | undefined): string {
  const marked = markOf(body);
  if (marked) return decoded(body, marked) ?? "";
  const named = [charsetOf(contentType ?? ""), namedInside(body)].filter((name) => name !== null);
  const first = named.find((name) => ASCII_BYTES.test(name) || /^utf-?16/i.test(name));
  const candidates = [...(first ? [first] : []), "utf-8", ...named];
  for (const encoding of candidates) {
    const text = decoded(body, encoding, true);
    if (text !== null) return text;
  }
  // What pages without any word about it were written in; it has no invalid bytes.
  return decoded(body, "windows-1252") ?? "";
}

/** By the byte order mark, or by the zeros that every second byte of Latin text has in UTF-16. */
function markOf(body: Uint8Array): string | null {
  const [a, b, c] = body;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a !== undefined && a > 0 && b === 0) return "utf-16le";
  return a === 0 && b !== undefined && b > 0 ? "utf-16be" : null;
}

function charsetOf(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(text)?.[1] ?? null;
}

/** `<?xml encoding="…">`, `<meta charset="…">`, `<meta http-equiv content="…; charset=…">`. */
function namedInside(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, HEAD_BYTES)).toString("latin1");
  const xml = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1];
  if (xml) return xml;
  const meta = /<meta\s[^>]*charset[^>]*>/i.exec(head)?.[0];
  return meta ? charsetOf(meta) : null;
}

function decoded(body: Uint8Array, encoding: string, fatal = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(body);
  } catch {
    return null;
  }
}
