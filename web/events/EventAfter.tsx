/** What there is of an event afterwards: what came of it, its recording, its papers. */
import type { Event } from "shared/events/contract.ts";
import { For, Show } from "solid-js";
import { ExternalLink, hostOf, LanguageName, Original } from "../components/facts.tsx";
import { usePage } from "../frame.ts";

export function EventAfter(props: { event: Event }) {
  const page = usePage();
  const { outcome, recordingUrl, documents, language } = props.event;
  return (
    <>
      <Show when={outcome}>
        {(text) => (
          <section>
            <h2>{page.t("events.outcome")}</h2>
            <For each={text().split(/\n{2,}/)}>
              {(paragraph) => (
                <p>
                  <Original language={language}>{paragraph}</Original>
                </p>
              )}
            </For>
          </section>
        )}
      </Show>
      <Show when={recordingUrl}>
        {(url) => (
          <p>
            {page.t("events.recording")} <ExternalLink href={url()}>{hostOf(url())}</ExternalLink>
          </p>
        )}
      </Show>
      <Show when={documents.length > 0}>
        <section>
          <h2>{page.t("events.documents")}</h2>
          <ul>
            <For each={documents}>
              {(paper) => (
                <li>
                  <ExternalLink href={paper.url} language={paper.language}>
                    {paper.title}
                  </ExternalLink>
                  <Show when={paper.language}>
                    {(tag) => (
                      <span class="muted">
                        {" "}
                        <LanguageName tag={tag()} />
                      </span>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}
