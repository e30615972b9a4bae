/** Filters beside a list: a GET form of choices with their counts, and what is chosen as links that take it back. */

import type { FacetCount } from "shared/facets.ts";
import { For, type JSX, Show } from "solid-js";
import { type Query, usePage } from "../frame.ts";

export interface FilterOption {
  value: string;
  label: string;
  count: number;
}

export interface FilterGroup {
  /** The parameter. */
  name: string;
  legend: string;
  options: FilterOption[];
  chosen: readonly string[];
}

interface FilterProps {
  /** The list's address below the language. */
  path: string;
  groups: FilterGroup[];
  /** Parameters that are not filters and stay as they are. */
  keep?: Query;
}

/** Values with their names, those chosen that no record has at their end, in the order of `compare`. */
export function filterOptions(
  counts: readonly FacetCount[],
  chosen: readonly string[],
  label: (value: string) => string,
  compare: (a: FilterOption, b: FilterOption) => number,
): FilterOption[] {
  const unmatched = chosen.filter((value) => !counts.some((count) => count.value === value));
  const all = [...counts, ...[...new Set(unmatched)].map((value) => ({ value, count: 0 }))];
  return all.map(({ value, count }) => ({ value, label: label(value), count })).sort(compare);
}

export function byLabel(locale: string): (a: FilterOption, b: FilterOption) => number {
  const collator = new Intl.Collator(locale, { numeric: true });
  return (a, b) => collator.compare(a.label, b.label);
}

/** A list with its filters beside it, or above it where there is little room. */
export function Filtered(props: FilterProps & { children: JSX.Element }) {
  return (
    <div class="filtered">
      <Filters path={props.path} groups={props.groups} keep={props.keep ?? {}} />
      <div>{props.children}</div>
    </div>
  );
}

function Filters(props: FilterProps & { keep: Query }) {
  const page = usePage();
  const hidden = () => Object.entries(page.saver ? { ...props.keep, saver: 1 } : props.keep);
  return (
    <form class="filters" action={page.link(props.path).split("?")[0]} aria-label={page.t("filters.title")}>
      <For each={hidden()}>
        {([name, value]) => (
          <Show when={value}>
            <input type="hidden" name={name} value={String(value)} />
          </Show>
        )}
      </For>
      <For each={props.groups.filter((group) => group.options.length > 0)}>
        {(group) => <Group group={group} />}
      </For>
      <button type="submit">{page.t("filters.apply")}</button>
    </form>
  );
}

function Group(props: { group: FilterGroup }) {
  const page = usePage();
  const { group } = props;
  return (
    <details>
      <summary>
        {group.legend}
        <Show when={group.chosen.length > 0}> ({page.number(group.chosen.length)})</Show>
      </summary>
      <fieldset>
        <legend class="visually-hidden">{group.legend}</legend>
        <For each={group.options}>
          {(option) => (
            <label>
              <input
                type="checkbox"
                name={group.name}
                value={option.value}
                checked={group.chosen.includes(option.value)}
              />
              <bdi>{option.label}</bdi> <span class="muted">{page.number(option.count)}</span>
            </label>
          )}
        </For>
      </fieldset>
    </details>
  );
}

/** How many there are, and each chosen value as a link to the list without it. */
export function Chosen(props: { path: string; groups: FilterGroup[]; keep?: Query; count: string }) {
  const page = usePage();
  const asQuery = (groups: FilterGroup[]) =>
    Object.fromEntries(groups.map(({ name, chosen }) => [name, chosen]));
  const without = (group: FilterGroup, value: string) =>
    page.link(props.path, {
      ...props.keep,
      ...asQuery(props.groups),
      [group.name]: group.chosen.filter((one) => one !== value),
    });
  const chosen = () => props.groups.flatMap((group) => group.chosen.map((value) => ({ group, value })));
  const label = (group: FilterGroup, value: string) =>
    group.options.find((option) => option.value === value)?.label ?? value;
  return (
    <div class="row chosen">
      <p>{props.count}</p>
      <Show when={chosen().length > 0}>
        <ul class="row" aria-label={page.t("filters.chosen")}>
          <For each={chosen()}>
            {({ group, value }) => (
              <li>
                <a href={without(group, value)}>
                  <span class="visually-hidden">{page.t("filters.remove")} </span>
                  <bdi>{label(group, value)}</bdi>
                  <span aria-hidden="true">&nbsp;×</span>
                </a>
              </li>
            )}
          </For>
        </ul>
        <a href={page.link(props.path, props.keep)}>{page.t("lists.all")}</a>
      </Show>
    </div>
  );
}
