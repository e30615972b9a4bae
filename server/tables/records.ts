/** Reads JSON that somebody hands in: a list of records, by itself or under `items` as in our own files. */
import { MAX_TABLE_ROWS } from "shared/tables/rules.ts";
import { textOf } from "./decoding.ts";
import { TableProblem } from "./problem.ts";

export interface SentRecord {
  /** Its place in the list, from 1. */
  line: number;
  record: Record<string, unknown>;
}

/** Throws a TableProblem. */
export function readRecords(bytes: Uint8Array): SentRecord[] {
  return recordsIn(textOf(bytes));
}

/** The same of a text. */
export function recordsIn(text: string): SentRecord[] {
  const list = listIn(parsed(text));
  if (list.length === 0) throw new TableProblem("no-rows");
  if (list.length > MAX_TABLE_ROWS)
    throw new TableProblem("too-many-rows", MAX_TABLE_ROWS + 1, { limit: MAX_TABLE_ROWS });
  return list.map((record, index) => {
    if (!isRecord(record)) throw new TableProblem("not-a-record", index + 1);
    return { line: index + 1, record };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Also what is nested deeper than the stack.
    throw new TableProblem("not-json");
  }
}

function listIn(value: unknown): unknown[] {
  const list = isRecord(value) ? value.items : value;
  if (!Array.isArray(list)) throw new TableProblem("not-a-list");
  return list;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
