/** A member proposes news, an event or a resource to the region's curators, and sees what became of earlier ones. */
import type { EntryKind } from "shared/entries/rules.ts";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Form, type FormState, HiddenField } from "../components/forms.tsx";
import { KeptDraft } from "../components/KeptDraft.tsx";
import { Breadcrumbs, Empty } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import type { EntryLine } from "./Entries.page.tsx";
import { momentText } from "./fieldWords.tsx";
import { type EntryChoices, entryFields } from "./kinds.ts";

export interface ProposeProps {
  kind: EntryKind;
  form: FormState;
  choices: EntryChoices;
  /** The person's own, the latest first. */
  own: (EntryLine & { reason: string | null })[];
}

export function ProposePage(props: ProposeProps) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs
        trail={[
          {
            href: page.link(`${page.region?.slug}/${props.kind}`),
            text: page.t(`entries.kind.${props.kind}`),
          },
        ]}
      />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("entries.proposeLead")}</p>
      <Show when={entryFields[props.kind]}>
        {(known) => (
          <Form form={props.form} schema={known().schema} submit={page.t("entries.proposeDo")}>
            <HiddenField name="version" value="0" />
            <Dynamic component={known().fields} choices={props.choices} />
            <KeptDraft />
          </Form>
        )}
      </Show>
      <h2>{page.t("entries.proposals")}</h2>
      <Show when={props.own.length > 0} fallback={<Empty>{page.t("entries.proposalsNone")}</Empty>}>
        <ul class="plain">
          <For each={props.own}>
            {(entry) => (
              <li>
                <bdi>{entry.title === "" ? page.t("entries.untitled") : entry.title}</bdi>{" "}
                <span class="tag">{page.t(`entries.state.${entry.state}`)}</span>{" "}
                <span class="muted">{momentText(page, entry.changedAt)}</span>
                <Show when={entry.reason}>
                  {(reason) => (
                    <p>
                      {page.t("entries.reason")}: <bdi>{reason()}</bdi>
                    </p>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
