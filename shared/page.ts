/** Paging: a list's shape, its limits, and the opaque cursor that leads to the next part. */
import Type, { type Static, type TSchema } from "typebox";
import { Failure } from "./failure.ts";

export const DEFAULT_LIMIT = 20;
/** A longer page is slow to read on a phone and slow to send. */
export const MAX_LIMIT = 100;
/** Counts are exact up to here; beyond it nobody reads the difference and counting costs time. */
export const EXACT_COUNT = 1000;

export function listOf<T extends TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    total: Type.Integer({ minimum: 0, description: `Exact up to ${EXACT_COUNT}.` }),
    totalIsAtLeast: Type.Optional(Type.Literal(true)),
    next: Type.Union([Type.String(), Type.Null()], { description: "Give it back as `after` to read on." }),
  });
}

export interface List<T> {
  items: T[];
  total: number;
  totalIsAtLeast?: true;
  next: string | null;
}

export const paging = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_LIMIT })),
  after: Type.Optional(Type.String({ maxLength: 1000 })),
};

/** Caps a count as lists promise: `{ total: 1000, totalIsAtLeast: true }` beyond 1,000. */
export function countUpTo(count: number): { total: number; totalIsAtLeast?: true } {
  return count > EXACT_COUNT ? { total: EXACT_COUNT, totalIsAtLeast: true } : { total: count };
}

const Cursor = Type.Array(Type.Union([Type.String(), Type.Number(), Type.Null()]), { maxItems: 4 });
export type Cursor = Static<typeof Cursor>;

export function writeCursor(position: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(position));
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

/** The position a cursor stands for; throws `invalid` naming `after` when it is not one of ours. */
export function readCursor(after: string, length: number): Cursor {
  try {
    const bytes = Uint8Array.fromBase64(after, { alphabet: "base64url" });
    const position: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isCursor(position) && position.length === length) return position;
  } catch {
    // Falls through: whatever was wrong with it, the answer is the same.
  }
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}

function isCursor(value: unknown): value is Cursor {
  return (
    Array.isArray(value) &&
    value.every(
      (part) =>
        part === null || typeof part === "number" || (typeof part === "string" && !part.includes("\0")),
    )
  );
}
