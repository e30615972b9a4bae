/** "Is this wrong?": what a fact says now, what it should be, and how that is known. */
import type { Fact } from "shared/corrections/facts.ts";
import type { Words } from "shared/corrections/words.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import { Show } from "solid-js";
import { Original } from "../components/facts.tsx";
import { Form, type FormState, TextArea, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { FactField, Said, schemaFor } from "./FactField.tsx";

/** What has the fact: a country or a CSO. */
export interface CorrectSubject {
  name: string;
  /** Of its page. */
  path: string;
  room: "countries" | "organisations";
}

export interface CorrectProps {
  subject: CorrectSubject;
  form: FormState;
  fact: Fact;
  /** The review that the fact belongs to. */
  record: string | null;
  /** The title of the document that it belongs to. */
  document: string | null;
  now: Words;
  languages: string[];
  subjects: Specialization[];
  /** The CSO itself answers; else the region's curators. */
  toEditors: boolean;
}

export function subjectTrail(page: Page, { path, name, room }: CorrectSubject) {
  const list = `${page.region?.slug}/${room}`;
  return [
    { href: page.link(list), text: page.t(`frame.room.${room}`) },
    { href: page.link(path), text: name },
  ];
}

export function CorrectPage(props: CorrectProps) {
  const page = usePage();
  const { fact, subject } = props;
  const isAddition = fact.input.as === "document" || fact.input.as === "removal";
  return (
    <>
      <Breadcrumbs trail={subjectTrail(page, subject)} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("corrections.lead")}</p>
      <dl class="facts">
        <dt>{page.t("corrections.fact")}</dt>
        <dd>
          <strong>{page.t(fact.label)}</strong>
          <Show when={props.record}>
            {" · "}
            {props.record}
          </Show>
          <Show when={props.document}>
            {(title) => (
              <>
                <br />
                <Original language="en">{title()}</Original>
              </>
            )}
          </Show>
        </dd>
        <Show when={!isAddition}>
          <dt>{page.t("corrections.now")}</dt>
          <dd>
            <Said words={props.now} />
          </dd>
        </Show>
      </dl>
      <Form form={props.form} schema={schemaFor(fact)} submit={page.t("corrections.send")}>
        <FactField
          fact={fact}
          label={page.t("corrections.proposed")}
          languages={props.languages}
          subjects={props.subjects}
        />
        <TextField
          name="source"
          label={page.t("corrections.source")}
          hint={page.t("corrections.hint.source")}
        />
        <TextArea name="note" label={page.t("corrections.note")} rows={3} />
        <TextField
          name="email"
          type="email"
          label={page.t("corrections.email")}
          hint={page.t("corrections.hint.email")}
          autocomplete="email"
        />
        <TextField
          name="credit"
          label={page.t("corrections.credit")}
          hint={page.t("corrections.hint.credit")}
        />
        <p class="muted">{page.t(props.toEditors ? "corrections.toEditors" : "corrections.toCurators")}</p>
      </Form>
    </>
  );
}
