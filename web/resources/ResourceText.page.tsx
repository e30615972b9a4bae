/** The words of a document, as a program took them out of its file: little to load, and no more than words. */

import { directionOf } from "shared/i18n/languages.ts";
import type { Resource, ResourceFile } from "shared/resources/contract.ts";
import type { TextPage } from "shared/resources/text.ts";
import { For, Show } from "solid-js";
import { Original, sizeText } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export interface ResourceTextProps {
  resource: Resource;
  file: ResourceFile;
  pages: TextPage[];
  /** From 1. */
  part: number;
  parts: number;
}

export function ResourceTextPage(props: ResourceTextProps) {
  const page = usePage();
  const { resource, file } = props;
  const { language } = resource;
  const region = page.region ? page.regionName(page.region) : "";
  const list = `${page.region?.slug}/resources`;
  return (
    <article>
      <Breadcrumbs
        trail={[
          { href: page.link(list), text: page.t("resources.all", { region }) },
          { href: `${page.link(list, { slug: resource.slug })}#${resource.slug}`, text: resource.title },
        ]}
      />
      <h1>
        <Original language={language}>{resource.title}</Original>
      </h1>
      <p class="notice">{page.t(file.hasText ? "resources.textLead" : "resources.noText")}</p>
      <p>
        <a href={file.url}>
          {page.t("resources.pdf", { size: sizeText(page, file.size) })}
          {" · "}
          {page.t("resources.pages", { count: file.pages })}
        </a>
      </p>
      <For each={file.hasText ? props.pages : []}>
        {({ number, paragraphs }) => (
          <section aria-labelledby={`page-${number}`}>
            <h2 id={`page-${number}`}>{page.t("resources.page", { number })}</h2>
            <Show
              when={paragraphs.length > 0}
              fallback={<p class="muted">{page.t("resources.pageWithoutText")}</p>}
            >
              <div lang={language} dir={directionOf(language)}>
                <For each={paragraphs}>{(words) => <p>{words}</p>}</For>
              </div>
            </Show>
          </section>
        )}
      </For>
      <Parts {...props} />
    </article>
  );
}

function Parts(props: ResourceTextProps) {
  const page = usePage();
  const { part, parts, resource } = props;
  const path = `${page.region?.slug}/resources/${resource.slug}/text`;
  return (
    <Show when={parts > 1}>
      <nav class="next" aria-label={page.t("resources.parts")}>
        <ul class="row">
          <li>{page.t("resources.part", { part, parts })}</li>
          <Show when={part > 1}>
            <li>
              <a rel="prev" href={page.link(path, part > 2 ? { part: part - 1 } : {})}>
                {page.t("resources.partBefore")}
              </a>
            </li>
          </Show>
          <Show when={part < parts}>
            <li>
              <a rel="next" href={page.link(path, { part: part + 1 })}>
                {page.t("lists.next")}
              </a>
            </li>
          </Show>
        </ul>
      </nav>
    </Show>
  );
}
