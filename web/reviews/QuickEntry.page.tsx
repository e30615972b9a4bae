/** Quick entry: one cycle's reviews as a keyboard grid; without scripts each name leads to its form. */
import { factOf } from "shared/corrections/facts.ts";
import { choiceText } from "shared/corrections/words.ts";
import { reviewPhases, reviewStatuses } from "shared/countries/contract.ts";
import { For, Show } from "solid-js";
import { Breadcrumbs } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { type Page, usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import QuickGrid, { type QuickGridProps } from "./QuickGrid.island.tsx";
import { cycleName, reviewPath } from "./words.ts";

export interface QuickEntryProps {
  cycle: number;
  cycles: number[];
  rows: { iso2: string; name: string; version: number; status: string | null; phase: string | null }[];
}

export function QuickEntryPage(props: QuickEntryProps) {
  const page = usePage();
  const region = page.region?.slug ?? "";
  const path = `${region}/desk/reviews`;
  const rows = props.rows.map((row) => ({
    ...row,
    href: page.link(reviewPath(region, row.iso2, props.cycle)),
    status: row.status ?? "",
    phase: row.phase ?? "",
  }));
  const unknown = { value: "", label: page.t("facts.unknown") };
  const choice = (texts: string) => (value: string) => ({
    value,
    label: choiceText(texts, value, page.language),
  });
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(path), text: page.t("desk.nav.reviews") }]} />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("reviews.quick.lead")}</p>
      <p class="muted">{page.t("reviews.quick.plain")}</p>
      <ul class="row">
        <For each={props.cycles}>
          {(cycle) => (
            <li>
              <a
                href={page.link(`${path}/quick`, { cycle })}
                aria-current={cycle === props.cycle ? "page" : undefined}
              >
                {cycleName(page, cycle)}
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={page.saver}>
        <ul class="plain">
          <For each={rows}>
            {({ href, name }) => (
              <li>
                <a href={href}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Island
        name="QuickGrid"
        component={QuickGrid}
        props={{
          api: `/api/v1/regions/${region}/reviews`,
          cycle: props.cycle,
          rows,
          statuses: reviewStatuses.map(choice("countries.status.")),
          phases: [unknown, ...reviewPhases.map(choice("corrections.phase."))],
          rightToLeft: page.dir === "rtl",
          texts: textsOf(page, props.cycle),
        }}
      />
    </>
  );
}

/** The browser fills in names and words where these places stand. */
const places = { name: "{name}", now: "{now}" };

function textsOf(page: Page, cycle: number): QuickGridProps["texts"] {
  const phase = factOf("review", "phase");
  return {
    caption: cycleName(page, cycle),
    country: page.t("countries.table.country"),
    status: page.t("country.status"),
    phase: phase ? page.t(phase.label) : "",
    source: page.t("reviews.source"),
    asOf: page.t("reviews.asOfField"),
    save: page.t("reviews.quick.save"),
    saveOf: page.t("reviews.quick.saveOf", places),
    unsaved: page.t("reviews.quick.unsaved"),
    needsSource: page.t("reviews.quick.source"),
    notRecorded: page.t("reviews.notRecorded"),
    told: {
      saving: page.t("reviews.quick.saving"),
      saved: page.t("reviews.quick.saved", places),
      stale: page.t("reviews.quick.stale", places),
      refused: page.t("reviews.quick.refused", places),
      failed: page.t("reviews.quick.failed", places),
    },
  };
}
