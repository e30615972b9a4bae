/** What may be kept as a draft, for which place, and which of two is offered first. */

/** `thread:12` for a reply, `board:5` for a new thread. */
export const PLACE = "^(thread|board):[1-9][0-9]{0,14}$";
/** Somebody who has more has a drawer, not drafts; the list stays one page. */
export const MAX_DRAFTS = 100;
/** Longer than a post may be: what is refused as too long is kept, so that it can be shortened. */
export const MAX_DRAFT_TEXT = 100_000;
/** A form of the board has some ten fields; tags may stand several times. */
export const MAX_DRAFT_FIELDS = 40;
export const MAX_FIELD_NAME = 60;
/** Typing rests for so long before the draft goes over the network: a letter each second would cost money. */
export const DRAFT_REST_MS = 2_500;

export type DraftFields = Record<string, string | string[]>;

export interface DraftPlace {
  kind: "thread" | "board";
  id: number;
}

/** Of a text that fits PLACE. */
export function readPlace(place: string): DraftPlace {
  const [kind, id] = place.split(":");
  return { kind: kind === "board" ? "board" : "thread", id: Number(id) };
}

/** How much was typed, of all fields together. */
export function lengthOf(fields: DraftFields): number {
  return Object.values(fields)
    .flat()
    .reduce((sum, value) => sum + value.length, 0);
}

/** Nothing but spaces, or nothing at all, is not worth keeping: what only stands chosen in a form is no text. */
export function isWorthKeeping(fields: DraftFields): boolean {
  return ["body", "title"].some((name) => [fields[name] ?? []].flat().some((value) => value.trim() !== ""));
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
