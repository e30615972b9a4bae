/** The picture of what is written: the one that is there, another one, and what is to be seen on it. */
import { acceptedTypes } from "shared/files/rules.ts";
import { Show } from "solid-js";
import { Check, FileField, HiddenField, TextField, useForm } from "../components/forms.tsx";
import { usePage } from "../frame.ts";
import { fieldLabel } from "./fieldWords.tsx";

export function CoverField() {
  const page = usePage();
  const form = useForm();
  const url = form.values.cover?.at(-1) ?? "";
  return (
    <fieldset class="field">
      <legend>
        {fieldLabel(page, "cover")} {page.t("form.optional")}
      </legend>
      <HiddenField name="cover" />
      <Show when={url !== ""}>
        <p>
          <a href={url}>{page.t("writing.coverNow")}</a>
        </p>
        <Check name="removeCover" label={page.t("writing.coverRemove")} />
      </Show>
      <FileField
        name="coverFile"
        label={page.t("writing.coverFile")}
        hint={page.t("files.addHint")}
        accept={acceptedTypes}
      />
      <TextField
        name="coverText"
        label={fieldLabel(page, "coverText")}
        hint={page.t("writing.coverTextHint")}
      />
    </fieldset>
  );
}
