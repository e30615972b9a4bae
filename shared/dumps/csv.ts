/** Writes rows as CSV (RFC 4180): commas, quotes where needed, CRLF, no byte order mark. */
import type { Cell } from "./table.ts";

/**
 * A spreadsheet takes a text that begins so for a formula, and would run what a stranger wrote (CWE-1236). One that begins
 * with the guard itself is guarded once more: so the text is found again by taking one away (`shared/tables/rules.ts`).
 */
const FORMULA = /^'*[=+\-@\t\r]/;

export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}

/**
 * Where a spreadsheet splits lines at another sign than the comma, a formula may also begin inside a cell. What is guarded so
 * is for spreadsheets alone: it is not found again.
 */
export function guardedInside(text: string): string {
  return text.replace(/([;,\t\r\n"]\s*)(?=[=+\-@])/g, "$1'");
}

/** Numbers stay numbers, also negative ones: only texts are guarded, by an apostrophe before them. */
function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
