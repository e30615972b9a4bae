/** One correction, to be answered: accepted as it is or amended, or declined with a reason. */
import { decideBody, decisions } from "shared/corrections/contract.ts";
import type { Fact } from "shared/corrections/facts.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import { Show } from "solid-js";
import { Form, type FormState, HiddenField, Radios, TextArea, TextField } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";
import { CorrectionFacts, type CorrectionLine } from "./Corrections.page.tsx";
import { FactField, schemaFor } from "./FactField.tsx";

export interface CorrectionProps {
  line: CorrectionLine;
  fact: Fact;
  subjects: Specialization[];
  languages: string[];
  form: FormState;
  /** Of the correction, and of the record, as this page shows them. */
  version: number;
  record: number;
  /** Of the queue. */
  path: string;
}

export function CorrectionPage(props: CorrectionProps) {
  const page = usePage();
  const { line } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: page.link(props.path), text: page.t("desk.corrections") },
          { href: page.link(line.path), text: line.name },
        ]}
      />
      <h1>
        <bdi>{line.name}</bdi>
        {": "}
        {page.t(line.label)}
      </h1>
      <CorrectionFacts line={line} />
      <Show
        when={line.status === "waiting"}
        fallback={<Answered line={line} refused={props.form.problems.decision} />}
      >
        <DecisionForm {...props} />
      </Show>
    </>
  );
}

function Answered(props: { line: CorrectionLine; refused: string | undefined }) {
  const page = usePage();
  const { status, reason } = props.line;
  return (
    <div class="notice" role={props.refused ? "alert" : undefined}>
      <Show when={props.refused}>{(refused) => <p>{refused()}</p>}</Show>
      <p>{page.t(status === "accepted" ? "corrections.wasAccepted" : "corrections.wasDeclined")}</p>
      <Show when={reason}>
        {(text) => (
          <p>
            <bdi>{text()}</bdi>
          </p>
        )}
      </Show>
    </div>
  );
}

function DecisionForm(props: CorrectionProps) {
  const page = usePage();
  return (
    <>
      <h2>{page.t("corrections.answer")}</h2>
      <Form
        form={props.form}
        // An answer that declines needs no value.
        schema={{ ...schemaFor(props.fact, decideBody), required: ["decision"] }}
        submit={page.t("corrections.answer.send")}
      >
        <HiddenField name="version" value={String(props.version)} />
        <HiddenField name="record" value={String(props.record)} />
        <Radios
          name="decision"
          label={page.t("corrections.decision")}
          options={decisions.map((value) => ({ value, label: page.t(`corrections.decision.${value}`) }))}
        />
        <FactField
          fact={props.fact}
          label={page.t("corrections.value")}
          languages={props.languages}
          subjects={props.subjects}
        />
        <TextField name="source" label={page.t("facts.source")} />
        <TextField
          name="asOf"
          label={page.t("corrections.asOf")}
          hint={page.t("corrections.hint.date")}
          dir="ltr"
        />
        <TextArea
          name="reason"
          label={page.t("corrections.reason")}
          hint={page.t(props.line.wantsAnswer ? "corrections.hint.reasonMailed" : "corrections.hint.reason")}
          rows={3}
        />
      </Form>
    </>
  );
}
