/** One news item: what it says in our own words, where it was published, whom and what it names. */

import type { Article } from "shared/news/contract.ts";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Cover } from "../components/Cover.tsx";
import { ExternalLink, LanguageName, Original, PartialDate, Source } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { CountryLinks } from "../components/places.tsx";
import { usePage } from "../frame.ts";
import { NewsItem, Title } from "./NewsItem.tsx";

export interface ArticleProps {
  article: Article;
  /** The region by iso2 of the countries that have a page. */
  countryRegions: Record<string, string>;
  related: Article[];
}

export function ArticlePage(props: ArticleProps) {
  const page = usePage();
  const region = page.region ? page.regionName(page.region) : "";
  return (
    <article>
      <Breadcrumbs
        trail={[{ href: page.link(`${page.region?.slug}/news`), text: page.t("news.all", { region }) }]}
      />
      <ArticleBody {...props} heading="h1" />
      <Show when={props.related.length > 0}>
        <h2>{page.t("news.related")}</h2>
        <ul class="plain">
          <For each={props.related}>{(one) => <NewsItem article={one} />}</For>
        </ul>
      </Show>
    </article>
  );
}

/** Also what a preview at the desk shows, below its own heading. */
export function ArticleBody(
  props: Pick<ArticleProps, "article" | "countryRegions"> & { heading: "h1" | "h2" },
) {
  const page = usePage();
  const { article } = props;
  return (
    <>
      <Dynamic component={props.heading}>
        <Title article={article} />
      </Dynamic>
      <Show when={article.titleBasis === "descriptive"}>
        <p class="muted">{page.t("news.descriptive")}</p>
      </Show>
      <Cover cover={article.cover} />
      <h2>{page.t("news.ownWords")}</h2>
      <p class="lead">
        <Original language={article.summaryLanguage}>{article.summary}</Original>
      </p>
      <p>
        <ExternalLink href={article.url} language={article.language}>
          {page.t("news.read", { publisher: article.publisher })}
        </ExternalLink>
      </p>
      <Facts article={article} countryRegions={props.countryRegions} />
      <Source {...article} />
    </>
  );
}

function Facts(props: Pick<ArticleProps, "article" | "countryRegions">) {
  const page = usePage();
  const { article } = props;
  return (
    <dl class="facts">
      <dt>{page.t("news.published")}</dt>
      <dd>
        <Show when={article.publishedOn} fallback={<span class="unknown">{page.t("news.undated")}</span>}>
          {(on) => <PartialDate on={on()} />}
        </Show>
      </dd>
      <dt>{page.t("news.publisher")}</dt>
      <dd>
        <bdi>{article.publisher}</bdi>
      </dd>
      <dt>{page.t("news.pageLanguage")}</dt>
      <dd>
        <LanguageName tag={article.language} />
      </dd>
      <Show when={article.countries.length > 0}>
        <dt>{page.t("news.countries")}</dt>
        <dd>
          <CountryLinks iso2s={article.countries} regions={props.countryRegions} />
        </dd>
      </Show>
      <Show when={article.organisations.length > 0}>
        <dt>{page.t("news.organisations")}</dt>
        <dd>
          <Organisations organisations={article.organisations} />
        </dd>
      </Show>
    </dl>
  );
}

function Organisations(props: { organisations: Article["organisations"] }) {
  const page = usePage();
  const address = (one: Article["organisations"][number]) =>
    one.slug !== null && page.regions.some(({ slug }) => slug === one.region)
      ? page.link(`${one.region}/organisations/${one.slug}`)
      : null;
  return (
    <>
      <ul class="row">
        <For each={props.organisations}>
          {(one) => (
            <li>
              <Show when={address(one)} fallback={<bdi>{one.name}</bdi>}>
                {(href) => (
                  <a href={href()}>
                    <bdi>{one.name}</bdi>
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.organisations.some((one) => address(one) === null)}>
        <p class="muted">{page.t("news.notListed")}</p>
      </Show>
    </>
  );
}
