/** Turns values of a seed record into values of a row. */

import type { HowKnown } from "shared/fields.ts";
import type { Static } from "typebox";

/** Partial dates are text; the files write bare years as numbers. */
export function dayText(day: string | number | null): string | null {
  return day === null ? null : String(day);
}

export interface KnownSeed {
  source: string;
  asOf: string | number | null;
  verified?: Static<typeof HowKnown>;
  moreSources?: string[];
}

export function known(record: KnownSeed) {
  return {
    source: record.source,
    moreSources: record.moreSources ?? [],
    asOf: dayText(record.asOf),
    verified: record.verified ?? null,
  };
}
