/** The desk's form: what is written, what is to be done with it, and what somebody else changed meanwhile. */
import type { EntryConflict } from "shared/entries/form.ts";
import type { EntryKind, EntryState } from "shared/entries/rules.ts";
import { Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { WritingHelp } from "../board/drafts/WritingHelp.tsx";
import { Button, Checks, Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { type AlikeLine, AlreadyHere } from "./AlreadyHere.tsx";
import { CoverField } from "./CoverField.tsx";
import { EntryConflicts } from "./EntryConflicts.tsx";
import { type EntryPreview, Preview } from "./EntryPreview.tsx";
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
  preview: EntryPreview | null;
  /** What the region tells of the same source already. */
  alike: AlikeLine[];
  /** Where what is typed is kept meanwhile. */
  place: string;
  canFetch: boolean;
  canPreview: boolean;
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
          <h1>
            <bdi>{page.title}</bdi>
          </h1>
          <DeskNav />
          <Show when={!record && !entry}>
            <p class="lead">{page.t("entries.writeLead")}</p>
          </Show>
          <EntryStanding {...props} />
          <EntryConflicts conflicts={props.conflicts} />
          <Preview preview={props.preview} />
          <AlreadyHere kind={kind} alike={props.alike} />
          <Form
            form={props.form}
            schema={known().schema}
            submit={page.t(record ? "entries.save" : "entries.publish")}
            buttons={
              <>
                <Show when={props.canPreview}>
                  <Button name="do" value="preview" label={page.t("entries.preview")} plain />{" "}
                </Show>
                <Button name="do" value="draft" label={page.t("entries.keepDraft")} plain />
              </>
            }
          >
            {/* Enter in a field presses a form's first button: it must not be one that publishes. */}
            <p class="visually-hidden" aria-hidden="true">
              <button type="submit" name="do" value="draft" tabindex="-1" formnovalidate>
                {page.t("entries.keepDraft")}
              </button>
            </p>
            <HiddenField name="clientId" />
            <HiddenField name="version" />
            <HiddenField name="recordVersion" />
            <Dynamic component={known().fields} choices={props.choices} canFetch={props.canFetch} />
            <Show when={"cover" in known().schema.properties}>
              <CoverField />
            </Show>
            <Show when={props.choices.regions.length > 1}>
              <Checks name="regions" label={page.t("entries.regions")} options={props.choices.regions} />
            </Show>
            <Later {...props} />
            <WritingHelp place={props.place} region={page.region?.slug ?? ""} />
          </Form>
        </>
      )}
    </Show>
  );
}
