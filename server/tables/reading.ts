/** Reads a CSV that somebody hands in: columns by their names, rows with the lines at which they begin. */
import {
  isFormula,
  MAX_CELL_LENGTH,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_ROWS,
  withoutGuard,
} from "shared/tables/rules.ts";
import { type TableEncoding, textOf } from "./decoding.ts";
import { TableProblem } from "./problem.ts";

export interface TableRow {
  /** Of the file, from 1; the columns' names stand on line 1. */
  line: number;
  /** By column, every column present; trimmed nowhere, and without the guard of our own files against formulas. */
  values: Record<string, string>;
  /** Columns whose cell a spreadsheet would run: to be refused by row and field. */
  formulas: readonly string[];
}

export interface Table {
  columns: readonly string[];
  rows: readonly TableRow[];
}

interface ParsedRow {
  record: string[];
  info: { lines: number };
}

/** Throws a TableProblem that names the line. `,` `;` and tabs are told apart by the first line. */
export async function readTable(bytes: Uint8Array, encoding?: TableEncoding): Promise<Table> {
  return tableIn(textOf(bytes, encoding));
}

/** The same of a text. */
export async function tableIn(sent: string): Promise<Table> {
  // The parser would count the two signs of one line's end as two lines where they stand in a cell.
  const text = sent.replace(/\r\n?/g, "\n");
  const [head, ...rest] = await parsed(text);
  if (!head) throw new TableProblem("empty");
  const columns = columnsIn(head.record);
  const filled = rest.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) throw new TableProblem("no-rows");
  if (filled.length > MAX_TABLE_ROWS)
    throw new TableProblem("too-many-rows", lineOf(filled[MAX_TABLE_ROWS]), { limit: MAX_TABLE_ROWS });
  return { columns, rows: filled.map((row) => rowOf(columns, row)) };
}

/** The parser is loaded with the first table: readers of pages never need it. */
async function parsed(text: string): Promise<ParsedRow[]> {
  const { CsvError, parse } = await import("csv-parse/sync");
  let read = 0;
  try {
    const rows: unknown = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      on_record: (row, { lines }) => {
        read = lines;
        return row;
      },
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      // One row more than is taken shows that there are too many; empty ones between them cost as much to read.
      to: 2 * MAX_TABLE_ROWS,
    });
    return rows as ParsedRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What is never closed is seen at the end of the file: it began after the last row that is whole.
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    throw new TableProblem("quotes", isOpen ? read + 1 : Number(error.lines));
  }
}

/** The one of the three that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const [head = ""] = text
    .trimStart()
    .replaceAll(/"(?:[^"]|"")*"/g, "")
    .split("\n", 1);
  const count = (sign: string) => head.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function columnsIn(head: readonly string[]): string[] {
  const columns = head.map((name) => withoutGuard(name).trim());
  if (columns.length > MAX_TABLE_COLUMNS)
    throw new TableProblem("too-many-columns", 1, { limit: MAX_TABLE_COLUMNS });
  const unnamed = columns.indexOf("");
  if (unnamed !== -1) throw new TableProblem("unnamed-column", 1, { position: unnamed + 1 });
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new TableProblem("duplicate-column", 1, { column: twice });
  return columns;
}

function rowOf(columns: readonly string[], row: ParsedRow): TableRow {
  const { record } = row;
  const line = lineOf(row);
  if (record.length !== columns.length) {
    const expected = columns.length;
    throw new TableProblem("ragged", line, { count: record.length, expected });
  }
  const cells = columns.map((column, index): [string, string] => [column, record[index] ?? ""]);
  const long = cells.find(([, cell]) => cell.length > MAX_CELL_LENGTH);
  if (long) throw new TableProblem("too-long", line, { column: long[0], limit: MAX_CELL_LENGTH });
  return {
    line,
    values: Object.fromEntries(cells.map(([column, cell]) => [column, withoutGuard(cell)])),
    formulas: cells.flatMap(([column, cell]) => (isFormula(cell) ? [column] : [])),
  };
}

/** The parser tells where a row ends; line breaks in its cells say where it began. */
function lineOf(row: ParsedRow | undefined): number {
  if (!row) return 0;
  const breaks = row.record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
  return row.info.lines - breaks;
}
