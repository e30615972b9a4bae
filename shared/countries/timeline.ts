/** The steps of one country's review, each with what is known of it; what no source tells stays unknown. */
import type { Review, ReviewDocument } from "./contract.ts";

export const reviewSteps = [
  "start",
  "self-assessment",
  "desk-review",
  "country-visit",
  "published",
  "follow-up",
] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** `none`: it is known that there was none, as a review without a country visit. */
export type StepState = "done" | "now" | "todo" | "none" | "unknown";

export interface TimelineStep {
  step: ReviewStep;
  state: StepState;
  /** When, as exact as the source. */
  on: string | null;
  /** The year of the cycle, 1 to 5, for the start. */
  scheduledYear: number | null;
  /** When and where, in the source's words (English), for the country visit. */
  words: string | null;
  documents: ReviewDocument[];
}

const DOCUMENTS: Partial<Record<ReviewStep, readonly ReviewDocument["kind"][]>> = {
  "self-assessment": ["self-assessment"],
  published: ["executive-summary", "country-report"],
  "follow-up": ["follow-up"],
};

/** A report that is being drafted is a step towards its publication. */
const STEP_OF_PHASE: Record<NonNullable<Review["phase"]>, ReviewStep> = {
  "self-assessment": "self-assessment",
  "desk-review": "desk-review",
  "country-visit": "country-visit",
  drafting: "published",
  published: "published",
  "follow-up": "follow-up",
};

/**
 * Every review begins with a self-assessment and a desk review (terms of reference of the Mechanism), so a completed one
 * has had both, whenever that was; a country visit, which a State may choose, and published documents need a source.
 */
const PART_OF_EVERY_REVIEW: ReadonlySet<ReviewStep> = new Set(["start", "self-assessment", "desk-review"]);

export function timelineOf(review: Review): TimelineStep[] {
  return reviewSteps.map((step) => {
    const documents = documentsOf(review, step);
    return {
      step,
      state: evidence(review, step, documents) ?? byPhase(review, step) ?? byStatus(review, step),
      on: step === "start" ? review.startedIn : latest(documents),
      scheduledYear: step === "start" ? review.scheduledYear : null,
      words: step === "country-visit" ? review.countryVisit.when : null,
      documents,
    };
  });
}

function documentsOf(review: Review, step: ReviewStep): ReviewDocument[] {
  return review.documents.filter(({ kind }) => DOCUMENTS[step]?.includes(kind));
}

function latest(documents: readonly ReviewDocument[]): string | null {
  return (
    documents
      .flatMap(({ publishedOn }) => publishedOn ?? [])
      .sort()
      .at(-1) ?? null
  );
}

function evidence(review: Review, step: ReviewStep, documents: readonly ReviewDocument[]): StepState | null {
  if (documents.length > 0) return "done";
  if (step === "start" && review.startedIn !== null) return "done";
  if (step !== "country-visit" || review.countryVisit.held === null) return null;
  if (review.countryVisit.held) return "done";
  // A visit that has not been held may still come while the review goes on.
  return review.status === "completed" ? "none" : "todo";
}

function byPhase(review: Review, step: ReviewStep): StepState | null {
  if (review.phase === null) return null;
  const place = reviewSteps.indexOf(step) - reviewSteps.indexOf(STEP_OF_PHASE[review.phase]);
  if (place === 0) return review.phase === "published" ? "done" : "now";
  if (place > 0) return "todo";
  return PART_OF_EVERY_REVIEW.has(step) ? "done" : "unknown";
}

function byStatus(review: Review, step: ReviewStep): StepState {
  if (review.status === "not-started") return "todo";
  if (review.status === "completed" && PART_OF_EVERY_REVIEW.has(step)) return "done";
  if (review.status === "ongoing" && step === "start") return "done";
  return "unknown";
}
