/** What curators do at the desk, and what members propose to it: allowed? valid? change, record, return. */
import { recordAudit } from "db/audit/changes.ts";
import { insertEntry, type NewEntry, updateEntry } from "db/entries/changes.ts";
import { proposedJustNow } from "db/entries/locks.ts";
import { type EntryRow, entryAt, openChange, proposalsSince } from "db/entries/queries.ts";
import { type RecordRow, recordAt } from "db/entries/records.ts";
import { darkAmong } from "db/organisations/darkNames.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { mayPropose, regionsFor } from "shared/entries/regions.ts";
import { type EntryKind, isOpen, MAX_DAYS_AHEAD, PROPOSALS_A_DAY } from "shared/entries/rules.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { keepable, publishable } from "./checks.ts";
import { keepCover } from "./cover.ts";
import type { Content } from "./kinds.ts";
import { answerProposer } from "./letters.ts";
import { keptAt, publishIn, titleIn, withdrawIn } from "./publishing.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What stands on the desk under one address: something that is written, a public record, or a change of one. */
export interface Work {
  kind: EntryKind;
  region: string;
  entry: EntryRow | null;
  record: RecordRow | null;
  /** Names of CSOs that hide themselves at present: kept with what is written, and told to nobody. */
  held?: readonly string[];
}

/** A record that the region's desk keeps: its own, or one of all regions. */
export async function recordOf(app: App, kind: EntryKind, region: string, slug: string): Promise<RecordRow> {
  const record = found(await recordAt(app.db.queries, kind, slug));
  if (!keptAt(record, region)) throw new Failure("not-found");
  return record;
}

export async function workOnRecord(app: App, kind: EntryKind, region: string, slug: string): Promise<Work> {
  const record = await recordOf(app, kind, region, slug);
  const entry = await openChange(app.db.queries, { kind, region, recordId: record.id });
  return withoutDark(app, { kind, region, record, entry });
}

/** One that is finished is not worked on any more. */
export async function workOnEntry(app: App, region: string, id: number, kind?: EntryKind): Promise<Work> {
  const entry = found(await entryAt(app.db.queries, { region, id, ...(kind ? { kind } : {}) }));
  const isChange = entry.recordId !== null && entry.state !== "withdrawn" && entry.slug !== null;
  const record = isChange ? await recordAt(app.db.queries, entry.kind, found(entry.slug)) : null;
  if (record && !keptAt(record, region)) throw new Failure("not-found");
  return withoutDark(app, { kind: entry.kind, region, entry, record });
}

/** What one works on, without the names that are told nowhere. */
async function withoutDark(app: App, work: Work): Promise<Work> {
  const { entry, record, region } = work;
  const named = (one: unknown) => (Array.isArray(one) ? one.map(String) : []);
  const names = [...named(entry?.content.organisations), ...named(record?.organisations)];
  const dark = new Set(await darkAmong(app.db.queries, names, [region, ...(record?.regions ?? [])]));
  if (dark.size === 0) return work;
  const shown = (one: unknown) => named(one).filter((name) => !dark.has(name));
  const own = entry ? entry.content.organisations : record?.organisations;
  return {
    ...work,
    entry: entry && {
      ...entry,
      content: { ...entry.content, organisations: shown(entry.content.organisations) },
    },
    record: record && { ...record, organisations: shown(record.organisations) },
    held: named(own).filter((name) => dark.has(name)),
  };
}

/** As it is kept: with the names that were not shown. */
function withHeld({ content, work }: Pick<Writing, "content" | "work">): Content {
  const { held = [] } = work;
  if (held.length === 0) return content;
  const named = Array.isArray(content.organisations) ? content.organisations.map(String) : [];
  return { ...content, organisations: [...named, ...held] };
}

export interface Writing {
  actor: Actor;
  work: Work;
  content: Content;
  /** Of the entry where there is one, else of the record; 0: of neither. */
  version: number;
  /** Of the record that a draft was last compared with; the one it was written for unless said. */
  recordVersion?: number | undefined;
}

/** Throws `stale` where it is another than the one that was seen. */
function seenEntry({ work, version }: Writing): { id: number; version: number } | null {
  if (!work.entry) return null;
  if (!isOpen(work.entry.state)) throw new Failure("conflict");
  return { id: work.entry.id, version };
}

function seenRecord({ work, version, recordVersion }: Writing): { id: number; version: number } | null {
  if (!work.record) return null;
  const { entry, record } = work;
  // A change that waits was written for the record as it was then.
  return {
    id: record.id,
    version: entry ? (recordVersion ?? entry.recordVersion ?? record.version) : version,
  };
}

/** In which regions it stands; throws `forbidden` for one that is not this person's. */
export function regionsOf({ actor, work, content }: Writing): string[] {
  const wanted = Array.isArray(content.regions) ? content.regions.map(String) : undefined;
  const before = work.record?.regions ?? regionsBefore(work.entry);
  return regionsFor({ actor, desk: work.region, before, wanted });
}

/** Only of what was public once is it known where it stood; what else a draft says, its writer must be allowed to. */
function regionsBefore(entry: EntryRow | null): string[] | null {
  const { regions } = entry?.content ?? {};
  return entry?.state === "withdrawn" && Array.isArray(regions) ? regions.map(String) : null;
}

function entryValues(writing: Writing): NewEntry {
  const { actor, work, content } = writing;
  return {
    kind: work.kind,
    region: work.region,
    state: "draft",
    content: { ...keepable(work.kind, withHeld({ content, work })), regions: regionsOf(writing) },
    recordId: work.record?.id ?? work.entry?.recordId ?? null,
    recordVersion: work.record ? (seenRecord(writing)?.version ?? null) : null,
    slug: work.record?.slug ?? work.entry?.slug ?? null,
    publishAt: null,
    problem: null,
    changedBy: actor.id,
  };
}

/** Keeps it at the desk, as far as it is; gives the entry's id. */
export async function saveDraft(
  app: App,
  writing: Writing,
  state: "draft" | "keep" = "keep",
): Promise<number> {
  const { work, actor } = writing;
  const entry = seenEntry(writing);
  await keepCover(app, writing.actor, writing.content);
  const values = entryValues(writing);
  return transaction(app.db, async (tx) => {
    if (!entry) return insertEntry(tx, { ...values, createdBy: actor.id });
    const stays = state === "keep" && work.entry?.state !== "scheduled";
    await updateEntry(tx, entry, { ...values, state: stays ? (work.entry?.state ?? "draft") : "draft" });
    return entry.id;
  });
}

/** Throws Refused for what cannot be published yet. */
export async function publish(app: App, writing: Writing): Promise<RecordRow> {
  const { actor, work } = writing;
  const entry = seenEntry(writing);
  await keepCover(app, writing.actor, writing.content);
  const regions = regionsOf(writing);
  const content = await publishable(app, work.kind, withHeld(writing));
  return transaction(app.db, (tx) =>
    publishIn(app, tx, {
      kind: work.kind,
      region: work.region,
      actor,
      personId: actor.id,
      content,
      regions,
      record: seenRecord(writing),
      entry: work.entry && entry ? { ...work.entry, version: entry.version } : null,
    }),
  );
}

/** Publishes it by itself at that moment. Throws Refused for a moment that is over, or too far ahead. */
export async function schedule(app: App, writing: Writing, at: Date): Promise<number> {
  const { work, actor } = writing;
  const ahead = at.getTime() - app.now().getTime();
  if (ahead <= 0) throw new Refused({ publishTime: "entries.problem.past" });
  if (ahead > MAX_DAYS_AHEAD * DAY_MS)
    throw new Refused({ publishOn: { key: "entries.problem.far", values: { count: MAX_DAYS_AHEAD } } });
  await publishable(app, work.kind, writing.content);
  const entry = seenEntry(writing);
  await keepCover(app, writing.actor, writing.content);
  const values: NewEntry = { ...entryValues(writing), state: "scheduled", publishAt: at };
  return transaction(app.db, async (tx) => {
    const id = entry?.id ?? (await insertEntry(tx, { ...values, createdBy: actor.id }));
    if (entry) await updateEntry(tx, entry, values);
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: "entry.scheduled",
      target: `entry:${id}`,
      region: work.region,
      value: { at },
    });
    return id;
  });
}

export interface Answering {
  actor: Actor;
  work: Work;
  version: number;
  reason: string;
}

/** Takes a public record off all pages of this person's; gives the entry in which it is kept, null where it stands elsewhere. */
export function withdraw(app: App, { actor, work, version, reason }: Answering): Promise<number | null> {
  const { kind, region } = work;
  const record = { id: found(work.record).id, version };
  return transaction(app.db, (tx) => withdrawIn(app, tx, { kind, region, actor, record, reason }));
}

/** A proposal is answered with a reason; a draft of one's own is laid aside. */
export async function decline(app: App, { actor, work, version, reason }: Answering): Promise<void> {
  const entry = found(work.entry);
  if (!isOpen(entry.state) || entry.state === "withdrawn") throw new Failure("conflict");
  await transaction(app.db, async (tx) => {
    await updateEntry(
      tx,
      { id: entry.id, version },
      { state: "declined", reason: reason === "" ? null : reason, publishAt: null, changedBy: actor.id },
    );
    const title = titleIn(entry.kind, entry.content);
    if (entry.proposedBy !== null && entry.proposedBy !== actor.id)
      await answerProposer(app, tx, { ...entry, status: "declined", slug: null, title, reason });
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: "entry.declined",
      target: `entry:${entry.id}`,
      region: entry.region,
      value: { reason },
    });
  });
}

export interface Proposing {
  actor: Actor;
  region: string;
  kind: EntryKind;
  content: Content;
}

/** Whoever belongs to the region may propose; curators are waited for. Throws `too-many`. */
export async function propose(app: App, { actor, region, kind, content }: Proposing): Promise<number> {
  if (!mayPropose(actor, region)) throw new Failure("forbidden");
  const since = new Date(app.now().getTime() - DAY_MS);
  if ((await proposalsSince(app.db.queries, actor.id, since)) >= PROPOSALS_A_DAY)
    throw new Failure("too-many", { retryAfter: 60 * 60 });
  const proposed = await publishable(app, kind, content);
  await keepCover(app, actor, content);
  return transaction(app.db, async (tx) => {
    const twin = await proposedJustNow(tx, {
      kind,
      personId: actor.id,
      marks: { ...proposed, regions: [region] },
    });
    if (twin !== null) return twin;
    return insertEntry(tx, {
      kind,
      region,
      state: "proposed",
      content: { ...proposed, regions: [region] },
      proposedBy: actor.id,
      createdBy: actor.id,
      changedBy: actor.id,
    });
  });
}
