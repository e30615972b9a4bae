/** Documents for the region and for all regions, with their filters. */

import type { FacetCount } from "shared/facets.ts";
import type { List } from "shared/page.ts";
import { type Resource, type ResourceQuery, resourceKinds } from "shared/resources/contract.ts";
import { For, Show } from "solid-js";
import { byLabel, Chosen, Filtered, type FilterGroup, filterOptions } from "../components/Filters.tsx";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { countryFilter, languageFilter } from "../components/places.tsx";
import { ProposeLink } from "../entries/ProposeLink.tsx";
import { type Page, usePage } from "../frame.ts";
import { ResourceItem } from "./ResourceItem.tsx";

type Facets = Record<"country" | "kind" | "language" | "publisher" | "symbol", FacetCount[]>;

export interface ResourcesProps {
  list: List<Resource>;
  facets: Facets;
  query: ResourceQuery;
}

export function ResourcesPage(props: ResourcesProps) {
  const page = usePage();
  const path = `${page.region?.slug}/resources`;
  const groups = resourceFilters(page, props.facets, props.query);
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("resources.lead")}</p>
      <Guides path={path} />
      <Filtered path={path} groups={groups}>
        <Chosen path={path} groups={groups} count={totalText(page, "resources.count", props.list)} />
        <Show when={props.list.items.length === 0}>
          <Empty>
            <p>{page.t("filters.nothing")}</p>
          </Empty>
        </Show>
        <ul class="plain">
          <For each={props.list.items}>{(resource) => <ResourceItem resource={resource} heading="h2" />}</For>
        </ul>
        <NextPage href={props.list.next && page.link(path, { ...props.query, after: props.list.next })} />
        <ProposeLink kind="resources" />
        <Show when={props.query.slug ?? props.query.after}>
          <p>
            <a href={page.link(path)}>{page.t("lists.all")}</a>
          </p>
        </Show>
      </Filtered>
    </>
  );
}

function Guides(props: { path: string }) {
  const page = usePage();
  return (
    <nav aria-label={page.t("guides.here")}>
      <ul>
        <li>
          <a href={page.link(`${props.path}/participation-guide`)}>{page.t("guides.participation.title")}</a>
        </li>
        <li>
          <a href={page.link(`${props.path}/follow-up-template`)}>{page.t("guides.followUp.title")}</a>
        </li>
      </ul>
    </nav>
  );
}

function resourceFilters(page: Page, facets: Facets, query: ResourceQuery): FilterGroup[] {
  const plain = (name: "publisher" | "symbol") => {
    const chosen = query[name] ?? [];
    const options = filterOptions(facets[name], chosen, (value) => value, byLabel("en"));
    return { name, legend: page.t(`filters.${name}`), options, chosen };
  };
  return [
    kindFilter(page, facets.kind, query.kind),
    plain("symbol"),
    plain("publisher"),
    languageFilter(page, facets.language, query.language),
    countryFilter(page, facets.country, query.country),
  ];
}

function kindFilter(page: Page, counts: readonly FacetCount[], chosen: readonly string[] = []): FilterGroup {
  const label = (kind: string) => {
    const known = resourceKinds.find((one) => one === kind);
    return known ? page.t(`resources.kind.${known}`) : kind;
  };
  const order: readonly string[] = resourceKinds;
  const options = filterOptions(
    counts,
    chosen,
    label,
    (a, b) => order.indexOf(a.value) - order.indexOf(b.value),
  );
  return { name: "kind", legend: page.t("filters.kind"), options, chosen };
}
