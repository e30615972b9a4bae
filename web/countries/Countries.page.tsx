/** A region's countries: the map first, then the same as a table to sort. */

import type { CountrySort, MapView } from "shared/countries/contract.ts";
import { type CountryLine, statusIn } from "shared/countries/overview.ts";
import type { TextKey } from "shared/i18n/text.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { PartialDate } from "../components/facts.tsx";
import { NextPage } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { RegionOverview, type RegionOverviewProps } from "./RegionOverview.tsx";
import { countryPath, levelText, subjectOf } from "./words.ts";

export interface CountriesProps {
  overview: RegionOverviewProps;
  sort: CountrySort;
  list: List<CountryLine>;
  /** The limit that the address asks for. */
  limit?: number;
}

export function CountriesPage(props: CountriesProps) {
  const page = usePage();
  const path = () => `${props.overview.region}/countries`;
  const map = () => (props.overview.view === "cycle-2" ? undefined : props.overview.view);
  const sort = () => (props.sort === "name" ? undefined : props.sort);
  const next = () =>
    props.list.next &&
    page.link(path(), { map: map(), sort: sort(), limit: props.limit, after: props.list.next });
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("countries.lead")}</p>
      <RegionOverview {...props.overview} path={path()} keep={{ sort: sort() }} />
      <h2 id="table">{page.t("countries.table")}</h2>
      <p class="muted">{page.t("countries.table.sortHint")}</p>
      <CountryTable {...props} path={path()} map={map()} />
      <NextPage href={next()} />
    </>
  );
}

interface TableProps extends CountriesProps {
  path: string;
  map: MapView | undefined;
}

function CountryTable(props: TableProps) {
  const page = usePage();
  const view = () => props.overview.view;
  return (
    <table class="countries" aria-labelledby="table">
      <thead>
        <tr>
          <SortHead {...props} columns={[["name", "countries.table.country"]]} />
          <SortHead
            {...props}
            columns={[
              ["status", subjectOf(view())],
              ["asOf", "countries.table.asOf"],
            ]}
          />
          <SortHead {...props} columns={[["organisations", "countries.table.organisations"]]} />
          <th scope="col">{page.t("countries.table.convention")}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.list.items}>
          {(line) => <Row region={props.overview.region} line={line} view={view()} />}
        </For>
      </tbody>
    </table>
  );
}

/** In which direction each column is sorted: numbers and dates begin with the greatest. */
const directions = {
  name: "ascending",
  status: "ascending",
  organisations: "descending",
  asOf: "descending",
} as const;

function SortHead(props: TableProps & { columns: readonly (readonly [CountrySort, TextKey])[] }) {
  const page = usePage();
  const sorted = () => props.columns.find(([sort]) => sort === props.sort)?.[0];
  const href = (sort: CountrySort) =>
    page.link(props.path, { map: props.map, sort: sort === "name" ? undefined : sort, limit: props.limit });
  return (
    <th scope="col" aria-sort={sorted() && directions[sorted() ?? "name"]}>
      <For each={props.columns}>
        {([sort, text]) => (
          <>
            <a href={`${href(sort)}#table`} aria-current={sort === props.sort ? "true" : undefined}>
              {page.t(text)}
            </a>{" "}
          </>
        )}
      </For>
    </th>
  );
}

function Row(props: { region: string; line: CountryLine; view: MapView }) {
  const page = usePage();
  return (
    <tr>
      <th scope="row">
        <a href={page.link(countryPath(props.region, props.line.iso2))}>
          <bdi>{props.line.name}</bdi>
        </a>
      </th>
      <td>
        <p>{levelText(page, statusIn(props.view, props.line), "cycle-2")}</p>
        <Show when={props.line.asOf}>{(on) => <PartialDate on={on()} />}</Show>
      </td>
      <td>{page.number(props.line.organisations)}</td>
      <td>
        <p>{page.t(`countries.convention.${props.line.convention ?? "outside"}`)}</p>
      </td>
    </tr>
  );
}
