/** The text of a file that a spreadsheet or an editor saved: UTF-8 or UTF-16, with a byte order mark or without. */
import { MAX_TABLE_BYTES } from "shared/tables/rules.ts";
import { TableProblem } from "./problem.ts";

export const tableEncodings = ["unicode", "windows-1252"] as const;
/** `windows-1252` only where the sender says so: every file can be read by it, and most of them wrongly. */
export type TableEncoding = (typeof tableEncodings)[number];

/** Enough of a file to see how its letters are written. */
const SAMPLE_BYTES = 400;

/** Throws a TableProblem where the bytes are no text of that kind. */
export function textOf(bytes: Uint8Array, encoding: TableEncoding = "unicode"): string {
  if (bytes.length > MAX_TABLE_BYTES)
    throw new TableProblem("too-large", 0, { limit: MAX_TABLE_BYTES / 1024 ** 2 });
  const text = decoded(bytes, encoding === "windows-1252" ? encoding : unicodeOf(bytes));
  if (text.trim() === "") throw new TableProblem("empty");
  const nul = text.indexOf("\0");
  if (nul !== -1) throw new TableProblem("nul", lineAt(text, nul));
  return text;
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TableProblem("encoding");
  }
}

/** UTF-16 without its mark is told by the empty half of its Latin letters, commas and line ends. */
function unicodeOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const nuls = (at: number) => sample.filter((byte, index) => byte === 0 && index % 2 === at).length;
  const [high, low] = [nuls(0), nuls(1)];
  const many = sample.length / 4;
  if (low > many && high === 0) return "utf-16le";
  if (high > many && low === 0) return "utf-16be";
  return "utf-8";
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|[\r\n]/).length;
}
