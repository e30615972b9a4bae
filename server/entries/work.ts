/** What the desk's pages say of a piece of work: its fields, its version, its line in lists. */
import type { EntryRow } from "db/entries/queries.ts";
import { Failure } from "shared/failure.ts";
import type { EntryLine } from "web/render";
import type { Work } from "./actions.ts";
import { type Content, entryRoom } from "./kinds.ts";
import { titleIn } from "./publishing.ts";

export function idIn(text: string | undefined): number {
  if (text === undefined || !/^[1-9][0-9]{0,14}$/.test(text)) throw new Failure("not-found");
  return Number(text);
}

export function lineOf(entry: EntryRow): EntryLine {
  return {
    id: entry.id,
    state: entry.state,
    title: titleIn(entry.kind, entry.content),
    publishAt: entry.publishAt?.toISOString() ?? null,
    hasProblem: entry.problem !== null,
    proposer: entry.proposedBy === null ? null : (entry.proposer ?? ""),
    changedAt: entry.updatedAt.toISOString(),
  };
}

export const contentOf = ({ kind, entry, record }: Work): Content => {
  if (entry) return entry.content;
  return record ? { ...entryRoom(kind).contentOf(record), regions: record.regions } : {};
};

export const versionOf = ({ entry, record }: Work) => entry?.version ?? record?.version ?? 0;
