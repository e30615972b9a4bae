/** The fields of a news item at the desk. */
import { Select, TextArea, TextField } from "../components/forms.tsx";
import { CountryChecks } from "../entries/CountryChecks.tsx";
import { FetchButton } from "../entries/FetchButton.tsx";
import { fieldLabel } from "../entries/fieldWords.tsx";
import type { FieldsProps } from "../entries/kinds.ts";
import { LinesField } from "../entries/LinesField.tsx";
import { usePage } from "../frame.ts";

export function ArticleFields(props: FieldsProps) {
  const page = usePage();
  const { countries, languages, organisations } = props.choices;
  return (
    <>
      <TextField name="url" type="url" label={fieldLabel(page, "url")} />
      <FetchButton {...props} />
      <TextField name="title" label={fieldLabel(page, "title")} hint={page.t("entries.hint.title")} />
      <Select name="language" label={fieldLabel(page, "language")} options={languages} />
      <TextField
        name="publisher"
        label={fieldLabel(page, "publisher")}
        hint={page.t("entries.hint.publisher")}
      />
      <TextField
        name="publishedOn"
        label={fieldLabel(page, "publishedOn")}
        hint={page.t("entries.hint.publishedOn")}
        dir="ltr"
      />
      <TextArea name="summary" label={fieldLabel(page, "summary")} hint={page.t("entries.hint.summary")} />
      <Select name="summaryLanguage" label={fieldLabel(page, "summaryLanguage")} options={languages} />
      <CountryChecks name="countries" label={fieldLabel(page, "countries")} options={countries} />
      <LinesField
        name="organisations"
        label={fieldLabel(page, "organisations")}
        hint={page.t("entries.hint.organisations")}
        list={organisations}
      />
    </>
  );
}
