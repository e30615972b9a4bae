/** What the desk's engine asks of a room whose records are written at the desk; and the explicit list of them. */
import type { Alike, AlikeAsked } from "db/entries/alike.ts";
import type { RecordRow } from "db/entries/records.ts";
import type { Transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { EntryKind } from "shared/entries/rules.ts";
import type { Entries } from "shared/form.ts";
import type { TextKey, Values } from "shared/i18n/text.ts";
import type { TObject } from "typebox";
import type { EntryPreview } from "web/render";
import type { App } from "../app.ts";
import type { SentForm } from "../body.ts";
import { eventEntry } from "../events/entry.ts";
import { newsEntry } from "../news/entry.ts";
import { partnerEntry } from "../partners/entry.ts";
import { resourceEntry } from "../resources/entry.ts";

/** The fields of the form, as they are kept while it is written. */
export type Content = Record<string, unknown>;

/** What is wrong, by field. */
export type Problems = Record<string, TextKey | { key: TextKey; values: Values }>;

/** A file that the form of a kind takes: it becomes one of the fields. */
export interface Upload {
  maxBytes: number;
  /** The fields from then on; `again`: that was all the button was for. Throws Refused. */
  take(app: App, actor: Actor, sent: SentForm): Promise<{ entries: Entries; again: boolean }>;
}

export interface EntryRoom {
  kind: EntryKind;
  /** What must be there before it can be published; at the desk every field but the title may be missing. */
  content: TObject;
  /** What it is called while it is written. */
  titleField: "title" | "name";
  upload?: Upload;
  /** What fits the schema, but not the world: countries that there are not, ends before beginnings. */
  problems(app: App, content: Content): Promise<Problems>;
  /** The record's columns; its regions are decided by the engine. `today`: YYYY-MM-DD. */
  columnsOf(content: Content, today: string): Record<string, unknown>;
  /** The reverse: what the form shows of a record. */
  contentOf(row: RecordRow): Content;
  /** What a revision names as its source. */
  sourceOf(content: Content): string | null;
  /** The record as its JSON twin gives it. */
  read(app: App, slug: string): Promise<Record<string, unknown> | null>;
  /** As visitors will see it, of columns that are not written. */
  preview?(app: App, values: Record<string, unknown>): Promise<EntryPreview>;
  /** What the region tells of the same source already. */
  alike?(app: App, asked: Omit<AlikeAsked, "kind">): Promise<Alike[]>;
  /** The fields from then on, of those that were empty, as the source says them; throws Refused. */
  fetchInto?(app: App, entries: Entries): Promise<Entries>;
  /** In the transaction that publishes: letters to whom it concerns. `before` is null for a new one. */
  published?(
    app: App,
    tx: Transaction,
    change: { before: RecordRow | null; after: RecordRow },
  ): Promise<void>;
  /** In the transaction that withdraws, while the record is still there. */
  withdrawing?(app: App, tx: Transaction, row: RecordRow): Promise<void>;
}

/** Kinds that the desk does not write yet are absent. */
const rooms: Partial<Record<EntryKind, EntryRoom>> = {
  news: newsEntry,
  events: eventEntry,
  resources: resourceEntry,
  partners: partnerEntry,
};

export const writtenKinds = (Object.keys(rooms) as EntryKind[]).filter((kind) => rooms[kind]);

export function entryRoom(kind: EntryKind): EntryRoom {
  const room = rooms[kind];
  if (!room) throw new Error(`${kind} are not written at the desk`);
  return room;
}
