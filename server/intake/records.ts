/** Records of the desk's rooms from a file: public at once, with their revision and what they are found by, or as drafts. */
import { insertEntry, recordRecordChange } from "db/entries/changes.ts";
import { freeSlugFor, insertRecord, lockRecord, updateRecord } from "db/entries/records.ts";
import { recordVersions } from "db/intake/queries.ts";
import { recordKinds } from "shared/entries/rules.ts";
import { Failure } from "shared/failure.ts";
import type { FieldProblem } from "shared/form.ts";
import { isCountryCode } from "shared/regions/names.ts";
import { slugFrom } from "shared/slugs.ts";
import { type EntryRoom, entryRoom, writtenKinds } from "../entries/kinds.ts";
import type { ChangedRecord, Fields, Judged, NewRecord, Reading, Standing, Writing } from "./kind.ts";

export type RecordKind = "events" | "resources";

interface Titled {
  id: number;
  slug: string;
  title: string;
}

/** So many records of one read. */
const PART = 500;

/** All of the region, with what stands in all regions. */
export async function standingRecords(
  db: Reading,
  kind: RecordKind,
  region: string,
  read: (after: number, limit: number) => Promise<(Titled & Fields)[]>,
): Promise<Standing[]> {
  const versions = await recordVersions(db, kind, region);
  const all: Standing[] = [];
  for (let after = 0; ; ) {
    const part = await read(after, PART);
    for (const record of part) {
      const { id, slug, title } = record;
      const version = versions.get(id);
      if (version !== undefined) all.push({ id, slug, name: title, version, isKept: false, record });
    }
    const last = part.at(-1);
    if (!last) return all;
    after = last.id;
  }
}

/** News from Vienna may matter here, but no country that there is not; and no region that is not the curator's. */
export function placeMisfits({ given, before, around }: Judged): FieldProblem[] {
  const unknown = listOf(given.countries).filter((code) => !isCountryCode(code));
  const misfits = unknown.map(
    (value): FieldProblem => ({ field: "countries", key: "intake.problem.anyCountry", values: { value } }),
  );
  if (given.regions === undefined) return misfits;
  const wanted = listOf(given.regions);
  const was = before === null ? [around.region] : listOf(before.regions);
  const moved = [
    ...wanted.filter((slug) => !was.includes(slug)),
    // An empty list of a new one is the desk's region.
    ...(before === null && wanted.length === 0 ? [] : was.filter((slug) => !wanted.includes(slug))),
  ];
  const foreign = moved.filter((slug) => !around.ownRegions.has(slug));
  const lost = wanted.length > 0 && !wanted.includes(around.region) ? [around.region] : [];
  // What stands in all regions is not one region's to narrow, nor the other way round.
  const turned = before !== null && (was.length === 0) !== (wanted.length === 0) ? ["*"] : [];
  const [value] = [...foreign, ...lost, ...turned];
  if (value === undefined) return misfits;
  return [...misfits, { field: "regions", key: "intake.problem.region", values: { value } }];
}

export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** What the room's table needs beside the fields of a file. */
type ColumnsOf = (fields: Fields) => Fields;

export async function createRecords(
  kind: RecordKind,
  writing: Writing,
  records: readonly NewRecord[],
  columnsOf: ColumnsOf,
): Promise<void> {
  for (const { slug, fields } of records) {
    const regions = listOf(fields.regions);
    const values = { ...columnsOf(fields), regions: regions.length > 0 ? regions : [writing.region] };
    if (writing.asDrafts) await keepDraft(kind, writing, values);
    else await publishNew(kind, writing, slug ?? slugFrom([String(fields.title)], recordKinds[kind]), values);
    writing.wrote(1);
  }
}

async function publishNew(kind: RecordKind, writing: Writing, wished: string, values: Fields): Promise<void> {
  const { app, tx } = writing;
  const slug = await freeSlugFor(tx, kind, wished);
  const after = await insertRecord(tx, kind, { ...values, id: null, slug });
  await recordRecordChange(tx, { ...changeOf(kind, writing, values), before: null, after });
  await roomOf(kind)?.published?.(app, tx, { before: null, after });
}

async function keepDraft(kind: RecordKind, { tx, region, personId }: Writing, values: Fields): Promise<void> {
  const room = roomOf(kind);
  if (!room) throw new Failure("unavailable");
  const regions = listOf(values.regions);
  const row = { documents: [], languages: [], registration: false, ...values };
  const content = room.contentOf({ ...row, id: 0, slug: "", version: 0, regions });
  const by = { createdBy: personId, changedBy: personId };
  await insertEntry(tx, { kind, region, state: "draft", content: { ...content, regions }, ...by });
}

function roomOf(kind: RecordKind): EntryRoom | null {
  return writtenKinds.includes(kind) ? entryRoom(kind) : null;
}

/** Throws `stale` where one changed since. */
export async function changeRecords(
  kind: RecordKind,
  writing: Writing,
  records: readonly ChangedRecord[],
  columnsOf: ColumnsOf,
): Promise<void> {
  const { app, tx } = writing;
  // In the order of ids, so that two imports wait for each other instead of for ever.
  for (const { standing, given } of records.toSorted((a, b) => a.standing.id - b.standing.id)) {
    const before = await lockRecord(tx, kind, standing);
    const values = columnsOf(given);
    const after = await updateRecord(tx, kind, standing.id, values);
    await recordRecordChange(tx, { ...changeOf(kind, writing, values), before, after });
    await roomOf(kind)?.published?.(app, tx, { before, after });
    writing.wrote(1);
  }
}

function changeOf(kind: RecordKind, { region, personId }: Writing, values: Fields) {
  const source = typeof values.source === "string" ? values.source : null;
  return { kind, region, personId, actedAs: "curator", columns: Object.keys(values), source };
}
