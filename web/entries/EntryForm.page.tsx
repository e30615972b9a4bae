/** The desk's form: what is written, what is to be done with it, and what somebody else changed meanwhile. */
import type { EntryConflict } from "shared/entries/form.ts";
import type { EntryKind, EntryState } from "shared/entries/rules.ts";
import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Button, Checks, Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { EntryConflicts } from "./EntryConflicts.tsx";
import { EntryStanding } from "./EntryStanding.tsx";
import { type EntryChoices, entryFields } from "./kinds.ts";
import { Later } from "./Later.tsx";

export interface EntryFormProps {
  kind: EntryKind;
  form: FormState;
  choices: EntryChoices;
  /** What is written; null: it is not kept yet, or the public record is changed directly. */
  entry: {
    id: number;
    state: EntryState;
    publishAt: string | null;
    problem: string | null;
    reason: string | null;
    /** Handles; "" a person who was removed. */
    proposer: string | null;
    changer: string | null;
  } | null;
  /** What is public. */
  record: { slug: string } | null;
  conflicts: EntryConflict[];
  /** Now, as it is sent: to choose a moment by. */
  now: string;
}

export function EntryFormPage(props: EntryFormProps) {
  const page = usePage();
  const { kind, entry, record } = props;
  const fields = entryFields[kind];
  const desk = `${page.region?.slug}/desk/${kind}`;
  return (
    <Show when={fields}>
      {(known) => (
        <>
          <Breadcrumbs trail={[{ href: page.link(desk), text: page.t(`entries.kind.${kind}`) }]} />
          <h1>{page.title}</h1>
          <DeskNav />
          <Show when={!record && !entry}>
            <p class="lead">{page.t("entries.writeLead")}</p>
          </Show>
          <EntryStanding {...props} />
          <EntryConflicts conflicts={props.conflicts} />
          <Form
            form={props.form}
            schema={known().schema}
            submit={page.t(record ? "entries.save" : "entries.publish")}
            buttons={<Button name="do" value="draft" label={page.t("entries.keepDraft")} plain />}
          >
            <HiddenField name="version" />
            <HiddenField name="recordVersion" />
            <Dynamic component={known().fields} choices={props.choices} />
            <Show when={props.choices.regions.length > 1}>
              <Checks name="regions" label={page.t("entries.regions")} options={props.choices.regions} />
            </Show>
            <Later {...props} />
          </Form>
        </>
      )}
    </Show>
  );
}
