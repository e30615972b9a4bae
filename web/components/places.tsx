/** Countries and languages as choices and as links. */

import type { FacetCount } from "shared/facets.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import type { Page } from "../frame.ts";
import { usePage } from "../frame.ts";
import { byLabel, type FilterGroup, filterOptions } from "./Filters.tsx";
import { CountryName } from "./facts.tsx";

/** Countries by name, each a link where it has a page here. */
export function CountryLinks(props: { iso2s: readonly string[]; regions: Record<string, string> }) {
  return (
    <ul class="row">
      <For each={props.iso2s}>
        {(iso2) => (
          <li>
            <CountryLink iso2={iso2} region={props.regions[iso2]} />
          </li>
        )}
      </For>
    </ul>
  );
}

export function CountryLink(props: { iso2: string; region: string | undefined }) {
  const page = usePage();
  const served = () => page.regions.find(({ slug }) => slug === props.region)?.slug;
  return (
    <Show when={served()} fallback={<CountryName iso2={props.iso2} />}>
      {(region) => (
        <a href={page.link(`${region()}/countries/${props.iso2.toLowerCase()}`)}>
          <CountryName iso2={props.iso2} />
        </a>
      )}
    </Show>
  );
}

export function countryFilter(
  page: Page,
  counts: readonly FacetCount[],
  asked: readonly string[] = [],
): FilterGroup {
  const chosen = asked.map((iso2) => iso2.toUpperCase());
  const name = (iso2: string) => countryName(iso2, page.language);
  const options = filterOptions(counts, chosen, name, byLabel(page.locale));
  return { name: "country", legend: page.t("filters.country"), options, chosen };
}

export function languageFilter(
  page: Page,
  counts: readonly FacetCount[],
  chosen: readonly string[] = [],
): FilterGroup {
  const name = (tag: string) =>
    tag === "not-stated" ? page.t("facts.notStated") : languageName(tag, page.language);
  const options = filterOptions(counts, chosen, name, byLabel(page.locale));
  return { name: "language", legend: page.t("filters.language"), options, chosen };
}
