/** The fields of a partner at the desk. */
import { partnerKinds } from "shared/partners/contract.ts";
import { Select, TextArea, TextField } from "../components/forms.tsx";
import { fieldLabel } from "../entries/fieldWords.tsx";
import type { FieldsProps } from "../entries/kinds.ts";
import { usePage } from "../frame.ts";

export function PartnerFields(props: FieldsProps) {
  const page = usePage();
  const { languages } = props.choices;
  const kinds = partnerKinds.map((kind) => ({ value: kind, label: page.t(`partners.kind.${kind}`) }));
  return (
    <>
      <TextField name="name" label={fieldLabel(page, "name")} />
      <Select name="kind" label={fieldLabel(page, "kind")} options={kinds} />
      <TextField name="url" type="url" label={page.t("partners.field.url")} />
      <TextArea name="summary" label={fieldLabel(page, "summary")} hint={page.t("entries.hint.summary")} />
      <Select name="language" label={page.t("partners.field.language")} options={languages} />
      <TextField name="source" label={fieldLabel(page, "source")} hint={page.t("resources.hint.source")} />
    </>
  );
}
