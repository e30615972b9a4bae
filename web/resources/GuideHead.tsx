/** How a guide begins: its title here and as it was written, what it is for, and its contents. */

import { GUIDE_LANGUAGE } from "shared/resources/guides.ts";
import { For, Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export function GuideHead(props: { title: string; lead: string }) {
  const page = usePage();
  const region = page.region ? page.regionName(page.region) : "";
  const all = {
    href: page.link(`${page.region?.slug}/resources`),
    text: page.t("resources.all", { region }),
  };
  return (
    <>
      <Breadcrumbs trail={[all]} />
      <h1>{page.title}</h1>
      <p class="lead">{props.lead}</p>
      <p>
        <strong>
          <Original language={GUIDE_LANGUAGE}>{props.title}</Original>
        </strong>
      </p>
      <Show when={page.language !== GUIDE_LANGUAGE}>
        <p class="notice">{page.t("guides.original")}</p>
      </Show>
    </>
  );
}

export function Contents(props: { parts: { slug: string; title: string; note: string }[] }) {
  const page = usePage();
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents">{page.t("guides.contents")}</h2>
      <ol>
        <For each={props.parts}>
          {(part) => (
            <li>
              <a href={`#${part.slug}`}>
                <Original language={GUIDE_LANGUAGE}>{part.title}</Original>
              </a>{" "}
              <span class="muted">{part.note}</span>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
