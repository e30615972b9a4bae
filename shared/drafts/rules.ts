/** What may be kept as a draft, for which place, and which of two is offered first. */

/** `thread:12` for a reply, `board:5` for a new thread; `desk:africa:news:new` and its like for what is written at a desk. */
export const PLACE =
  "^((thread|board):[1-9][0-9]{0,14}|desk:[a-z0-9-]{1,60}:(news|events|resources|partners):(draft\\.[1-9][0-9]{0,14}|[a-z0-9-]{1,120}))$";
/** Somebody who has more has a drawer, not drafts; the list stays one page. */
export const MAX_DRAFTS = 100;
/** Longer than a post may be: what is refused as too long is kept, so that it can be shortened. */
export const MAX_DRAFT_TEXT = 100_000;
/** A form of the desk has some thirty fields; the countries of a region are values of one. */
export const MAX_DRAFT_FIELDS = 80;
export const MAX_FIELD_NAME = 60;
/** Typing rests for so long before the draft goes over the network: a letter each second would cost money. */
export const DRAFT_REST_MS = 2_500;

export type DraftFields = Record<string, string | string[]>;

export interface DeskPlace {
  kind: "desk";
  region: string;
  /** The room: `news`. */
  of: string;
  /** Below the room's desk: `new`, `drafts/12`, or the slug of what is public. */
  path: string;
}

export type DraftPlace = { kind: "thread" | "board"; id: number } | DeskPlace;

/** Of a text that fits PLACE. */
export function readPlace(place: string): DraftPlace {
  const [kind, id = "", of = "", at = ""] = place.split(":");
  if (kind === "desk") return { kind, region: id, of, path: at.replace(".", "s/") };
  return { kind: kind === "board" ? "board" : "thread", id: Number(id) };
}

/** The place of a form of the desk: of an entry, else of what is public, else of something new. */
export function deskPlace(at: {
  region: string;
  kind: string;
  entryId: number | null;
  slug: string | null;
}): string {
  const path = at.entryId === null ? (at.slug ?? "new") : `draft.${at.entryId}`;
  return `desk:${at.region}:${at.kind}:${path}`;
}

/** How much was typed, of all fields together. */
export function lengthOf(fields: DraftFields): number {
  return Object.values(fields)
    .flat()
    .reduce((sum, value) => sum + value.length, 0);
}

/** What somebody writes, and does not only choose. */
export const typedFields = ["title", "name", "body", "summary", "url", "outcome"] as const;

/** Nothing but spaces, or nothing at all, is not worth keeping: what only stands chosen in a form is no text. */
export function isWorthKeeping(fields: DraftFields): boolean {
  return typedFields.some((name) => [fields[name] ?? []].flat().some((value) => value.trim() !== ""));
}

/** A draft as one side knows it. Ages and not moments are compared: a clock may be wrong by a day. */
export interface Aged {
  clientId: string;
  /** Seconds since it was last changed, by the clock that noted the change. */
  age: number;
}

/** The one that was changed last comes first; of one draft that both sides have, it stands once. */
export function newestFirst<T extends Aged>(drafts: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const draft of drafts) {
    const known = newest.get(draft.clientId);
    if (!known || draft.age < known.age) newest.set(draft.clientId, draft);
  }
  return [...newest.values()].toSorted((a, b) => a.age - b.age);
}
