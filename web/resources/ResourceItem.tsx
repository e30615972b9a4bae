/** One document of a list: title with its link, kind, symbol, publisher, date, and what it is for. */

import type { Resource, ResourceFile } from "shared/resources/contract.ts";
import { For, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import {
  CountryName,
  ExternalLink,
  LanguageName,
  Original,
  PartialDate,
  Source,
  sizeText,
} from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { ownRegion } from "../ownRegion.ts";

interface ResourceItemProps {
  resource: Resource;
  heading?: "h2" | "h3";
  /** Without summary and source: for a page that shows a few documents beside other things. */
  short?: boolean;
}

export function ResourceItem(props: ResourceItemProps) {
  const page = usePage();
  const { resource } = props;
  const title = () => <Original language={resource.language}>{resource.title}</Original>;
  return (
    <li id={props.short ? undefined : resource.slug}>
      <Dynamic component={props.heading ?? "h3"}>
        <Show
          when={resource.url}
          fallback={
            <OwnPlace resource={resource} short={props.short ?? false}>
              {title()}
            </OwnPlace>
          }
        >
          {(url) => (
            <ExternalLink href={url()} language={resource.language}>
              {title()}
            </ExternalLink>
          )}
        </Show>
      </Dynamic>
      <p class="muted">
        <span class="tag">{page.t(`resources.kind.${resource.kind}`)}</span> <bdi>{resource.publisher}</bdi>
        {" · "}
        <Show when={resource.publishedOn} fallback={page.t("resources.undated")}>
          {(on) => <PartialDate on={on()} />}
        </Show>
        <Show when={resource.symbol}>
          {(symbol) => (
            <>
              {" · "}
              <bdi>{symbol()}</bdi>
            </>
          )}
        </Show>
        <Show when={resource.language !== page.language}>
          {" · "}
          <LanguageName tag={resource.language} />
        </Show>
        <Show when={resource.languages.length > 0}>
          {` · ${page.t("resources.alsoIn")} `}
          <For each={resource.languages}>
            {(tag, index) => (
              <>
                {index() > 0 ? ", " : ""}
                <LanguageName tag={tag} />
              </>
            )}
          </For>
        </Show>
        <For each={resource.countries}>
          {(iso2) => (
            <>
              {" · "}
              <CountryName iso2={iso2} />
            </>
          )}
        </For>
        <Show when={resource.regions.length === 0}>{` · ${page.t("resources.allRegions")}`}</Show>
        <Show when={!resource.url && !resource.file}>{` · ${page.t("resources.noAddress")}`}</Show>
      </p>
      <Show when={!props.short}>
        <p>
          <Original language={resource.summaryLanguage}>{resource.summary}</Original>
        </p>
        <Show when={resource.file}>{(file) => <KeptFile file={file()} slug={resource.slug} />}</Show>
        <Source {...resource} />
      </Show>
    </li>
  );
}

/** The document as it is kept here: what there is to load, its words alone, and the digest to check it by. */
function KeptFile(props: { file: ResourceFile; slug: string }) {
  const page = usePage();
  const { url, size, pages, sha256, hasText } = props.file;
  return (
    <>
      <p>
        <a href={url}>
          {page.t("resources.pdf", { size: sizeText(page, size) })}
          {" · "}
          {page.t("resources.pages", { count: pages })}
        </a>
        <Show when={hasText}>
          {" · "}
          <a href={page.link(`${page.region?.slug}/resources/${props.slug}/text`)}>
            {page.t("resources.textLink")}
          </a>
        </Show>
      </p>
      <details class="source">
        <summary>SHA-256</summary>
        <code dir="ltr">{sha256}</code>
      </details>
    </>
  );
}

/** Without an address elsewhere it is the file that is kept here; else what is known of it is found in the list. */
function OwnPlace(props: { resource: Resource; short: boolean; children: JSX.Element }) {
  const page = usePage();
  const { slug, regions, file } = props.resource;
  const list = () => `${page.link(`${ownRegion(page, regions)}/resources`, { slug })}#${slug}`;
  return (
    <Show when={file?.url ?? (props.short ? list() : null)} fallback={props.children}>
      {(href) => <a href={href()}>{props.children}</a>}
    </Show>
  );
}
