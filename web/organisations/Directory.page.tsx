/** The directory: a search, facets beside it, and what each CSO does. */
import type { Organisation } from "shared/organisations/contract.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { Chosen, Filtered, type FilterGroup } from "../components/Filters.tsx";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { FollowLink } from "../follows/FollowLink.tsx";
import { type Query, usePage } from "../frame.ts";
import { Corrected } from "../search/Corrected.tsx";
import { type DirectoryFacets, directoryGroups } from "./facets.ts";
import { OrganisationCard } from "./OrganisationCard.tsx";

export interface DirectoryProps extends DirectoryFacets {
  list: List<Organisation>;
  corrected: string | null;
  allWords: boolean;
}

export function DirectoryPage(props: DirectoryProps) {
  const page = usePage();
  const { query } = props;
  const path = `${page.region?.slug}/organisations`;
  const groups = directoryGroups(page, props);
  const keep: Query = { q: query.q, sort: query.sort, limit: query.limit };
  const text: FilterGroup[] = query.q
    ? [
        {
          name: "q",
          legend: page.t("frame.search"),
          options: [{ value: query.q, label: `“${query.q}”`, count: 0 }],
          chosen: [query.q],
        },
      ]
    : [];
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("organisations.lead")}</p>
      <SearchDirectory path={path} groups={groups} query={query} />
      <Filtered path={path} groups={groups} keep={keep}>
        <Chosen
          path={path}
          groups={[...text, ...groups]}
          keep={{ sort: query.sort, limit: query.limit }}
          count={totalText(page, "organisations.count", props.list)}
        />
        <Corrected corrected={props.corrected} path={path} query={query} />
        <Show when={!props.allWords}>
          <p class="notice">{page.t("organisations.someWords")}</p>
        </Show>
        <Show when={query.q}>
          <Sorts path={path} query={query} />
        </Show>
        <Show when={props.list.items.length > 0} fallback={<Nothing path={path} />}>
          <ul class="plain organisations">
            <For each={props.list.items}>
              {(organisation) => (
                <OrganisationCard organisation={organisation} specializations={props.specializations} />
              )}
            </For>
          </ul>
        </Show>
        <NextPage href={props.list.next && page.link(path, { ...query, after: props.list.next })} />
        <Show when={query.q}>
          {(q) => (
            <FollowLink
              region={page.region?.slug ?? ""}
              country={query.country?.length === 1 ? query.country[0] : undefined}
              q={q()}
            />
          )}
        </Show>
      </Filtered>
    </>
  );
}

interface SearchProps {
  path: string;
  groups: FilterGroup[];
  query: DirectoryProps["query"];
}

/** Keeps the chosen filters, so that words and filters narrow together. */
function SearchDirectory(props: SearchProps) {
  const page = usePage();
  return (
    <form class="search" action={page.link(props.path).split("?")[0]}>
      <label for="directory-search">{page.t("organisations.search")}</label>
      <input
        id="directory-search"
        type="search"
        name="q"
        value={props.query.q ?? ""}
        placeholder={page.t("organisations.searchHint")}
      />
      <For each={props.groups.flatMap(({ name, chosen }) => chosen.map((value) => ({ name, value })))}>
        {({ name, value }) => <input type="hidden" name={name} value={value} />}
      </For>
      <Show when={page.saver}>
        <input type="hidden" name="saver" value="1" />
      </Show>
      <button type="submit">{page.t("frame.search")}</button>
    </form>
  );
}

function Sorts(props: { path: string; query: DirectoryProps["query"] }) {
  const page = usePage();
  const current = () => props.query.sort ?? "relevance";
  return (
    <p class="row chosen">
      {page.t("organisations.sort")}
      <For each={["relevance", "name"] as const}>
        {(sort) => (
          <a
            href={page.link(props.path, { ...props.query, sort, after: null })}
            aria-current={sort === current() ? "true" : undefined}
          >
            {page.t(`organisations.sort.${sort}`)}
          </a>
        )}
      </For>
    </p>
  );
}

function Nothing(props: { path: string }) {
  const page = usePage();
  return (
    <Empty>
      <p>{page.t("filters.nothing")}</p>
      <p>{page.t("organisations.noneAdvice")}</p>
      <p>
        <a href={page.link(props.path)}>{page.t("lists.all")}</a>
      </p>
    </Empty>
  );
}
