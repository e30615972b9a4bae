/** How many things of each kind wait, as links that show them alone; and whose, and how old. */
import { AGES, takings } from "shared/desk/rules.ts";
import { For } from "solid-js";
import { type Query, usePage } from "../frame.ts";
import type { DeskFilters, DeskProps } from "./Desk.page.tsx";

export function DeskFilter(props: { counts: DeskProps["counts"]; filters: DeskFilters }) {
  const page = usePage();
  const { filters } = props;
  const [kind] = filters.kind;
  const isOpen = filters.taken !== null || filters.olderThan !== null;
  return (
    <>
      <ul class="row" aria-label={page.t("desk.filter.kinds")}>
        <li>
          <Choice filters={filters} query={{ kind: null }} isChosen={filters.kind.length === 0}>
            {page.t("desk.filter.all")}
          </Choice>
        </li>
        <For each={props.counts}>
          {(one) => (
            <li>
              <Choice filters={filters} query={{ kind: one.kind }} isChosen={kind === one.kind}>
                {`${page.t(`desk.kind.${one.kind}`)} (${page.number(one.count)})`}
              </Choice>
            </li>
          )}
        </For>
      </ul>
      <details open={isOpen}>
        <summary>{page.t("desk.filter.more")}</summary>
        <ul class="row" aria-label={page.t("desk.filter.whose")}>
          <For each={[null, ...takings]}>
            {(taken) => (
              <li>
                <Choice filters={filters} query={{ taken }} isChosen={filters.taken === taken}>
                  {page.t(taken === null ? "desk.filter.anybody" : `desk.filter.${taken}`)}
                </Choice>
              </li>
            )}
          </For>
        </ul>
        <ul class="row" aria-label={page.t("desk.filter.age")}>
          <For each={[null, ...AGES]}>
            {(olderThan) => (
              <li>
                <Choice filters={filters} query={{ olderThan }} isChosen={filters.olderThan === olderThan}>
                  {olderThan === null
                    ? page.t("desk.filter.anyAge")
                    : page.t("desk.filter.olderThan", { count: olderThan })}
                </Choice>
              </li>
            )}
          </For>
        </ul>
      </details>
    </>
  );
}

function Choice(props: { filters: DeskFilters; query: Query; isChosen: boolean; children: string }) {
  const page = usePage();
  return (
    <a
      href={page.link(`${page.region?.slug}/desk`, { ...props.filters, ...props.query })}
      aria-current={props.isChosen ? "true" : undefined}
    >
      {props.children}
    </a>
  );
}
