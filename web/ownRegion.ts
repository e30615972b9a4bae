/** Under which region a record is linked. */
import type { Page } from "./frame.ts";

/** The page's own region where the record belongs to it or to all, else the record's first. */
export function ownRegion(page: Page, regions: readonly string[]): string {
  const here = page.region?.slug;
  const first = regions[0] ?? here ?? page.regions[0]?.slug ?? "";
  return here !== undefined && (regions.length === 0 || regions.includes(here)) ? here : first;
}
