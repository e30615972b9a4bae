/** What may be taken in from a file, in which forms, and what may become of each of its rows. */
import type { FieldProblem } from "../form.ts";

export const intakeKinds = ["organisations", "events", "resources"] as const;
export type IntakeKind = (typeof intakeKinds)[number];
export function isIntakeKind(kind: string): kind is IntakeKind {
  return intakeKinds.some((one) => one === kind);
}

export const intakeFormats = ["csv", "json"] as const;
export type IntakeFormat = (typeof intakeFormats)[number];

/**
 * `refused`: for a reason, so that nothing of the file is taken in; `kept`: differs, but the CSO keeps its profile itself, so
 * that it stays as it is. In the order in which they are shown.
 */
export const fates = ["refused", "changed", "new", "kept", "unchanged"] as const;
export type Fate = (typeof fates)[number];

/** What was uploaded waits so long for its second step; then it is removed. */
export const WAITS_HOURS = 2;
/** Rows shown on one page of what would happen. */
export const ROWS_PAGE = 100;
/** So many are written while the person waits; more are written behind the page, which tells how far it is. */
export const AT_ONCE_ROWS = 300;

export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
}

/** One row of a file, and what becomes of it. */
export interface RowFate {
  /** Of a CSV its line, of JSON its place in the list. */
  line: number;
  fate: Fate;
  /** Of the record that it is about; "" where the row has none. */
  name: string;
  /** Null: a new record. */
  slug: string | null;
  changes: FieldDifference[];
  misfits: FieldProblem[];
}

export type FateCounts = Record<Fate, number>;

export function countFates(rows: readonly { fate: Fate }[]): FateCounts {
  const counts: FateCounts = { refused: 0, changed: 0, new: 0, kept: 0, unchanged: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}
