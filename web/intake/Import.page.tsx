/** The desk's page for files: those to take along, an empty one to fill in, and the form that takes one in. */
import { UploadForm } from "shared/intake/contract.ts";
import { type IntakeKind, intakeKinds } from "shared/intake/rules.ts";
import { MAX_TABLE_BYTES, MAX_TABLE_ROWS } from "shared/tables/rules.ts";
import { For, Show } from "solid-js";
import { Check, FileField, Form, type FormState, Radios, Select, TextArea } from "../components/forms.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";

export interface ImportProps {
  form: FormState;
  /** A file of this person waits for its second step. */
  isWaiting: boolean;
  /** That are taken in, by kind. */
  columns: Record<IntakeKind, string[]>;
}

export function ImportPage(props: ImportProps) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk/import`;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("intake.lead")}</p>
      <Show when={props.isWaiting}>
        <p class="notice">
          <a href={page.link(`${desk}/check`)}>{page.t("intake.waiting")}</a>
        </p>
      </Show>
      <h2>{page.t("intake.export")}</h2>
      <p>{page.t("intake.export.lead")}</p>
      <ul class="plain">
        <For each={intakeKinds}>{(kind) => <FileLinks kind={kind} desk={desk} />}</For>
      </ul>
      <h2>{page.t("intake.upload")}</h2>
      <p>{page.t("intake.upload.lead")}</p>
      <UploadFields form={props.form} />
      <h2>{page.t("intake.columns")}</h2>
      <p>{page.t("intake.columns.lead")}</p>
      <For each={intakeKinds}>{(kind) => <Columns kind={kind} names={props.columns[kind]} />}</For>
    </>
  );
}

function FileLinks(props: { kind: IntakeKind; desk: string }) {
  const page = usePage();
  const files = ["csv", "json"] as const;
  return (
    <li>
      <strong>{page.t(`intake.kind.${props.kind}`)}</strong>
      {": "}
      <For each={files}>
        {(format) => (
          <>
            <a href={page.link(`${props.desk}/${props.kind}.${format}`)} download="">
              {format.toUpperCase()}
            </a>
            {" · "}
          </>
        )}
      </For>
      <a href={page.link(`${props.desk}/${props.kind}-template.csv`)} download="">
        {page.t("intake.template")}
      </a>
    </li>
  );
}

function UploadFields(props: { form: FormState }) {
  const page = usePage();
  const limit = MAX_TABLE_BYTES / 1024 ** 2;
  return (
    <Form form={props.form} schema={UploadForm} submit={page.t("intake.upload.send")}>
      <Radios
        name="kind"
        label={page.t("intake.kind")}
        options={intakeKinds.map((value) => ({ value, label: page.t(`intake.kind.${value}`) }))}
      />
      <FileField
        name="file"
        label={page.t("intake.file")}
        hint={page.t("intake.file.hint", { limit, count: MAX_TABLE_ROWS })}
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
      />
      <TextArea name="text" label={page.t("intake.text")} hint={page.t("intake.text.hint")} />
      <Select
        name="encoding"
        label={page.t("intake.encoding")}
        options={[
          { value: "unicode", label: page.t("intake.encoding.unicode") },
          { value: "windows-1252", label: page.t("intake.encoding.windows-1252") },
        ]}
      />
      <Check name="asDrafts" label={page.t("intake.asDrafts")} hint={page.t("intake.asDrafts.hint")} />
    </Form>
  );
}

function Columns(props: { kind: IntakeKind; names: readonly string[] }) {
  const page = usePage();
  return (
    <details>
      <summary>{page.t(`intake.kind.${props.kind}`)}</summary>
      <p dir="ltr">
        <For each={props.names}>
          {(name) => (
            <>
              <code>{name}</code>{" "}
            </>
          )}
        </For>
      </p>
    </details>
  );
}
