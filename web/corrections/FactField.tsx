/** The field that fits a fact: a list to choose from, a date, a line, a text, or the parts of a document. */
import { correctBody } from "shared/corrections/contract.ts";
import { CYCLE_YEARS, type Fact, MAX_LINE } from "shared/corrections/facts.ts";
import { choiceText } from "shared/corrections/words.ts";
import { documentKinds } from "shared/countries/contract.ts";
import type { BodySchema } from "shared/form.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import { languageName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import { Checks, type Option, Select, TextArea, TextField } from "../components/forms.tsx";
import { type Page, usePage } from "../frame.ts";
import { specializationName } from "../organisations/organisationWords.ts";

interface FactFieldProps {
  /** Of a form with several facts; "value" where there is one. */
  name?: string;
  fact: Pick<Fact, "input" | "schema">;
  label: string;
  /** Tags to choose from. */
  languages: readonly string[];
  subjects: readonly Specialization[];
}

/** Whether the record may say nothing of it. */
function mayBeUnknown({ schema }: Pick<Fact, "schema">): boolean {
  return "anyOf" in schema;
}

/** The body's schema with the value as this fact needs it, for the marks on the fields. */
export function schemaFor(fact: Pick<Fact, "input" | "schema">, body: BodySchema = correctBody): BodySchema {
  const needsValue = fact.input.as === "choice" || fact.input.as === "line" || fact.input.as === "text";
  const isNeeded = (needsValue || fact.input.as === "url") && !mayBeUnknown(fact);
  const required: readonly string[] = body.required ?? [];
  return {
    ...body,
    ...(isNeeded ? { required: [...required, "value"] } : {}),
    properties: {
      ...body.properties,
      ...(fact.input.as === "line" ? { value: { type: "string", maxLength: MAX_LINE } } : {}),
      ...(fact.input.as === "document" ? { document: fact.schema } : {}),
    },
  } as BodySchema;
}

const typed = { url: "url", email: "email", phone: "tel", line: "text" } as const;

export function FactField(props: FactFieldProps) {
  const page = usePage();
  const { fact, label, name = "value" } = props;
  const { input } = fact;
  const empty = mayBeUnknown(fact) ? page.t("corrections.hint.empty") : undefined;
  const languages = () => languageOptions(page, props.languages);
  switch (input.as) {
    case "choice":
    case "yes-no":
    case "cycle-year":
    case "language":
      return <Select name={name} label={label} options={optionsOf(page, fact, languages())} />;
    case "text":
      return <TextArea name={name} label={label} hint={empty} rows={6} />;
    case "languages":
      return <Checks name="values" label={label} options={languages()} />;
    case "subjects":
      return <Checks name="values" label={label} options={subjectOptions(page, props.subjects)} />;
    case "date":
      return <TextField name={name} label={label} hint={page.t("corrections.hint.date")} dir="ltr" />;
    case "countries":
      return <TextField name={name} label={label} hint={page.t("corrections.hint.countries")} />;
    case "document":
      return <DocumentFields languages={languages()} />;
    case "removal":
      return <p>{page.t("corrections.hint.removal")}</p>;
    default:
      return <TextField name={name} label={label} hint={empty} type={typed[input.as]} />;
  }
}

function optionsOf(
  page: Page,
  { input, schema }: Pick<Fact, "input" | "schema">,
  languages: Option[],
): Option[] {
  const unknown = mayBeUnknown({ schema }) ? [{ value: "", label: page.t("facts.unknown") }] : [];
  if (input.as === "language") return [...unknown, ...languages];
  if (input.as === "cycle-year") {
    const years = CYCLE_YEARS.map((year) => ({
      value: String(year),
      label: page.t("country.scheduledYear", { year: String(year) }),
    }));
    return [...unknown, ...years];
  }
  if (input.as !== "choice") {
    const yes = { value: "yes", label: page.t("facts.yes") };
    return [...unknown, yes, { value: "no", label: page.t("facts.no") }];
  }
  return [
    ...unknown,
    ...input.options.map((value) => ({ value, label: choiceText(input.texts, value, page.language) })),
  ];
}

function languageOptions(page: Page, tags: readonly string[]): Option[] {
  return tags
    .map((value) => ({ value, label: languageName(value, page.language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, page.locale));
}

function subjectOptions(page: Page, subjects: readonly Specialization[]): Option[] {
  return subjects.map(({ slug }) => ({ value: slug, label: specializationName(page, slug, [...subjects]) }));
}

function DocumentFields(props: { languages: Option[] }) {
  const page = usePage();
  const kinds = documentKinds.map((value) => ({
    value,
    label: choiceText("country.kind.", value, page.language),
  }));
  return (
    <>
      <Select name="document.kind" label={page.t("corrections.field.kind")} options={kinds} />
      <TextField name="document.title" label={page.t("corrections.field.title")} />
      <TextField name="document.url" label={page.t("corrections.field.url")} type="url" />
      <Select
        name="document.language"
        label={page.t("corrections.field.language")}
        options={[{ value: "", label: page.t("facts.unknown") }, ...props.languages]}
      />
      <TextField
        name="document.publishedOn"
        label={page.t("corrections.field.publishedOn")}
        hint={page.t("corrections.hint.date")}
        dir="ltr"
      />
    </>
  );
}

/** A value in words; somebody's own, or a name, in its own direction. */
export function Said(props: { words: { text: string; original: boolean } }) {
  return (
    <Show when={props.words.original} fallback={props.words.text}>
      <bdi>
        <For each={props.words.text.split("\n")}>
          {(line, index) => (
            <>
              {index() > 0 && <br />}
              {line}
            </>
          )}
        </For>
      </bdi>
    </Show>
  );
}
