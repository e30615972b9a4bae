/** One news item of a list: title, when, by whom, about where, and what it says. */

import type { Article } from "shared/news/contract.ts";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { CountryName, Original, PartialDate } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { ownRegion } from "../ownRegion.ts";

export function NewsItem(props: { article: Article; heading?: "h2" | "h3" }) {
  const page = usePage();
  const { article } = props;
  return (
    <li>
      <Dynamic component={props.heading ?? "h3"}>
        <a href={page.link(`${ownRegion(page, article.regions)}/news/${article.slug}`)}>
          <Title article={article} />
        </a>
      </Dynamic>
      <p class="muted">
        <Show when={article.publishedOn} fallback={page.t("news.undated")}>
          {(on) => <PartialDate on={on()} />}
        </Show>
        {" · "}
        <bdi>{article.publisher}</bdi>
        <For each={article.countries}>
          {(iso2) => (
            <>
              {" · "}
              <CountryName iso2={iso2} />
            </>
          )}
        </For>
      </p>
      <p>
        <Original language={article.summaryLanguage}>{article.summary}</Original>
      </p>
    </li>
  );
}

/** A title is in the language of the page that it links to, also where it is ours. */
export function Title(props: { article: Article }) {
  return <Original language={props.article.language}>{props.article.title}</Original>;
}
