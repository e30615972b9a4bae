/** What the desk writes and publishes: kinds, states, what leads from one to the other, limits. */

/** The rooms whose records are written at the desk. */
export const entryKinds = ["news", "events", "resources", "partners"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What members may propose. */
export const proposedKinds = ["news", "events", "resources"] as const satisfies readonly EntryKind[];

/** As a record of the kind is called in revisions, files and old addresses. */
export const recordKinds = {
  news: "article",
  events: "event",
  resources: "resource",
  partners: "partner",
} as const satisfies Record<EntryKind, string>;

export const entryStates = ["draft", "proposed", "scheduled", "published", "withdrawn", "declined"] as const;
export type EntryState = (typeof entryStates)[number];

/** In which states a curator still works on it. */
export const openStates = ["draft", "proposed", "scheduled", "withdrawn"] as const satisfies EntryState[];

export function isOpen(state: EntryState): boolean {
  return (openStates as readonly EntryState[]).includes(state);
}

/** A headline, as most publishers cut theirs. */
export const MAX_TITLE = 300;
/** Own words, to be read on a phone: what is longer belongs to the source. */
export const MAX_SUMMARY = 3_000;
export const MAX_PUBLISHER = 200;
/** All countries of a region, with room. */
export const MAX_COUNTRIES = 60;
export const MAX_NAMED = 50;
/** To be read in a letter. */
export const MAX_REASON = 1_000;
/** Beyond it nobody remembers what was to be published. */
export const MAX_DAYS_AHEAD = 366;
/** As many as a curator looks through at once. */
export const ENTRIES_PAGE = 20;
/** A member who proposes more in a day is asked to wait: curators read each. */
export const PROPOSALS_A_DAY = 10;
