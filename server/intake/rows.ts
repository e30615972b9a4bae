/** Rows as they were sent, and what can be told of each by itself. */
import { columnsOf } from "shared/dumps/table.ts";
import type { FieldProblem } from "shared/form.ts";
import type { Cells } from "./cells.ts";
import type { Fields, Kind, Standing } from "./kind.ts";

/** A row as it was sent: cells of a CSV by column, or a record of JSON. */
export type SentRow =
  | { line: number; cells: Cells; formulas: readonly string[] }
  | { line: number; record: Fields };

/** Columns, or keys of JSON, that no record of the kind has; and those that are only read. */
export function strangers(kind: Kind, rows: readonly SentRow[]): { unknown: string[]; onlyRead: string[] } {
  const names = new Set(rows.flatMap((row) => Object.keys("cells" in row ? row.cells : row.record)));
  const known = new Map(columnsOf(kind.record).map(({ name, path: [field = ""] }) => [name, field]));
  for (const field of Object.keys(kind.record.properties)) known.set(field, field);
  const isTaken = (field: string) => field in kind.fields.properties || IDENTIFYING.has(field);
  const all = [...names].filter((name) => name !== VERSION);
  return {
    unknown: all.filter((name) => !known.has(name)),
    onlyRead: all.filter((name) => known.has(name) && !isTaken(known.get(name) ?? "")),
  };
}

const IDENTIFYING = new Set(["id", "slug", "region"]);
/** Which the desk's own files have beside a record's fields: of the record that the row was written from. */
const VERSION = "version";

export function textOf(row: SentRow, name: string): string {
  const value = "cells" in row ? row.cells[name] : row.record[name];
  return typeof value === "string" ? value.trim() : "";
}

export function formulasIn(row: SentRow): FieldProblem[] {
  const formulas = "cells" in row ? row.formulas : [];
  return formulas.map((field) => ({ field, key: "intake.problem.formula" }));
}

export function versionMisfits(row: SentRow, standing: Standing | null): FieldProblem[] {
  const sent = "cells" in row ? row.cells[VERSION] : row.record[VERSION];
  if (sent === undefined || sent === null || sent === "" || Number(sent) === standing?.version) return [];
  return [{ field: VERSION, key: standing ? "intake.problem.newer" : "intake.problem.noRecord" }];
}
