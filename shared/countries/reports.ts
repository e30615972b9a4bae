/** Parallel reports of civil society, each once: records hold some of them twice, as a report and as a review's document. */
import type { Country, ParallelReport, Review } from "./contract.ts";

export function parallelReportsOf(country: Pick<Country, "parallelReports" | "reviews">): ParallelReport[] {
  const fromReviews = country.reviews.flatMap((review) =>
    review.documents
      .filter(({ kind }) => kind === "parallel-report")
      .map((document) => reportOf(review, document)),
  );
  const shown = new Map<string, ParallelReport>();
  for (const report of [...country.parallelReports, ...fromReviews]) {
    const key = keyOf(report);
    if (!shown.has(key)) shown.set(key, report);
  }
  return [...shown.values()].sort((a, b) => (b.year ?? "").localeCompare(a.year ?? ""));
}

function reportOf(review: Review, { title, url, publishedOn }: Review["documents"][number]): ParallelReport {
  return { title, authors: [], cycle: review.cycle, year: publishedOn, url, source: url };
}

/** The same address is the same report, however it is written; without one the title decides. */
function keyOf({ url, title }: ParallelReport): string {
  if (url === null) return title.toLowerCase();
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/#.*$/, "")
    .replace(/\/+$/, "");
}
