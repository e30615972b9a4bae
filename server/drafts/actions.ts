/** Drafts: kept for places that one may read, listed with what they are for, and thrown away. */
import { threadsById } from "db/board/queries.ts";
import { dropDraft as dropRow, forgetSent, keepDraft as keepRow } from "db/drafts/changes.ts";
import { boardsById, type DraftRow, draftById, draftsAt, draftsOf, wasSent } from "db/drafts/queries.ts";
import { type Actor, hasRole } from "shared/accounts/rules.ts";
import { mayRead, mayReadThread } from "shared/board/rules.ts";
import type { Draft } from "shared/drafts/contract.ts";
import {
  type DeskPlace,
  type DraftFields,
  lengthOf,
  MAX_DRAFT_FIELDS,
  MAX_DRAFT_TEXT,
  MAX_DRAFTS,
  MAX_FIELD_NAME,
  readPlace,
} from "shared/drafts/rules.ts";
import { Failure } from "shared/failure.ts";
import type { Entries } from "shared/form.ts";
import type { App } from "../app.ts";
import { boardFacts, boardOfThread, readerOf, threadAt, threadFacts } from "../board/reader.ts";

export interface Keeping {
  place: string;
  clientId: string;
  fields: DraftFields;
  /** The version that it is based on; null: whatever is there is replaced. */
  version: number | null;
  queued: boolean;
}

/** Throws `not-found` for a place that one may not read, `conflict` for what was sent, `stale`, `too-many`. */
export async function keepDraft(app: App, actor: Actor, keeping: Keeping): Promise<Draft> {
  const { queries } = app.db;
  const fields = cleanFields(keeping.fields);
  if (lengthOf(fields) > MAX_DRAFT_TEXT) throw new Failure("too-large");
  await readable(app, actor, keeping.place);
  const all = await draftsAt(queries, actor.id, keeping.place);
  const before = all.find(({ clientId }) => clientId === keeping.clientId);
  const version = keeping.version ?? before?.version ?? 0;
  const draft = { ...keeping, fields, version, personId: actor.id };
  if (await wasSent(queries, draft)) throw new Failure("conflict");
  await forgetSent(queries, actor.id);
  const row = await keepRow(queries, draft, MAX_DRAFTS);
  if (row) return row;
  throw new Failure(before && before.version !== version ? "stale" : "too-many");
}

/** A NUL is no text to the database. */
function cleanFields(fields: DraftFields): DraftFields {
  const clean = (text: string) => text.toWellFormed().replaceAll("\0", "\uFFFD");
  const kept = Object.entries(fields).filter(([name]) => name.length <= MAX_FIELD_NAME);
  return Object.fromEntries(
    kept.map(([name, value]) => [clean(name), Array.isArray(value) ? value.map(clean) : clean(value)]),
  );
}

async function readable(app: App, actor: Actor, place: string): Promise<void> {
  const at = readPlace(place);
  if (at.kind === "desk") {
    if (!keepsDesk(app, actor, at.region)) throw new Failure("not-found");
    return;
  }
  const reader = await readerOf(app, actor);
  if (at.kind === "thread") {
    await threadAt(app, reader, at.id);
    return;
  }
  const [board] = await boardsById(app.db.queries, [at.id]);
  if (!board || !mayRead(reader, boardFacts(board))) throw new Failure("not-found");
}

function keepsDesk(app: App, actor: Actor, region: string): boolean {
  return app.regions().some(({ slug }) => slug === region) && hasRole(actor, "curator", region);
}

export function ownDrafts(app: App, actor: Actor, place?: string): Promise<Draft[]> {
  const { queries } = app.db;
  return place === undefined ? draftsOf(queries, actor.id) : draftsAt(queries, actor.id, place);
}

export async function dropDraft(app: App, actor: Actor, place: string, clientId: string): Promise<void> {
  if (!(await dropRow(app.db.queries, actor.id, place, clientId))) throw new Failure("not-found");
}

/** Of a form that was sent with "keep as draft": what was typed, without what only the form itself needs. */
export function fieldsOf(entries: Entries): DraftFields {
  const fields: DraftFields = {};
  for (const [name, value] of entries.slice(0, MAX_DRAFT_FIELDS * 2)) {
    if (UNKEPT.has(name) || value === "" || Object.keys(fields).length >= MAX_DRAFT_FIELDS) continue;
    const before = fields[name];
    fields[name] = before === undefined ? value : [...[before].flat(), value];
  }
  return fields;
}

const UNKEPT = new Set(["csrf", "place", "clientId", "do", "file", "attach"]);

/** What a form of that place holds at first, where the address names a draft: `?draft=7`. */
export async function draftToFill(
  app: App,
  actor: Actor | null,
  place: string,
  id: number | undefined,
): Promise<(DraftFields & { clientId: string }) | null> {
  if (!actor || id === undefined) return null;
  const draft = await draftById(app.db.queries, actor.id, id);
  return draft?.place === place ? { ...draft.fields, clientId: draft.clientId } : null;
}

/** A draft in the list: with where it goes on, unless that may not be read any more. */
export interface ListedDraft extends Draft {
  thread: { id: number; title: string; region: string | null } | null;
  board: { slug: string; names: Record<string, string>; region: string | null } | null;
  desk: DeskPlace | null;
}

export async function listedDrafts(app: App, actor: Actor): Promise<ListedDraft[]> {
  const drafts = await draftsOf(app.db.queries, actor.id);
  const idsOf = (kind: string) =>
    drafts
      .map(({ place }) => readPlace(place))
      .flatMap((place) => (place.kind === kind && "id" in place ? place.id : []));
  const reader = await readerOf(app, actor);
  const [threads, boards] = await Promise.all([
    threadsById(app.db.queries, idsOf("thread")),
    boardsById(app.db.queries, idsOf("board")),
  ]);
  const open = new Map<string, Pick<ListedDraft, "thread" | "board" | "desk">>();
  for (const row of threads) {
    if (!mayReadThread(reader, boardOfThread(row), threadFacts(row, []))) continue;
    const { id, title, region } = row;
    open.set(`thread:${id}`, { thread: { id, title, region }, board: null, desk: null });
  }
  for (const row of boards) {
    if (!mayRead(reader, boardFacts(row))) continue;
    const { slug, names, region } = row;
    open.set(`board:${row.id}`, { thread: null, board: { slug, names, region }, desk: null });
  }
  for (const { place } of drafts) {
    const at = readPlace(place);
    if (at.kind === "desk" && keepsDesk(app, actor, at.region))
      open.set(place, { thread: null, board: null, desk: at });
  }
  return drafts.map((draft: DraftRow) => ({
    ...draft,
    ...(open.get(draft.place) ?? { thread: null, board: null, desk: null }),
  }));
}
