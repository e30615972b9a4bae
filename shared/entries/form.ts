/** The desk's form of any kind: the content as far as it is written, and what is to be done with it. */
import Type, { type TObject, type TSchema } from "typebox";
import { CLIENT_ID } from "../board/rules.ts";
import { paragraphs, TypedDate } from "../fields.ts";
import { MAX_REASON } from "./rules.ts";

/** Beside the content in the same form. */
const control = {
  /** Of the entry, else of the record; 0: of neither. */
  version: Type.Integer({ minimum: 0 }),
  /** Of the public record that a draft was written for, or was last compared with. */
  recordVersion: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Of what is kept while it is typed, which ends when the form is sent. */
  clientId: Type.Optional(Type.String({ pattern: CLIENT_ID })),
  do: Type.Optional(Type.Enum(["publish", "draft", "schedule", "preview"])),
  /** When it is to be published, in UTC. */
  publishOn: Type.Optional(TypedDate),
  publishTime: Type.Optional(
    Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$", problem: "entries.problem.time" }),
  ),
};

/** All but what it is called may be missing while it is written. */
export function draftOf(content: TObject, title: string): TObject {
  const fields = Object.entries(content.properties).map(([name, schema]: [string, TSchema]) => [
    name,
    name === title ? schema : Type.Optional(schema),
  ]);
  return Type.Object(Object.fromEntries(fields));
}

export function entryForm(content: TObject, title: string): TObject {
  return Type.Object({ ...draftOf(content, title).properties, ...control });
}

export interface Sent {
  version: number;
  recordVersion?: number;
  clientId?: string;
  do?: "publish" | "draft" | "schedule" | "preview";
  publishOn?: string;
  publishTime?: string;
  content: Record<string, unknown>;
}

/** Told apart again: what it says, and what is to be done with it. */
export function sentEntry(body: Record<string, unknown>): Sent {
  const { version, recordVersion, clientId, do: wish, publishOn, publishTime, ...content } = body;
  return {
    version: Number(version),
    ...(recordVersion === undefined ? {} : { recordVersion: Number(recordVersion) }),
    ...(typeof clientId === "string" ? { clientId } : {}),
    ...(wish === undefined ? {} : { do: wish as Exclude<Sent["do"], undefined> }),
    ...(typeof publishOn === "string" ? { publishOn } : {}),
    ...(typeof publishTime === "string" ? { publishTime } : {}),
    content,
  };
}

/** What two people changed of the same thing: as it stands now, and as the form has it. */
export interface EntryConflict {
  field: string;
  now: unknown;
  yours: unknown;
}

/** The fields in which they differ. */
export function conflictsOf(now: Record<string, unknown>, yours: Record<string, unknown>): EntryConflict[] {
  const plain = (value: unknown) =>
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
      ? "null"
      : JSON.stringify(value);
  // A form without a choice of regions says nothing of them.
  const fields = new Set([...Object.keys(now), ...Object.keys(yours)]);
  if (!Array.isArray(yours.regions) || yours.regions.length === 0) fields.delete("regions");
  return [...fields]
    .filter((field) => plain(now[field]) !== plain(yours[field]))
    .map((field) => ({ field, now: now[field] ?? null, yours: yours[field] ?? null }));
}

/** Withdraws what is public, declines a proposal, lays a draft aside. */
export const answerBody = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  reason: paragraphs({ max: MAX_REASON }),
});

export const restoreBody = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  revision: Type.Integer({ minimum: 1 }),
});
