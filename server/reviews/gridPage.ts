/** The page of the region's reviews: the grid with its filters, and the buttons that say "nothing new today". */
import type { Country } from "shared/countries/contract.ts";
import { nameIn } from "shared/countries/overview.ts";
import { isReviewed, isUnrecorded } from "shared/countries/rules.ts";
import type { Language } from "shared/i18n/languages.ts";
import { languages } from "shared/i18n/languages.ts";
import { type ReviewAtDesk, reviewQuery } from "shared/reviews/contract.ts";
import { isShown, lookedOn, marksOf, type ReviewFilter, statusOf } from "shared/reviews/rules.ts";
import { dayOf } from "shared/time.ts";
import Type from "typebox";
import type { ReviewsProps } from "web/render";
import type { App } from "../app.ts";
import { countriesIn, cycles } from "../countries/actions.ts";
import { Refused, serveRegionForm } from "../form.ts";
import { allReviews, checkToday } from "./actions.ts";

const ref = Type.String({ pattern: "^[A-Z]{2}/[1-9][0-9]?$" });
/** `one`: the button of one review; it counts alone, whatever is ticked. */
const body = Type.Object({
  reviews: Type.Optional(Type.Array(ref, { maxItems: 500 })),
  one: Type.Optional(ref),
});

export function gridPage(app: App): void {
  serveRegionForm(app, {
    path: "/desk/reviews",
    who: "curator",
    query: reviewQuery,
    body,
    load: async ({ region }) => ({
      countries: await countriesIn(app, region.slug),
      reviews: await allReviews(app, region.slug),
      cycles: await cycles(app),
    }),
    page: ({ language, region, query, now, t }, data, form) => {
      const known = data.cycles.flatMap(({ cycle }) => (cycle === null ? [] : [cycle]));
      const asked = { status: query.status ?? [], mark: query.mark ?? [], sort: query.sort ?? "name" };
      const today = dayOf(now);
      const rows = rowsOf(data.countries, data.reviews, { known, query, today, language, sort: asked.sort });
      const ahead = data.cycles.find(({ phase, cycle }) => phase > 1 && cycle === null);
      const props = {
        rows,
        cycles: known,
        secondPhase: ahead?.startsIn ?? null,
        asked,
        counts: countsOf(data.reviews, query, today),
        total: rows.flatMap(({ cells }) => cells).filter((cell) => cell?.isShown).length,
        form,
      };
      const title = t("reviews.title", { region: region.names[language] ?? region.slug });
      return { view: { page: "Reviews", props }, title, description: t("reviews.lead") };
    },
    act: async ({ region, request }, _data, { reviews = [], one }) => {
      const refs = one === undefined ? reviews : [one];
      const { checked } = refs.length === 0 ? { checked: 0 } : await checkToday(app, region.slug, refs);
      if (checked === 0) throw new Refused({ reviews: "reviews.error.tick" });
      const [first = ""] = refs;
      return { to: `${request.raw.url}#${first.slice(0, 2)}`, done: "reviewsChecked" };
    },
  });
}

interface Asked {
  known: readonly number[];
  query: ReviewFilter;
  today: string;
  language: Language;
  sort: "name" | "oldest";
}

function rowsOf(
  countries: readonly Country[],
  reviews: readonly ReviewAtDesk[],
  { known, query, today, language, sort }: Asked,
): ReviewsProps["rows"] {
  const byRef = new Map(reviews.map((review) => [review.ref, review]));
  const collator = new Intl.Collator(languages[language].locale);
  const isFiltered = query.status !== undefined || query.mark !== undefined;
  const rows = countries.map((country) => {
    const cells = known.map((cycle) => {
      const review = byRef.get(`${country.iso2}/${cycle}`);
      return review ? { review, isShown: isShown(review, query, today) } : null;
    });
    const shown = cells.flatMap((cell) => (cell?.isShown ? [lookedOn(cell.review) ?? ""] : []));
    return { iso2: country.iso2, name: nameIn(language, country), cells, oldest: shown.toSorted()[0] ?? "9" };
  });
  const asked = rows.filter(({ cells }) => !isFiltered || cells.some((cell) => cell?.isShown));
  const byLook = (one: { oldest: string }, other: { oldest: string }) =>
    sort === "name" ? 0 : one.oldest < other.oldest ? -1 : one.oldest > other.oldest ? 1 : 0;
  return asked
    .toSorted((one, other) => byLook(one, other) || collator.compare(one.name, other.name))
    .map(({ iso2, name, cells }) => ({ iso2, name, cells }));
}

/** Of each filter's values, under the other filter. */
function countsOf(
  reviews: readonly ReviewAtDesk[],
  { status, mark }: ReviewFilter,
  today: string,
): ReviewsProps["counts"] {
  const counts: ReviewsProps["counts"] = { status: {}, mark: {} };
  const add = (of: Record<string, number>, value: string) => {
    of[value] = (of[value] ?? 0) + 1;
  };
  for (const review of reviews) {
    if (isShown(review, { mark }, today)) add(counts.status, statusOf(review));
    if (isShown(review, { status }, today)) for (const one of marksOf(review, today)) add(counts.mark, one);
  }
  return counts;
}

/**
 * Whether there is anything to enter of a country: a State party is reviewed, what is recorded stays, and of one whose
 * status nobody has recorded yet either may come first.
 */
export function hasReviews(country: Country): boolean {
  return isReviewed(country) || isUnrecorded(country) || country.reviews.length > 0;
}
