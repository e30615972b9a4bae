/** What governments can do so that civil society takes part in the Conference: a guide to read and to print. */

import { GUIDE_LANGUAGE, type ParticipationGuide } from "shared/resources/guides.ts";
import { For, Show } from "solid-js";
import { ExternalLink, Original, PartialDate } from "../components/facts.tsx";
import { usePage } from "../frame.ts";
import { Contents, GuideHead } from "./GuideHead.tsx";

export function ParticipationPage(props: { guide: ParticipationGuide }) {
  const page = usePage();
  const { guide } = props;
  return (
    <article class="guide">
      <GuideHead title={guide.title} lead={page.t("guides.participation.lead")} />
      <p class="muted">
        <ExternalLink href={guide.url} language={GUIDE_LANGUAGE}>
          <Original language={GUIDE_LANGUAGE}>{guide.source}</Original>
        </ExternalLink>
        {" · "}
        <PartialDate on={guide.publishedOn} />
        {" · "}
        {page.t(guide.verified === "page" ? "facts.readOnPage" : "facts.fromRecord")}
        <Show when={guide.newerEdition}>
          {(newer) => (
            <>
              {" "}
              <ExternalLink href={newer().url} language={GUIDE_LANGUAGE}>
                {page.t("guides.newer")}
              </ExternalLink>
              {" · "}
              <PartialDate on={newer().publishedOn} />
            </>
          )}
        </Show>
      </p>
      <Contents
        parts={guide.phases.map((phase) => ({
          slug: phase.slug,
          title: phase.title,
          note: page.t("guides.measures", { count: phase.measures.length }),
        }))}
      />
      <For each={guide.phases}>
        {(phase) => (
          <section lang={GUIDE_LANGUAGE} dir="ltr" aria-labelledby={phase.slug}>
            <h2 id={phase.slug}>{phase.title}</h2>
            <ol>
              <For each={phase.measures}>
                {(measure) => (
                  <li id={measure.slug}>
                    <h3>{measure.title}</h3>
                    <p>{measure.detail}</p>
                  </li>
                )}
              </For>
            </ol>
          </section>
        )}
      </For>
    </article>
  );
}
