/** What would become of each row of a file: pure, so that the second step finds what the first one showed. */
import { type Column, columnsOf } from "shared/dumps/table.ts";
import { cleanBody, type FieldProblem, misfitsOf } from "shared/form.ts";
import type { FieldDifference, RowFate } from "shared/intake/rules.ts";
import { isSame } from "shared/organisations/flat.ts";
import { fold } from "shared/search/fold.ts";
import Type, { type TObject, type TSchema } from "typebox";
import { type Cells, isAsWritten, UnevenCells, valueIn, withoutNull } from "./cells.ts";
import type { Fields, Kind, Standing, Surroundings } from "./kind.ts";

/** A row as it was sent: cells of a CSV by column, or a record of JSON. */
export type SentRow =
  | { line: number; cells: Cells; formulas: readonly string[] }
  | { line: number; record: Fields };

export interface PlannedRow extends RowFate {
  standing: Standing | null;
  /** Fields that become something else; of a new record those that the row gives. */
  given: Fields;
  /** Of a new record: its address, where the row gives one. */
  wished: string | null;
}

export interface Known {
  kind: Kind;
  around: Surroundings;
  standing: readonly Standing[];
  /** Addresses in the file that stand under other regions. */
  elsewhere: ReadonlySet<string>;
}

interface Desk extends Known {
  bySlug: Map<string, Standing>;
  /** Null: several are the same. */
  bySameness: Map<string, Standing | null>;
  columns: Map<string, Column[]>;
  /** Line of the first row about the same record. */
  seen: Map<string, number>;
}

/** Tells what becomes of one row after the other, in their order: of rows about the same record the first one stands. */
export function planned(known: Known): (row: SentRow) => PlannedRow {
  const { kind, standing } = known;
  const bySameness = new Map<string, Standing | null>();
  for (const one of standing) {
    const key = kind.sameness(one.record);
    if (key !== null) bySameness.set(key, bySameness.has(key) ? null : one);
  }
  const columns = Map.groupBy(columnsOf(kind.record), ({ path: [field = ""] }) => field);
  const bySlug = new Map(standing.map((one) => [one.slug, one]));
  const desk: Desk = { ...known, bySlug, bySameness, columns, seen: new Map() };
  return (row) => plannedRow(desk, row);
}

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

function plannedRow(desk: Desk, row: SentRow): PlannedRow {
  const about = aboutWhat(desk, row);
  const { slug, standing } = about;
  const { given, misfits } = givenBy(desk, row, standing);
  const fields = { ...(standing?.record ?? desk.kind.blank(desk.around.region)), ...given };
  const changes = differences(standing, given);
  misfits.push(
    ...formulasIn(row),
    ...identityMisfits(desk, row, { ...about, fields }),
    ...fieldMisfits(desk, { standing, given, fields }),
    ...(changes.length > 0 ? versionMisfits(row, standing) : []),
  );
  const found: Omit<PlannedRow, "fate"> = {
    line: row.line,
    name: desk.kind.nameOf(fields),
    slug: standing?.slug ?? null,
    standing,
    given,
    changes,
    wished: standing || slug === "" ? null : slug,
    misfits: distinct(misfits),
  };
  // What is kept by others is not judged: it stays as it is.
  if (standing?.isKept && changes.length > 0) return { ...found, fate: "kept", misfits: [] };
  if (misfits.length > 0) return { ...found, fate: "refused" };
  if (!standing) return { ...found, fate: "new" };
  return { ...found, fate: changes.length > 0 ? "changed" : "unchanged" };
}

interface About {
  /** As the row gives it; "" where it gives none. */
  slug: string;
  /** What says that it is about the same record, where it gives no address. */
  key: string | null;
  standing: Standing | null;
}

function aboutWhat(desk: Desk, row: SentRow): About {
  const slug = textOf(row, "slug");
  if (slug !== "") return { slug, key: null, standing: desk.bySlug.get(slug) ?? null };
  const { given } = givenBy(desk, row, null);
  const key = desk.kind.sameness({ ...desk.kind.blank(desk.around.region), ...given });
  return { slug, key, standing: (key === null ? null : desk.bySameness.get(key)) ?? null };
}

function textOf(row: SentRow, name: string): string {
  const value = "cells" in row ? row.cells[name] : row.record[name];
  return typeof value === "string" ? value.trim() : "";
}

interface Given {
  given: Fields;
  misfits: FieldProblem[];
}

/** The fields that the row says otherwise than they stand. */
function givenBy(desk: Desk, row: SentRow, standing: Standing | null): Given {
  const given: Fields = {};
  const misfits: FieldProblem[] = [];
  for (const [field, schema] of Object.entries(fieldsFor(desk.kind, row, standing))) {
    try {
      const value = "cells" in row ? fromCells(desk, field, row.cells, standing) : row.record[field];
      if (value === undefined) continue;
      const read = "cells" in row ? value : cleanBody(schema, value);
      const clean = desk.kind.settled?.(field, read) ?? read;
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
function fromCells(desk: Desk, field: string, cells: Cells, standing: Standing | null): unknown {
  const columns = (desk.columns.get(field) ?? []).filter(({ name }) => name in cells);
  if (columns.length === 0) return undefined;
  if (standing && isAsWritten(standing.record, columns, cells)) return undefined;
  const schema = desk.kind.fields.properties[field];
  const value = schema && valueIn(schema, columns, cells, standing?.record[field]);
  return value === undefined && desk.kind.required.includes(field) ? null : value;
}

function formulasIn(row: SentRow): FieldProblem[] {
  const formulas = "cells" in row ? row.formulas : [];
  return formulas.map((field) => ({ field, key: "intake.problem.formula" }));
}

interface Identity extends About {
  fields: Fields;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function identityMisfits(
  desk: Desk,
  row: SentRow,
  { slug, key, standing, fields }: Identity,
): FieldProblem[] {
  const misfits: FieldProblem[] = [];
  const own = standing ? `record ${standing.id}` : slug !== "" ? `slug ${slug}` : null;
  const same = standing ? null : desk.kind.sameness(fields);
  for (const about of [own, same]) {
    const first = about === null ? undefined : desk.seen.get(about);
    if (about !== null && first === undefined) desk.seen.set(about, row.line);
    if (first !== undefined && first !== row.line)
      misfits.push({ field: "slug", key: "intake.problem.twice", values: { line: first } });
  }
  if (slug !== "" && (!SLUG.test(slug) || slug.length > 120))
    misfits.push({ field: "slug", key: "intake.problem.slug" });
  if (desk.elsewhere.has(slug)) misfits.push({ field: "slug", key: "intake.problem.elsewhere" });
  const others = same === null ? undefined : desk.bySameness.get(same);
  if (others === null || (key !== null && desk.bySameness.get(key) === null))
    misfits.push({ field: "name", key: "intake.problem.ambiguous" });
  else if (others && slug !== "")
    misfits.push({ field: "slug", key: "intake.problem.otherSlug", values: { slug: others.slug } });
  const region = textOf(row, "region");
  if (region !== "" && region !== desk.around.region)
    misfits.push({ field: "region", key: "intake.problem.elsewhere" });
  return misfits;
}

interface Checked {
  standing: Standing | null;
  given: Fields;
  fields: Fields;
}

/** Only what the row gives is judged: what stands there already may be worded more freely. */
function fieldMisfits({ kind, around }: Desk, { standing, given, fields }: Checked): FieldProblem[] {
  const missing = kind.required.filter((field) =>
    isNothing(standing || field in given ? fields[field] : null),
  );
  const all = { ...kind.fields.properties, ...kind.onlyNew?.properties };
  const judged = Object.entries(all).filter(([field]) => field in given && !missing.includes(field));
  // What is there is told what it should be, not that it could also be nothing.
  const properties = judged.map(([field, one]) => [field, given[field] === null ? one : withoutNull(one)]);
  const schema: TObject = Type.Object(Object.fromEntries(properties));
  const misfits = misfitsOf(schema, given).map(({ field, ...problem }) => ({
    field: field.replace(/\.\d+/g, ""),
    ...problem,
  }));
  return [
    ...missing.map((field): FieldProblem => ({ field, key: "form.required" })),
    ...misfits,
    ...(misfits.length === 0 && missing.length === 0
      ? kind.check({ fields, given, before: standing?.record ?? null, around })
      : []),
  ];
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

function versionMisfits(row: SentRow, standing: Standing | null): FieldProblem[] {
  const sent = "cells" in row ? row.cells[VERSION] : row.record[VERSION];
  if (!standing || sent === undefined || sent === "" || Number(sent) === standing.version) return [];
  return [{ field: VERSION, key: "intake.problem.newer" }];
}

function differences(standing: Standing | null, given: Fields): FieldDifference[] {
  return Object.entries(given)
    .filter(([, after]) => standing !== null || !isNothing(after))
    .map(([field, after]) => ({ field, before: standing?.record[field] ?? null, after }));
}

function distinct(misfits: readonly FieldProblem[]): FieldProblem[] {
  return [...new Map(misfits.map((one) => [`${one.field} ${one.key}`, one])).values()];
}

/** A name as it is compared: without case, accents and spaces that differ. */
export function nameKey(...parts: unknown[]): string {
  return parts
    .map((part) =>
      fold(String(part ?? ""))
        .replace(/\s+/g, " ")
        .trim(),
    )
    .join("\n");
}
