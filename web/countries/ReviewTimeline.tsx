/** The steps of a review in their order: what is done, under way, still to come, and what nobody tells. */

import type { Review } from "shared/countries/contract.ts";
import { type TimelineStep, timelineOf } from "shared/countries/timeline.ts";
import { For, Show } from "solid-js";
import { Original, PartialDate, Unknown } from "../components/facts.tsx";
import { usePage } from "../frame.ts";

export function ReviewTimeline(props: { review: Review }) {
  const page = usePage();
  return (
    <ol class="timeline" aria-label={page.t("country.timeline")}>
      <For each={timelineOf(props.review)}>
        {(step) => (
          <li class={step.state === "unknown" ? "unsaid" : step.state}>
            <strong>{page.t(`country.step.${step.step}`)}</strong>
            <Known step={step} />
          </li>
        )}
      </For>
    </ol>
  );
}

function Known(props: { step: TimelineStep }) {
  const page = usePage();
  const { state, on, words, documents, scheduledYear } = props.step;
  const undated = () => state === "done" && on === null && words === null;
  return (
    <>
      <Show when={scheduledYear}>
        {(year) => <span>{page.t("country.scheduledYear", { year: String(year()) })}</span>}
      </Show>
      <span>
        <Show when={state !== "unknown"} fallback={<Unknown />}>
          {page.t(`country.state.${state === "unknown" ? "todo" : state}`)}
          <Show when={undated()}>
            {" "}
            <span class="unknown">({page.t("country.undated")})</span>
          </Show>
        </Show>
      </span>
      <Show when={on}>{(day) => <PartialDate on={day()} />}</Show>
      <Show when={words}>
        {(text) => (
          <span>
            <Original language="en">{text()}</Original>
          </span>
        )}
      </Show>
      <Show when={documents.length > 0}>
        <span>{page.t("country.documentCount", { count: documents.length })}</span>
      </Show>
    </>
  );
}
