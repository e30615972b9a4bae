/** What a table that somebody hands in may be: its limits, and everything that it can be refused for. */

/** The region's largest file of today has 200 KB; ten times as much text as anybody keeps in one table. */
export const MAX_TABLE_BYTES = 5 * 1024 * 1024;
/** A region has some hundreds of CSOs; more rows are better given in parts, each of which can be looked through. */
export const MAX_TABLE_ROWS = 5_000;
/** The widest file of our own has some fifty columns. */
export const MAX_TABLE_COLUMNS = 60;
/** In characters: longer than any text of a record, also of all activities in one cell. */
export const MAX_CELL_LENGTH = 10_000;

export const tableProblemCodes = [
  "empty",
  "too-large",
  "encoding",
  "nul",
  "quotes",
  "no-rows",
  "too-many-rows",
  "too-many-columns",
  "unnamed-column",
  "duplicate-column",
  "ragged",
  "too-long",
  "not-json",
  "not-a-list",
  "not-a-record",
] as const;
export type TableProblemCode = (typeof tableProblemCodes)[number];

/** What stands in a file of ours instead of a text that a spreadsheet would take for a formula (`shared/dumps/csv.ts`). */
const GUARDED = /^'+[=+\-@\t\r]/;
/** Beginnings of formulas and of calls of other programs; a telephone number or a line of a list is none. */
const FORMULA = /^[=\t\r]|^[@+-][A-Z][A-Z.\d]*\(|^[@+-][^|]*\|[^!]*!/;

/** The text of a cell as it was before the guard. */
export function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** Whether a spreadsheet would run it: what comes from a file of ours never is, since there it stands behind the guard. */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell);
}
