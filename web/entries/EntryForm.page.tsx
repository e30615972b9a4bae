/** The desk's form: what is written, what is to be done with it, and what somebody else changed meanwhile. */
import type { EntryConflict } from "shared/entries/form.ts";
import type { EntryKind, EntryState } from "shared/entries/rules.ts";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Button, Checks, Form, type FormState, HiddenField, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { EntryValue, fieldLabel, momentText } from "./fieldWords.tsx";
import { type EntryChoices, entryFields } from "./kinds.ts";

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
          <State {...props} />
          <Conflicts conflicts={props.conflicts} />
          <Form
            form={props.form}
            schema={known().schema}
            submit={page.t(record ? "entries.save" : "entries.publish")}
            buttons={<Button name="do" value="draft" label={page.t("entries.keepDraft")} plain />}
          >
            <HiddenField name="version" />
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

/** Where it stands, and the other things that one does with it. */
function State(props: EntryFormProps) {
  const page = usePage();
  const { kind, entry, record } = props;
  const desk = `${page.region?.slug}/desk/${kind}`;
  const reason = entry?.problem === "invalid" || entry?.problem === "stale" ? entry.problem : "other";
  return (
    <>
      <Show when={entry}>
        {(known) => (
          <p>
            <span class="tag">{page.t(`entries.state.${known().state}`)}</span>{" "}
            <Show when={known().publishAt}>
              {(at) => page.t("entries.scheduledFor", { moment: momentText(page, at()) })}
            </Show>{" "}
            <Show when={known().proposer !== null}>
              {known().proposer === ""
                ? page.t("entries.proposedByRemoved")
                : page.t("entries.proposedBy", { handle: known().proposer ?? "" })}
            </Show>{" "}
            <Show when={known().changer}>
              {(handle) => <span class="muted">{page.t("entries.changedBy", { handle: handle() })}</span>}
            </Show>
          </p>
        )}
      </Show>
      <Show when={entry?.problem}>
        <p class="notice">{page.t(`entries.problem.waits.${reason}`)}</p>
      </Show>
      <Show when={entry?.reason}>
        {(why) => (
          <p>
            {page.t("entries.reason")}: <bdi>{why()}</bdi>
          </p>
        )}
      </Show>
      <ul class="row">
        <Show when={record}>
          {(known) => (
            <>
              <Show when={kind === "news" || kind === "events"}>
                <li>
                  <a href={page.link(`${page.region?.slug}/${kind}/${known().slug}`)}>
                    {page.t("entries.see")}
                  </a>
                </li>
              </Show>
              <li>
                <a href={page.link(`${desk}/${known().slug}/history`)}>{page.t("entries.history")}</a>
              </li>
              <li>
                <a href={page.link(`${desk}/${known().slug}/withdraw`)}>{page.t("entries.withdraw")}</a>
              </li>
            </>
          )}
        </Show>
        <Show when={entry && entry.state !== "withdrawn"}>
          <li>
            <a href={page.link(`${desk}/drafts/${entry?.id}/decline`)}>
              {page.t(entry?.state === "proposed" ? "entries.decline" : "entries.layAside")}
            </a>
          </li>
        </Show>
      </ul>
    </>
  );
}

function Conflicts(props: { conflicts: EntryConflict[] }) {
  const page = usePage();
  return (
    <Show when={props.conflicts.length > 0}>
      <section class="notice" role="alert" tabindex="-1" autofocus>
        <h2>{page.t("entries.conflict")}</h2>
        <p>{page.t("entries.conflictLead")}</p>
        <For each={props.conflicts}>
          {({ field, now, yours }) => (
            <>
              <h3>{fieldLabel(page, field)}</h3>
              <dl class="facts">
                <dt>{page.t("entries.now")}</dt>
                <dd>
                  <EntryValue field={field} value={now} />
                </dd>
                <dt>{page.t("entries.yours")}</dt>
                <dd>
                  <EntryValue field={field} value={yours} />
                </dd>
              </dl>
            </>
          )}
        </For>
      </section>
    </Show>
  );
}

/** To publish it by itself, in UTC: the only clock that all curators share. */
function Later(props: EntryFormProps) {
  const page = usePage();
  const isOpen = () =>
    props.entry?.publishAt !== undefined && props.entry?.publishAt !== null
      ? true
      : ["publishOn", "publishTime"].some((name) => props.form.problems[name] !== undefined);
  return (
    <details open={isOpen()}>
      <summary>{page.t("entries.schedule")}</summary>
      <TextField
        name="publishOn"
        label={page.t("entries.scheduleDay")}
        hint={page.t("entries.scheduleHint", { moment: momentText(page, props.now) })}
        dir="ltr"
      />
      <TextField name="publishTime" label={page.t("entries.scheduleTime")} dir="ltr" />
      <p>
        <Button name="do" value="schedule" label={page.t("entries.scheduleDo")} plain />
      </p>
    </details>
  );
}
