/** The table of a region's reviews, as it is downloaded and given back: its columns, and what a cell holds. */
import { factOf } from "../corrections/facts.ts";
import type { Cell } from "../dumps/table.ts";
import type { ReviewAtDesk } from "./contract.ts";
import { reviewFacts } from "./form.ts";

/** What names a row; without these there is none. */
export const keyColumns = ["iso2", "cycle"] as const;
/**
 * `source` and `asOf` are filled in where a row changes a fact; `state` tells which state of the review it was written
 * for. `country`, `sourceNow` and `asOfNow` only help to read the table.
 */
export const tableColumns: readonly string[] = [
  "iso2",
  "country",
  "cycle",
  ...reviewFacts.map(({ field }) => field),
  "source",
  "asOf",
  "sourceNow",
  "asOfNow",
  "state",
];

export function isTableColumn(name: string): boolean {
  return tableColumns.includes(name);
}

/** Codes, so that a table says the same in every language: "KE; RW", "yes", "desk-review". */
export function factCell(field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join("; ");
  return factOf("review", field)?.input.as === "yes-no" ? (value === true ? "yes" : "no") : String(value);
}

/** One row; where it is changed, its source and its day are to be filled in. */
export function tableRow(review: ReviewAtDesk, country: string, state: string): Cell[] {
  const own: Record<string, string> = {
    iso2: review.iso2,
    country,
    cycle: String(review.cycle),
    sourceNow: review.source ?? "",
    asOfNow: review.asOf ?? "",
    state,
  };
  const isFact = (name: string) => reviewFacts.some(({ field }) => field === name);
  return tableColumns.map((name) =>
    isFact(name) ? factCell(name, Reflect.get(review, name)) : (own[name] ?? ""),
  );
}
