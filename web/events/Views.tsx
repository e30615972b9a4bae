/** The ways to look at events: as a list, as a month, in one's own calendar; and their filters. */
import { type EventQuery, eventKinds } from "shared/events/contract.ts";
import type { FacetCount } from "shared/facets.ts";
import { type FilterGroup, filterOptions } from "../components/Filters.tsx";
import { countryFilter } from "../components/places.tsx";
import { type Page, usePage } from "../frame.ts";

export type EventFacets = Record<"country" | "kind", FacetCount[]>;

export function Views(props: { query: EventQuery; month: string }) {
  const page = usePage();
  const path = `${page.region?.slug}/events`;
  const filters = () => ({ country: props.query.country, kind: props.query.kind });
  const calendar = () => props.query.month !== undefined;
  return (
    <nav aria-label={page.t("events.views")}>
      <ul class="row">
        <li>
          <a href={page.link(path, filters())} aria-current={calendar() ? undefined : "true"}>
            {page.t("events.list")}
          </a>
        </li>
        <li>
          <a
            href={page.link(path, { ...filters(), month: props.month })}
            aria-current={calendar() ? "true" : undefined}
          >
            {page.t("events.calendar")}
          </a>
        </li>
        <li>
          <a href={page.link(`${path}.ics`).split("?")[0]}>{page.t("events.subscribe")}</a>
        </li>
      </ul>
    </nav>
  );
}

export function eventFilters(page: Page, facets: EventFacets, query: EventQuery): FilterGroup[] {
  const chosen = query.kind ?? [];
  const label = (kind: string) => {
    const known = eventKinds.find((one) => one === kind);
    return known ? page.t(`events.kind.${known}`) : kind;
  };
  const order: readonly string[] = eventKinds;
  const kinds = filterOptions(
    facets.kind,
    chosen,
    label,
    (a, b) => order.indexOf(a.value) - order.indexOf(b.value),
  );
  return [
    countryFilter(page, facets.country, query.country),
    { name: "kind", legend: page.t("filters.kind"), options: kinds, chosen },
  ];
}
