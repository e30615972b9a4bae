/** What would become of each row of a file: pure, so that the second step finds what the first one showed. */
import { columnsOf } from "shared/dumps/table.ts";
import { type FieldProblem, misfitsOf } from "shared/form.ts";
import type { FieldDifference, RowFate } from "shared/intake/rules.ts";
import { fold } from "shared/search/fold.ts";
import Type, { type TObject } from "typebox";
import { withoutNull } from "./cells.ts";
import { givenBy, type Reader } from "./given.ts";
import type { Fields, Kind, Standing, Surroundings } from "./kind.ts";
import { formulasIn, type SentRow, textOf, versionMisfits } from "./rows.ts";

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
  /** Addresses in the file that are not this desk's. */
  elsewhere: ReadonlySet<string>;
  /** The sameness of all that no desk sees. */
  unseen: ReadonlySet<string | null>;
}

interface Desk extends Known, Reader {
  bySlug: Map<string, Standing>;
  /** Null: several are the same. */
  bySameness: Map<string, Standing | null>;
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
    ...(changes.length > 0 || !standing ? versionMisfits(row, standing) : []),
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
  // The same words as of another region: a file cannot ask who hides.
  if (same !== null && !others && desk.unseen.has(same))
    misfits.push({ field: "name", key: "intake.problem.elsewhere" });
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
