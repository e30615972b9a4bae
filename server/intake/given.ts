/** What a row says otherwise than its record stands. */
import type { Column } from "shared/dumps/table.ts";
import { cleanBody, type FieldProblem } from "shared/form.ts";
import { isSame } from "shared/organisations/flat.ts";
import type { TSchema } from "typebox";
import { type Cells, isAsWritten, UnevenCells, valueIn } from "./cells.ts";
import type { Fields, Kind, Standing } from "./kind.ts";
import type { SentRow } from "./rows.ts";

/** What rows of a kind are read by. */
export interface Reader {
  kind: Kind;
  /** Of each field. */
  columns: ReadonlyMap<string, Column[]>;
}

interface Given {
  given: Fields;
  misfits: FieldProblem[];
}

/** The fields that the row says otherwise than they stand. */
export function givenBy(reader: Reader, row: SentRow, standing: Standing | null): Given {
  const given: Fields = {};
  const misfits: FieldProblem[] = [];
  for (const [field, schema] of Object.entries(fieldsFor(reader.kind, row, standing))) {
    try {
      const value = "cells" in row ? fromCells(reader, field, row.cells, standing) : row.record[field];
      if (value === undefined) continue;
      const read = "cells" in row ? value : cleanBody(schema, value);
      const clean = reader.kind.settled?.(field, read) ?? read;
      if (!standing || !isSame(clean, standing.record[field])) given[field] = clean;
    } catch (error) {
      if (!(error instanceof UnevenCells)) throw error;
      misfits.push({ field, key: "intake.problem.uneven" });
    }
  }
  return { given, misfits };
}

function fieldsFor(
  { fields, onlyNew }: Kind,
  row: SentRow,
  standing: Standing | null,
): Record<string, TSchema> {
  return "cells" in row || standing ? fields.properties : { ...fields.properties, ...onlyNew?.properties };
}

/** Undefined: nothing is said, or what stands there. A required field without a text is said to be empty. */
function fromCells(reader: Reader, field: string, cells: Cells, standing: Standing | null): unknown {
  const columns = (reader.columns.get(field) ?? []).filter(({ name }) => name in cells);
  if (columns.length === 0) return undefined;
  if (standing && isAsWritten(standing.record, columns, cells)) return undefined;
  const schema = reader.kind.fields.properties[field];
  const value = schema && valueIn(schema, columns, cells, standing?.record[field]);
  return value === undefined && reader.kind.required.includes(field) ? null : value;
}
