/** Who may not post at present, and the rules of pace and likeness. */

/** A suspension or a ban that holds. */
export interface Limit {
  kind: "suspended" | "banned";
  /** Null: of all regions. */
  region: string | null;
  /** ISO 8601; null: without an end. */
  until: string | null;
}

/** A person who posts more is not read: ten posts in ten minutes. */
export const RATE_SECONDS = 600;
/** The same words in two threads within an hour are an advertisement. */
export const LIKENESS_SECONDS = 3_600;
/** So many approved posts end the newcomer's stage. */
export const ENOUGH_APPROVED = 2;

/** What keeps a person from posting in a board of this region (null: of all regions). */
export function limitIn(limits: readonly Limit[], region: string | null): Limit | null {
  return limits.find((limit) => limit.region === null || region === null || limit.region === region) ?? null;
}
