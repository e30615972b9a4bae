/** Which fact is wrong: those of a country or of a profile, each with what it says and the way to correct it. */
import type { Words } from "shared/corrections/words.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { For, Show } from "solid-js";
import { Breadcrumbs } from "../components/lists.tsx";
import { type Query, usePage } from "../frame.ts";
import { type CorrectSubject, subjectTrail } from "./Correct.page.tsx";
import { Said } from "./FactField.tsx";

export interface FactGroup {
  title: string | null;
  facts: {
    label: TextKey;
    now: Words;
    /** It has a value today, which a document that is missing has not. */
    isFact: boolean;
    query: Query;
  }[];
}

export function CorrectChoosePage(props: { subject: CorrectSubject; groups: FactGroup[] }) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs trail={subjectTrail(page, props.subject)} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("corrections.choose")}</p>
      <For each={props.groups}>
        {(group) => (
          <section>
            <Show when={group.title}>
              <h2>
                <bdi>{group.title}</bdi>
              </h2>
            </Show>
            <ul class="plain">
              <For each={group.facts}>
                {(fact) => (
                  <li>
                    <a href={page.link(`${props.subject.path}/correct`, fact.query)}>{page.t(fact.label)}</a>
                    <Show when={fact.isFact}>
                      <p class="muted">
                        <Said words={fact.now} />
                      </p>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </>
  );
}
