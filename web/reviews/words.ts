/** The words of a review at the desk: its country and cycle, and where it stands. */

import { factOf } from "shared/corrections/facts.ts";
import { wordsOf } from "shared/corrections/words.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { ReviewAtDesk } from "shared/reviews/contract.ts";
import type { Page } from "../frame.ts";

/** Of the form of one review; without a cycle, of the country's own facts. */
export function reviewPath(region: string, iso2: string, cycle?: number): string {
  const country = `${region}/desk/reviews/${iso2.toLowerCase()}`;
  return cycle === undefined ? country : `${country}/${cycle}`;
}

/** "ongoing · desk review" */
export function standing(page: Page, { status, phase }: Pick<ReviewAtDesk, "status" | "phase">): string {
  if (status === null) return page.t("reviews.notRecorded");
  const words = page.t(`countries.status.${status}`);
  const fact = factOf("review", "phase");
  return phase === null || !fact ? words : `${words} · ${wordsOf(fact, phase, page.language).text}`;
}

/** Cycles beyond the second have no name of their own yet. */
export function cycleName(page: Page, cycle: number): string {
  const names: Record<number, TextKey> = { 1: "countries.view.cycle-1", 2: "countries.view.cycle-2" };
  const key = names[cycle];
  return key ? page.t(key) : `${page.t("country.cycle.second-phase")} (${page.number(cycle)})`;
}
