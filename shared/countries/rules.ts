/** Pure decisions about countries: who is under review, which level a map shows, how a list is sorted. */
import type { Country, MapView, Review, ReviewStatus } from "./contract.ts";

/**
 * The Convention is open to States and regional economic integration organisations (article 67). Kosovo (under Security
 * Council resolution 1244) is in no list of the depositary, so nothing may be said of its status there.
 */
const OUTSIDE_CONVENTION: ReadonlySet<string> = new Set(["XK"]);

export function isOutsideConvention(iso2: string): boolean {
  return OUTSIDE_CONVENTION.has(iso2);
}

/** Only States parties are reviewed (terms of reference of the Mechanism). */
export function isReviewed(country: Pick<Country, "uncac">): boolean {
  return country.uncac?.status === "state-party";
}

/** Nobody has recorded whether it is a party, so nothing is said of its reviews either. */
export function isUnrecorded(country: Pick<Country, "uncac">): boolean {
  return country.uncac?.status === "unknown";
}

export function reviewOf(country: Pick<Country, "reviews">, cycle: number): Review | null {
  return country.reviews.find((review) => review.cycle === cycle) ?? null;
}

export type MapLevel =
  | ReviewStatus
  | "not-party"
  | "yes"
  | "no"
  | "no-data"
  | "few"
  | "some"
  | "many"
  | "most";

/** Where each level of the CSOs' view begins: today's countries have none to twelve, most of them one or two. */
export const CSO_LEVELS = [
  { level: "most", from: 10 },
  { level: "many", from: 5 },
  { level: "some", from: 2 },
  { level: "few", from: 1 },
] as const;

/** The levels that a view can show, in the order in which a legend and a sorted table name them. */
export const levelsOfView: Record<MapView, readonly MapLevel[]> = {
  "cycle-2": ["completed", "ongoing", "probably-ongoing", "not-started", "unknown", "not-party"],
  "cycle-1": ["completed", "ongoing", "probably-ongoing", "not-started", "unknown", "not-party"],
  csos: ["most", "many", "some", "few", "no-data"],
  pledge: ["yes", "no", "no-data", "not-party"],
};

/** The cycle whose review a view tells of; views of other things tell of the second, the one that is under way. */
export function cycleOf(view: MapView): number {
  return view === "cycle-1" ? 1 : 2;
}

export function levelOf(country: Country, view: MapView): MapLevel {
  if (view === "csos")
    return CSO_LEVELS.find(({ from }) => country.organisations >= from)?.level ?? "no-data";
  if (view === "pledge") return pledgeLevel(country);
  return reviewLevel(country, cycleOf(view));
}

/** A review that is not recorded is unknown; a country that is no party has none. */
export function reviewLevel(
  country: Pick<Country, "uncac" | "reviews">,
  cycle: number,
): ReviewStatus | "not-party" {
  return (
    reviewOf(country, cycle)?.status ??
    (isReviewed(country) || isUnrecorded(country) ? "unknown" : "not-party")
  );
}

function pledgeLevel({ transparencyPledge: { signed }, ...country }: Country): MapLevel {
  if (signed !== null) return signed ? "yes" : "no";
  return isReviewed(country) || isUnrecorded(country) ? "no-data" : "not-party";
}

/** The date that the view's status describes; null where no source gives one, or where there is none to give. */
export function asOfIn(country: Country, view: MapView): string | null {
  if (view === "pledge") return country.transparencyPledge.asOf ?? country.transparencyPledge.signedOn;
  return reviewOf(country, cycleOf(view))?.asOf ?? null;
}
