/** Why a table is refused as a whole: a code, the line where it was seen, and what the sentence about it needs. */
import type { Values } from "shared/i18n/text.ts";
import type { TableProblemCode } from "shared/tables/rules.ts";

export class TableProblem extends Error {
  readonly code: TableProblemCode;
  /** Of the file, from 1; of JSON, the record's place; 0: of the whole. */
  readonly line: number;
  readonly values: Values;

  constructor(code: TableProblemCode, line = 0, values: Values = {}) {
    super(`${code} at ${line}`);
    this.name = "TableProblem";
    this.code = code;
    this.line = line;
    this.values = { line, ...values };
  }
}
