/** What a table of reviews would do, row by row: nothing, change facts from what to what, or be refused and why. */
import { hash } from "node:crypto";
import { factOf } from "shared/corrections/facts.ts";
import { MAX_SOURCE } from "shared/corrections/rules.ts";
import { readValue } from "shared/corrections/values.ts";
import { found } from "shared/failure.ts";
import { entriesOf, readForm } from "shared/form.ts";
import type { TextKey, Values } from "shared/i18n/text.ts";
import type { ReviewAtDesk, ReviewRow } from "shared/reviews/contract.ts";
import { factsForm, filledFacts, onlyFacts, readFacts, reviewFacts } from "shared/reviews/form.ts";
import { MAX_IMPORT_ROWS } from "shared/reviews/rules.ts";
import { factCell, isTableColumn, keyColumns } from "shared/reviews/table.ts";
import { readTable, type Table, type TableRow } from "../tables/reading.ts";

/** Why a table is refused as a whole, or a row for one of its cells. */
export interface TableReason {
  key: TextKey;
  values?: Values;
}

export class TableRefused extends Error {
  readonly reason: TableReason;

  constructor(reason: TableReason) {
    super(reason.key);
    this.name = "TableRefused";
    this.reason = reason;
  }
}

export interface PlannedRow extends Omit<ReviewRow, "problems"> {
  problems: ({ field: string } & TableReason)[];
  version: number;
  values: Record<string, unknown>;
  source: string;
  asOf: string | undefined;
}

export interface Plan {
  rows: PlannedRow[];
  /** Of all that it would do: it is another as soon as a review changes. */
  seal: string;
}

/** What the plan is made against. */
export interface Ground {
  /** Of the region, by "TN/2". */
  reviews: ReadonlyMap<string, ReviewAtDesk>;
  /** The region of every country. */
  regions: ReadonlyMap<string, string>;
  region: string;
  cycles: readonly number[];
}

/** Of the facts alone: a look that finds nothing new leaves it as it is. */
export function stateOf(review: ReviewAtDesk): string {
  return hash("sha256", JSON.stringify(onlyFacts(reviewFacts, { ...review })), "base64url").slice(0, 12);
}

/** Throws TableRefused, or the reader's TableProblem, for what is no such table. */
export async function planOf(bytes: Uint8Array, ground: Ground): Promise<Plan> {
  const table = await readTable(bytes);
  checkColumns(table);
  const lines = new Map<string, number>();
  const rows = table.rows.map((row) => planned(row, ground, lines));
  const done = rows.map(({ ref, version, changes, source, asOf }) => [ref, version, changes, source, asOf]);
  return { rows, seal: hash("sha256", JSON.stringify(done), "base64url") };
}

function checkColumns({ columns, rows }: Table): void {
  const missing = keyColumns.find((column) => !columns.includes(column));
  if (missing) throw new TableRefused({ key: "reviews.import.error.missing", values: { column: missing } });
  const unknown = columns.find((column) => !isTableColumn(column));
  if (unknown) throw new TableRefused({ key: "reviews.import.error.column", values: { column: unknown } });
  if (rows.length > MAX_IMPORT_ROWS)
    throw new TableRefused({ key: "reviews.import.error.rows", values: { limit: MAX_IMPORT_ROWS } });
}

function planned(row: TableRow, ground: Ground, lines: Map<string, number>): PlannedRow {
  const { line, values, formulas } = row;
  const iso2 = (values.iso2 ?? "").trim().toUpperCase();
  const cycle = (values.cycle ?? "").trim();
  const ref = `${iso2}/${cycle}`;
  const empty = { line, ref, iso2, cycle: Number(cycle) || null, version: 0, values: {}, source: "" };
  const refused = (problems: PlannedRow["problems"]): PlannedRow => ({
    ...empty,
    asOf: undefined,
    fate: "refused",
    changes: [],
    problems,
  });
  const unplaced = misplaced(iso2, cycle, ground);
  if (unplaced) return refused([unplaced]);
  const before = lines.get(ref);
  if (before !== undefined)
    return refused([{ field: "iso2", key: "reviews.import.error.twice", values: { line: before } }]);
  lines.set(ref, line);
  if (formulas.length > 0)
    return refused(formulas.map((field) => ({ field, key: "reviews.import.error.formula" })));
  return { ...empty, ...changing(row, found(ground.reviews.get(ref))) };
}

function misplaced(
  iso2: string,
  cycle: string,
  { reviews, regions, region, cycles }: Ground,
): PlannedRow["problems"][number] | null {
  const own = regions.get(iso2);
  if (own === undefined) return { field: "iso2", key: "reviews.import.error.country" };
  if (own !== region) return { field: "iso2", key: "reviews.import.error.region" };
  if (!cycles.some((one) => String(one) === cycle))
    return { field: "cycle", key: "reviews.import.error.cycle" };
  return reviews.has(`${iso2}/${cycle}`) ? null : { field: "iso2", key: "reviews.import.error.notReviewed" };
}

type Changing = Pick<PlannedRow, "fate" | "changes" | "problems" | "version" | "values" | "source" | "asOf">;

function changing({ values: cells }: TableRow, review: ReviewAtDesk): Changing {
  const now = { ...review };
  const { mine, problems } = factsIn(cells, now);
  const changes = Object.entries(mine).map(([field, after]) => ({
    field,
    before: factCell(field, Reflect.get(now, field)),
    after: factCell(field, after),
  }));
  const { version } = review;
  const unchanged = { version, values: mine, changes, problems, source: "", asOf: undefined };
  if (changes.length === 0 && problems.length === 0) return { ...unchanged, fate: "unchanged" };
  if (version === 0 && mine.status === undefined && !problems.some(({ field }) => field === "status"))
    problems.push({ field: "status", key: "corrections.error.needed" });
  const { source, asOf, problems: aside } = sourceIn(cells, stateOf(review));
  problems.push(...aside);
  if (problems.length > 0) return { ...unchanged, changes: [], values: {}, fate: "refused" };
  return { ...unchanged, source, asOf, fate: "changes" };
}

/** A column that the table does not have leaves its fact as it is. */
function factsIn(cells: Record<string, string>, now: Record<string, unknown>) {
  const schema = factsForm(reviewFacts);
  const shown = filledFacts(reviewFacts, { values: now, seen: now, language: "en" });
  const given = reviewFacts.flatMap(({ field }) =>
    cells[field] === undefined ? [] : [[field, cells[field]]],
  );
  const entries = entriesOf({ ...shown, ...Object.fromEntries(given) });
  const { body, problems } = readForm(schema, entries);
  if (body === null) return { mine: {}, problems };
  const reading = readFacts(reviewFacts, { body, seen: now, language: "en" });
  return {
    mine: reading.mine,
    problems: Object.entries(reading.problems).map(([field, key]): PlannedRow["problems"][number] => ({
      field,
      key,
    })),
  };
}

/** Where a change comes from, and whether it was written for what stands there today. */
function sourceIn(cells: Record<string, string>, state: string) {
  const problems: PlannedRow["problems"] = [];
  const source = (cells.source ?? "").replace(/\s+/g, " ").trim();
  if (source.length < 3) problems.push({ field: "source", key: "reviews.error.source" });
  if (source.length > MAX_SOURCE)
    problems.push({ field: "source", key: "form.tooLong", values: { count: MAX_SOURCE } });
  const day = readValue(found(factOf("review", "startedIn")), { value: cells.asOf ?? "" });
  if (day.problem !== undefined) problems.push({ field: "asOf", key: day.problem });
  else if (day.value === null) problems.push({ field: "asOf", key: "reviews.import.error.asOf" });
  const writtenFor = (cells.state ?? "").trim();
  if (writtenFor !== "" && writtenFor !== state)
    problems.push({ field: "state", key: "reviews.import.error.state" });
  return { source, asOf: day.problem === undefined ? String(day.value) : undefined, problems };
}
