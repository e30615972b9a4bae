/** Looks at a file: its rows, what would become of each, and a digest of that, by which the second step knows it again. */
import { hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { countriesOfRegion, specializationSlugs } from "db/intake/queries.ts";
import { countFates, type FateCounts, type IntakeFormat, type IntakeKind } from "shared/intake/rules.ts";
import { tableIn } from "../tables/reading.ts";
import { recordsIn } from "../tables/records.ts";
import type { Reading } from "./kind.ts";
import { kinds } from "./kinds.ts";
import { type PlannedRow, planned } from "./plan.ts";
import { type SentRow, strangers } from "./rows.ts";

export interface SentFile {
  kind: IntakeKind;
  format: IntakeFormat;
  content: string;
  asDrafts: boolean;
}

export interface Curator {
  region: string;
  personId: number;
  /** Whose desks are theirs. */
  ownRegions: readonly string[];
}

export interface Looked {
  rows: PlannedRow[];
  counts: FateCounts;
  unknown: string[];
  onlyRead: string[];
  digest: string;
}

/** So many rows are held against what stands, before somebody else's request has its turn. */
const TURN = 200;

/** Throws a TableProblem where it cannot be read at all. */
export async function lookAt(db: Reading, sent: SentFile, curator: Curator): Promise<Looked> {
  const kind = kinds[sent.kind];
  const { region, ownRegions } = curator;
  const rows = await rowsIn(sent);
  const slugs = rows.map((row) => ("cells" in row ? row.cells.slug : row.record.slug));
  // One after the other: in a transaction there is one connection.
  const standing = await kind.standing(db, region);
  const elsewhere = new Set(await kind.elsewhere(db, region, texts(slugs)));
  const unseen = new Set(await kind.unseen?.(db));
  const around = {
    region,
    countries: new Set(await countriesOfRegion(db, region)),
    specializations: new Set(await specializationSlugs(db)),
    ownRegions: new Set(ownRegions),
  };
  const plan = planned({ kind, around, standing, elsewhere, unseen });
  const done: PlannedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % TURN === TURN - 1) await setImmediate();
    done.push(plan(row));
  }
  return { rows: done, counts: countFates(done), ...strangers(kind, rows), digest: digestOf(done) };
}

async function rowsIn({ format, content }: SentFile): Promise<SentRow[]> {
  if (format === "json") return recordsIn(content);
  const { rows } = await tableIn(content);
  return rows.map(({ line, values, formulas }) => ({ line, cells: values, formulas }));
}

/** JSON begins with a bracket; no column is called so. */
export function formatOf(content: string): IntakeFormat {
  return /^\s*[[{]/.test(content) ? "json" : "csv";
}

function texts(values: readonly unknown[]): string[] {
  return values.filter((value): value is string => typeof value === "string" && value !== "");
}

function digestOf(rows: readonly PlannedRow[]): string {
  const told = rows.map(({ line, fate, standing, given, wished, misfits }) => [
    line,
    fate,
    standing?.id ?? null,
    standing?.version ?? null,
    given,
    wished,
    misfits,
  ]);
  return hash("sha256", JSON.stringify(told), "base64url");
}
