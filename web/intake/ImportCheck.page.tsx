/** What would become of each row of a file, before anything is written; then how far it is, and what was done. */
import { CheckForm } from "shared/intake/contract.ts";
import { For, Show } from "solid-js";
import { Button, ButtonForm, Form, type FormState, HiddenField } from "../components/forms.tsx";
import { Empty, NextPage } from "../components/lists.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { Counts, type IntakeShown, LeftOut, type ShownPart } from "./Counted.tsx";
import { FateRow } from "./FateRow.tsx";

export function ImportCheckPage(props: { form: FormState; shown: IntakeShown | null }) {
  const page = usePage();
  const desk = `${page.region?.slug}/desk/import`;
  return (
    <>
      <h1>{page.title}</h1>
      <DeskNav />
      <Show
        when={props.shown}
        fallback={
          <Empty>
            <p>{page.t("intake.none")}</p>
            <p>
              <a href={page.link(desk)}>{page.t("intake.other")}</a>
            </p>
          </Empty>
        }
      >
        {(shown) => <Shown form={props.form} shown={shown()} desk={desk} />}
      </Show>
    </>
  );
}

interface Part extends ShownPart {
  form: FormState;
}

function Shown(props: Part) {
  const page = usePage();
  const { state } = props.shown;
  if (state === "writing") return <Writing {...props} />;
  if (state === "done") return <Done {...props} />;
  return (
    <>
      <Show when={state === "failed"}>
        <p class="notice" role="alert">
          {page.t("intake.failed")}
        </p>
      </Show>
      <p class="lead">{page.t("intake.check.lead")}</p>
      <Counts {...props} isLinked />
      <LeftOut {...props} />
      <Decide {...props} />
      <Rows {...props} />
    </>
  );
}

function Writing(props: Part) {
  const page = usePage();
  const { written, total } = props.shown;
  return (
    <>
      <p role="status">{page.t("intake.writing", { written, count: total })}</p>
      <progress max={total} value={written} aria-label={page.t("intake.progress")} />
      <p>
        <a href={page.link(`${props.desk}/check`)}>{page.t("intake.lookAgain")}</a>
      </p>
    </>
  );
}

function Done(props: Part) {
  const page = usePage();
  const { kind } = props.shown;
  return (
    <>
      <p class="notice" role="status">
        {page.t("intake.done")}
      </p>
      <Counts {...props} />
      <p>
        <a href={page.link(`${page.region?.slug}/${kind}`)}>{page.t(`intake.kind.${kind}`)}</a>
        {" · "}
        <a href={page.link(props.desk)}>{page.t("intake.other")}</a>
      </p>
    </>
  );
}

function Decide(props: Part) {
  const page = usePage();
  const { counts, token, digest, asDrafts, kind } = props.shown;
  const writes = (counts?.new ?? 0) + (counts?.changed ?? 0);
  const may = (counts?.refused ?? 0) === 0 && writes > 0;
  const drafts = asDrafts && kind !== "organisations" ? "intake.takeDrafts" : "intake.take";
  const values = { token, digest };
  return (
    <Show when={may} fallback={<Useless {...props} values={values} />}>
      <Form
        form={props.form}
        schema={CheckForm}
        submit={page.t(drafts, { count: writes })}
        buttons={<Button name="what" value="forget" label={page.t("intake.forget")} plain />}
      >
        <HiddenField name="token" value={token} />
        <HiddenField name="digest" value={digest} />
      </Form>
    </Show>
  );
}

/** Nothing of it can be taken in. */
function Useless(props: Part & { values: Record<string, string> }) {
  const page = usePage();
  const isRefused = () => (props.shown.counts?.refused ?? 0) > 0;
  return (
    <>
      <p>{page.t(isRefused() ? "intake.refused" : "intake.nothing")}</p>
      <ButtonForm
        form={props.form}
        action={props.form.action}
        label={page.t("intake.forget")}
        values={{ ...props.values, what: "forget" }}
      />
      <p>
        <a href={page.link(props.desk)}>{page.t("intake.other")}</a>
      </p>
    </>
  );
}

function Rows(props: Part) {
  const page = usePage();
  const { rows, fate, next } = props.shown;
  return (
    <>
      <h2>{page.t("intake.rows")}</h2>
      <Show when={fate !== null}>
        <p>
          <a href={page.link(`${props.desk}/check`)}>{page.t("lists.all")}</a>
        </p>
      </Show>
      <ul class="plain">
        <For each={rows}>{(row) => <FateRow row={row} kind={props.shown.kind} />}</For>
      </ul>
      <NextPage href={next === null ? null : page.link(`${props.desk}/check`, { fate, after: next })} />
    </>
  );
}
