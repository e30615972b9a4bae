/** The region's reviews as a grid, countries by cycles: where each stands, who looked when, and what waits. */
import { reviewStatuses } from "shared/countries/contract.ts";
import {
  type ReviewAtDesk,
  type ReviewMark,
  type ReviewSort,
  reviewMarks,
  reviewSorts,
} from "shared/reviews/contract.ts";
import { formatPartialDate } from "shared/time.ts";
import { For, Show } from "solid-js";
import { Chosen, Filtered, type FilterGroup } from "../components/Filters.tsx";
import { type FormState, HiddenFields } from "../components/forms.tsx";
import { Empty } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { cycleName, reviewPath, standing } from "./words.ts";

export interface GridCell {
  review: ReviewAtDesk;
  /** Whether it is as the list is asked for. */
  isShown: boolean;
}

export interface GridRow {
  iso2: string;
  name: string;
  /** One for each cycle; null: not under review. */
  cells: (GridCell | null)[];
}

export interface ReviewsProps {
  rows: GridRow[];
  cycles: number[];
  /** The year in which the second phase begins, whose cycles are not known yet. */
  secondPhase: string | null;
  asked: { status: readonly string[]; mark: readonly ReviewMark[]; sort: ReviewSort };
  counts: { status: Record<string, number>; mark: Record<string, number> };
  total: number;
  form: FormState;
}

export function ReviewsPage(props: ReviewsProps) {
  const page = usePage();
  const path = `${page.region?.slug}/desk/reviews`;
  const { asked, counts } = props;
  const groups: FilterGroup[] = [
    {
      name: "status",
      legend: page.t("country.status"),
      chosen: asked.status,
      options: reviewStatuses.map((value) => ({
        value,
        label: page.t(`countries.status.${value}`),
        count: counts.status[value] ?? 0,
      })),
    },
    {
      name: "mark",
      legend: page.t("reviews.mark"),
      chosen: asked.mark,
      options: reviewMarks.map((value) => ({
        value,
        label: page.t(`reviews.mark.${value}`),
        count: counts.mark[value] ?? 0,
      })),
    },
  ];
  const sort = asked.sort === "name" ? undefined : asked.sort;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("reviews.lead")}</p>
      <ul class="row">
        <For each={["quick", "import", "changes"] as const}>
          {(below) => (
            <li>
              <a href={page.link(`${path}/${below}`)}>{page.t(`reviews.${below}`)}</a>
            </li>
          )}
        </For>
      </ul>
      <Filtered path={path} groups={groups} keep={{ sort }}>
        <Chosen
          path={path}
          groups={groups}
          keep={{ sort }}
          count={page.t("reviews.count", { count: props.total })}
        />
        <Sorts path={path} asked={asked} />
        <Show when={props.rows.length > 0} fallback={<Empty>{page.t("reviews.none")}</Empty>}>
          <form method="post" action={props.form.action}>
            <HiddenFields values={props.form.hidden} />
            <Show when={props.form.problems.reviews}>
              {(problem) => (
                <p class="notice" role="alert">
                  {problem()}
                </p>
              )}
            </Show>
            <Grid {...props} />
            <p class="buttons">
              <button type="submit">{page.t("reviews.nothingNewIn")}</button>
            </p>
          </form>
        </Show>
        <Show when={props.secondPhase}>
          {(year) => <p class="muted">{page.t("reviews.secondPhase", { year: year() })}</p>}
        </Show>
      </Filtered>
    </>
  );
}

function Sorts(props: { path: string; asked: ReviewsProps["asked"] }) {
  const page = usePage();
  const { status, mark, sort: chosen } = props.asked;
  return (
    <ul class="row" aria-label={page.t("reviews.sort")}>
      <For each={reviewSorts}>
        {(sort) => (
          <li>
            <a
              href={page.link(props.path, { status, mark, sort: sort === "name" ? undefined : sort })}
              aria-current={sort === chosen ? "true" : undefined}
            >
              {page.t(`reviews.sort.${sort}`)}
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}

function Grid(props: ReviewsProps) {
  const page = usePage();
  return (
    <table class="countries even">
      <caption class="visually-hidden">{page.t("reviews.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{page.t("countries.table.country")}</th>
          <For each={props.cycles}>{(cycle) => <th scope="col">{cycleName(page, cycle)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {({ iso2, name, cells }) => (
            <tr id={iso2}>
              <th scope="row">
                <a href={page.link(reviewPath(page.region?.slug ?? "", iso2))}>
                  <bdi>{name}</bdi>
                </a>
              </th>
              <For each={cells}>
                {(cell) => (
                  <td>
                    <Show when={cell} fallback={<p class="muted">{page.t("reviews.notReviewed")}</p>}>
                      {(shown) => <Cell {...shown()} country={name} />}
                    </Show>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Cell(props: GridCell & { country: string }) {
  const page = usePage();
  const { review, country } = props;
  const { ref, iso2, cycle, status } = review;
  const name = page.t("reviews.reviewOf", { country, cycle: cycleName(page, cycle) });
  return (
    <>
      <p>
        <a
          href={page.link(reviewPath(page.region?.slug ?? "", iso2, cycle))}
          aria-label={`${name}: ${standing(page, review)}`}
        >
          {standing(page, review)}
        </a>{" "}
        <Show when={status !== null && review.verified !== "page"}>
          <span class="tag">{page.t("facts.toBeConfirmed")}</span>
        </Show>
      </p>
      <Show when={status !== null}>
        <Looks review={review} />
        <Show when={props.isShown} fallback={<p class="muted">{page.t("reviews.notShown")}</p>}>
          <p class="row">
            <label class="choice">
              <input type="checkbox" name="reviews" value={ref} />
              <span class="visually-hidden">{page.t("reviews.tick", { review: name })}</span>
            </label>{" "}
            <button
              type="submit"
              name="one"
              value={ref}
              class="plain-button"
              aria-label={page.t("reviews.nothingNewOf", { review: name })}
            >
              {page.t("reviews.nothingNew")}
            </button>
          </p>
        </Show>
      </Show>
    </>
  );
}

function Looks(props: { review: ReviewAtDesk }) {
  const page = usePage();
  const { asOf, checkedOn } = props.review;
  const date = (on: string) => formatPartialDate(on, page.locale);
  return (
    <p class="muted">
      {asOf === null ? page.t("reviews.undated") : page.t("reviews.asOf", { date: date(asOf) })}
      <Show when={checkedOn}>
        {(on) => (
          <>
            {" · "}
            {page.t("reviews.checkedOn", { date: date(on()) })}
          </>
        )}
      </Show>
    </p>
  );
}
