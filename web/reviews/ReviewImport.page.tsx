/** A table of reviews: downloaded, given back, each row's fate, and one button that writes all of it or nothing. */
import type { Words } from "shared/corrections/words.ts";
import type { ReviewRow } from "shared/reviews/contract.ts";
import { tableForm } from "shared/reviews/form.ts";
import { For, Show } from "solid-js";
import { FileField, Form, type FormState, HiddenFields, TextArea } from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { Said } from "../corrections/FactField.tsx";
import { DeskNav } from "../desk/DeskNav.tsx";
import { usePage } from "../frame.ts";
import { cycleName } from "./words.ts";

/** A row in the reader's words. */
export interface ImportedRow extends Pick<ReviewRow, "line" | "iso2" | "cycle" | "fate"> {
  country: string;
  changes: { field: string; before: Words; after: Words }[];
  problems: { field: string; reason: string }[];
}

export interface ReviewImportProps {
  form: FormState;
  /** What the table would do; null: none was given yet. */
  rows: readonly ImportedRow[] | null;
  /** The reviews changed since it was looked at. */
  isOther: boolean;
}

export function ReviewImportPage(props: ReviewImportProps) {
  const page = usePage();
  const path = `${page.region?.slug}/desk/reviews`;
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(path), text: page.t("desk.nav.reviews") }]} />
      <h1>{page.title}</h1>
      <DeskNav />
      <p class="lead">{page.t("reviews.import.lead")}</p>
      <Show when={props.rows}>{(rows) => <Result {...props} rows={rows()} />}</Show>
      <p>
        <a class="button" href={page.link(`${path}/table.csv`).split("?")[0]} download="">
          {page.t("reviews.import.download")}
        </a>
      </p>
      <p class="muted">{page.t("reviews.import.columns")}</p>
      <Form
        form={{ ...props.form, values: { text: props.form.values.text ?? [] } }}
        schema={tableForm}
        submit={page.t("reviews.import.look")}
      >
        <FileField name="file" label={page.t("reviews.import.file")} accept=".csv,.tsv,.txt,text/csv" />
        <TextArea name="text" label={page.t("reviews.import.text")} rows={6} />
      </Form>
    </>
  );
}

const fates = ["refused", "changes", "unchanged"] as const;

function Result(props: ReviewImportProps & { rows: readonly ImportedRow[] }) {
  const page = usePage();
  const count = (fate: ImportedRow["fate"]) => props.rows.filter((row) => row.fate === fate).length;
  return (
    <section>
      <h2 id="result">{page.t("reviews.import.result")}</h2>
      <Show when={props.isOther}>
        <p class="notice" role="alert">
          {page.t("reviews.import.meanwhile")}
        </p>
      </Show>
      <ul class="row">
        <For each={fates}>
          {(fate) => <li>{page.t(`reviews.import.count.${fate}`, { count: count(fate) })}</li>}
        </For>
      </ul>
      <Show when={count("refused") > 0}>
        <p class="notice" role="alert">
          {page.t("reviews.import.allOrNothing")}
        </p>
      </Show>
      <Show when={count("refused") + count("changes") === 0}>
        <p class="notice">{page.t("reviews.import.nothing")}</p>
      </Show>
      <For each={fates.slice(0, 2)}>
        {(fate) => (
          <Show when={count(fate) > 0}>
            <Rows rows={props.rows.filter((row) => row.fate === fate)} />
          </Show>
        )}
      </For>
      <Show when={count("refused") === 0 && count("changes") > 0}>
        <form method="post" action={props.form.action} enctype="multipart/form-data">
          <HiddenFields values={props.form.hidden} />
          <For each={["kept", "seal"]}>
            {(name) => <input type="hidden" name={name} value={props.form.values[name]?.at(-1) ?? ""} />}
          </For>
          <p class="buttons">
            <button type="submit">{page.t("reviews.import.apply", { count: count("changes") })}</button>
          </p>
        </form>
      </Show>
    </section>
  );
}

function Rows(props: { rows: readonly ImportedRow[] }) {
  const page = usePage();
  return (
    <ul class="plain">
      <For each={props.rows}>
        {(row) => (
          <li>
            <h3>
              <bdi>{row.country}</bdi>
              <Show when={row.cycle}>
                {(cycle) => (
                  <>
                    {" · "}
                    {cycleName(page, cycle())}
                  </>
                )}
              </Show>{" "}
              <span class="tag">{page.t(`reviews.import.fate.${row.fate}`)}</span>
            </h3>
            <p class="muted">{page.t("reviews.import.line", { line: String(row.line) })}</p>
            <dl class="facts">
              <For each={row.changes}>
                {({ field, before, after }) => (
                  <>
                    <dt>{field}</dt>
                    <dd>
                      <del>
                        <Said words={before} />
                      </del>{" "}
                      <ins>
                        <Said words={after} />
                      </ins>
                    </dd>
                  </>
                )}
              </For>
              <For each={row.problems}>
                {({ field, reason }) => (
                  <>
                    <dt>
                      <bdi>{field}</bdi>
                    </dt>
                    <dd class="problem">{reason}</dd>
                  </>
                )}
              </For>
            </dl>
          </li>
        )}
      </For>
    </ul>
  );
}
