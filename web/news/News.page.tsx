/** The region's news with its filters. */

import type { FacetCount } from "shared/facets.ts";
import type { Article, NewsQuery } from "shared/news/contract.ts";
import type { List } from "shared/page.ts";
import { For, Show } from "solid-js";
import { Chosen, Filtered, type FilterGroup, filterOptions } from "../components/Filters.tsx";
import { Empty, NextPage, totalText } from "../components/lists.tsx";
import { countryFilter, languageFilter } from "../components/places.tsx";
import { ProposeLink } from "../entries/ProposeLink.tsx";
import { FollowLink } from "../follows/FollowLink.tsx";
import { type Page, usePage } from "../frame.ts";
import { NewsItem } from "./NewsItem.tsx";

export interface NewsProps {
  list: List<Article>;
  facets: Record<"country" | "language" | "year", FacetCount[]>;
  query: NewsQuery;
}

export function NewsPage(props: NewsProps) {
  const page = usePage();
  const path = `${page.region?.slug}/news`;
  const groups = [
    countryFilter(page, props.facets.country, props.query.country),
    languageFilter(page, props.facets.language, props.query.language),
    yearFilter(page, props.facets.year, props.query.year),
  ];
  const undated = props.facets.year.find(({ value }) => value === "undated")?.count ?? 0;
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.t("news.lead")}</p>
      <Filtered path={path} groups={groups}>
        <Chosen path={path} groups={groups} count={totalText(page, "news.count", props.list)} />
        <Show when={undated > 0}>
          <p class="muted">{page.t("news.thin", { count: undated })}</p>
        </Show>
        <Show when={props.list.items.length > 0} fallback={<Nothing path={path} />}>
          <ul class="plain">
            <For each={props.list.items}>{(article) => <NewsItem article={article} heading="h2" />}</For>
          </ul>
        </Show>
        <NextPage href={props.list.next && page.link(path, { ...props.query, after: props.list.next })} />
        <ProposeLink kind="news" />
        <FollowLink
          region={page.region?.slug ?? ""}
          country={props.query.country?.length === 1 ? props.query.country[0] : undefined}
        />
      </Filtered>
    </>
  );
}

function yearFilter(page: Page, counts: readonly FacetCount[], chosen: readonly string[] = []): FilterGroup {
  const label = (year: string) => (year === "undated" ? page.t("news.undated") : year);
  // "undated" has no place among years: it stands last.
  const rank = (year: string) => (year === "undated" ? 0 : Number(year));
  const options = filterOptions(counts, chosen, label, (a, b) => rank(b.value) - rank(a.value));
  return { name: "year", legend: page.t("filters.year"), options, chosen };
}

function Nothing(props: { path: string }) {
  const page = usePage();
  return (
    <Empty>
      <p>{page.t("filters.nothing")}</p>
      <p>
        <a href={page.link(props.path)}>{page.t("lists.all")}</a>
      </p>
    </Empty>
  );
}
