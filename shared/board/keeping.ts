/** What the forms of those who keep boards ask for. */
import Type from "typebox";
import { line } from "../fields.ts";
import { type BoardFacts, starters, visibilities } from "./rules.ts";

/** It stands on cards and above threads. */
const MAX_NAME = 80;
const MAX_PURPOSE = 300;
/** More boards are not looked through. */
const MAX_POSITION = 99;
/** Between two posts of one person, in seconds: none, half a minute, five minutes, an hour. */
export const paces = ["0", "30", "300", "3600"] as const;

const inLanguages = (max: number) =>
  Type.Object({ en: line({ max }), fr: Type.Optional(line({ max })), ar: Type.Optional(line({ max })) });

export const BoardForm = Type.Object({
  names: inLanguages(MAX_NAME),
  purposes: inLanguages(MAX_PURPOSE),
  visibility: Type.Enum([...visibilities]),
  starters: Type.Enum([...starters]),
  slow: Type.Enum([...paces]),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_POSITION })),
  closed: Type.Boolean(),
  /** Of all regions: stewards make these. */
  everywhere: Type.Boolean(),
  version: Type.Optional(Type.Integer({ minimum: 1 })),
});

/** A handle, or the last part of a CSO's address. */
export const groupBody = Type.Object({ name: line({ max: 120 }) });
export const groupGoneBody = Type.Object({ member: Type.Integer({ minimum: 1 }) });

/** Words that stand in the place of a board's in an address. */
export const reservedSlugs: readonly string[] = [
  "threads",
  "keep",
  "decisions",
  "files",
  "preview",
  "new",
  "drafts",
];

const openness = { group: 0, members: 1, public: 2 } as const;

/** What was written for few is never shown to more: a board in which something stands is only ever narrowed. */
export function mayShowTo(
  from: BoardFacts["visibility"],
  to: BoardFacts["visibility"],
  isEmpty: boolean,
): boolean {
  return isEmpty || openness[to] <= openness[from];
}
