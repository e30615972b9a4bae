/** The fields of a document at the desk: what it is, where it is to be had, whom it concerns. */
import { resourceKinds } from "shared/resources/contract.ts";
import { Show } from "solid-js";
import {
  Button,
  Checks,
  FileField,
  HiddenField,
  Select,
  TextArea,
  TextField,
  useForm,
} from "../components/forms.tsx";
import { fieldLabel } from "../entries/fieldWords.tsx";
import type { FieldsProps } from "../entries/kinds.ts";
import { usePage } from "../frame.ts";

export function ResourceFields(props: FieldsProps) {
  const page = usePage();
  const { countries, languages } = props.choices;
  const kinds = resourceKinds.map((kind) => ({ value: kind, label: page.t(`resources.kind.${kind}`) }));
  return (
    <>
      <TextField name="title" label={fieldLabel(page, "title")} hint={page.t("entries.hint.title")} />
      <Select name="kind" label={fieldLabel(page, "kind")} options={kinds} />
      <Select name="language" label={page.t("resources.field.language")} options={languages} />
      <Checks name="languages" label={fieldLabel(page, "languages")} options={languages} />
      <TextField name="publisher" label={fieldLabel(page, "publisher")} />
      <TextField
        name="publishedOn"
        label={fieldLabel(page, "publishedOn")}
        hint={page.t("entries.hint.publishedOn")}
        dir="ltr"
      />
      <TextField name="url" type="url" label={page.t("resources.field.url")} />
      <DocumentField />
      <TextField
        name="symbol"
        label={fieldLabel(page, "symbol")}
        hint={page.t("resources.hint.symbol")}
        dir="ltr"
      />
      <TextArea name="summary" label={fieldLabel(page, "summary")} hint={page.t("entries.hint.summary")} />
      <Select name="summaryLanguage" label={fieldLabel(page, "summaryLanguage")} options={languages} />
      <TextField name="source" label={fieldLabel(page, "source")} hint={page.t("resources.hint.source")} />
      <Checks name="countries" label={fieldLabel(page, "countries")} options={countries} />
    </>
  );
}

/** Members propose links; PDFs are the desk's to take. */
function DocumentField() {
  const page = usePage();
  const form = useForm();
  const kept = form.values.file?.at(-1);
  return (
    <Show when={form.multipart}>
      <Show when={kept}>
        <HiddenField name="file" />
        <p>
          {page.t("resources.kept")}{" "}
          <Button name="removeDocument" value="yes" label={page.t("resources.removeFile")} plain />
        </p>
        <Show when={form.problems.file}>{(problem) => <p class="problem">{problem()}</p>}</Show>
      </Show>
      <FileField
        name="document"
        label={page.t(kept ? "resources.replaceFile" : "resources.addFile")}
        hint={page.t("resources.hint.file")}
        accept="application/pdf"
      />
    </Show>
  );
}
