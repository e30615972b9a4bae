/** Decisions about review data at the desk: when somebody looked last, which reviews a list shows, in which order. */
import type { MapLevel } from "../countries/rules.ts";
import { Failure } from "../failure.ts";
import { rangeOf } from "../time.ts";
import type { ReviewAtDesk, ReviewMark, ReviewSort } from "./contract.ts";

/** Documents of a review appear some months apart: who looks twice a year misses none for long. */
const LOOK_EVERY_MONTHS = 6;
/** The largest region has 55 countries in two cycles; a table of several regions' size is a mistake. */
export const MAX_IMPORT_ROWS = 500;
/** As many as a curator looks through at once. */
export const CHANGES_PAGE = 50;

export type Look = Pick<ReviewAtDesk, "status" | "asOf" | "checkedOn" | "changedOn">;

/**
 * The last day on which somebody looked at the sources: found nothing new, changed a fact, or read the source that it
 * cites. Null where nothing is recorded, or nobody says when.
 */
export function lookedOn({ asOf, checkedOn, changedOn }: Omit<Look, "status">): string | null {
  const days = [asOf === null ? null : rangeOf(asOf).to, checkedOn, changedOn];
  return days.reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
}

export function isLookedAt(look: Omit<Look, "status">, today: string): boolean {
  const last = lookedOn(look);
  return last !== null && last >= monthsBefore(today, LOOK_EVERY_MONTHS);
}

/** The same day some months ago; one that its month does not have counts on into the next. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, date)).toISOString().slice(0, 10);
}

export interface ReviewFilter {
  status?: readonly string[] | undefined;
  mark?: readonly ReviewMark[] | undefined;
}

export function marksOf(review: Look & Pick<ReviewAtDesk, "verified">, today: string): ReviewMark[] {
  return [
    ...(review.status !== null && review.verified !== "page" ? (["to-confirm"] as const) : []),
    ...(isLookedAt(review, today) ? [] : (["not-looked"] as const)),
  ];
}

/** A review that is not recorded is unknown. */
export function statusOf({ status }: Pick<ReviewAtDesk, "status">): Exclude<MapLevel, "not-party"> {
  return status ?? "unknown";
}

export function isShown(review: ReviewAtDesk, { status, mark }: ReviewFilter, today: string): boolean {
  const fits = status === undefined || status.includes(statusOf(review));
  return fits && (mark === undefined || marksOf(review, today).some((one) => mark.includes(one)));
}

/** "oldest": what was looked at longest ago, or never, first; equal ones stay in their order. */
export function sortReviews<T extends Omit<Look, "status">>(reviews: readonly T[], sort: ReviewSort): T[] {
  if (sort === "name") return [...reviews];
  const key = (review: T) => lookedOn(review) ?? "";
  return reviews.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

/** The first day of what a reader typed as "since"; throws `invalid` for a day that no calendar has. */
export function firstDayOf(since: string): string {
  try {
    if (since >= "1000") return rangeOf(since).from;
  } catch {
    // Falls through: it is no day.
  }
  throw new Failure("invalid", { problems: [{ parameter: "since", message: "is not a day" }] });
}
