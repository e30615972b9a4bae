/** The papers of an event: those that are there, and empty places for more. */
import { For } from "solid-js";
import { type Option, Select, TextField, useForm } from "../components/forms.tsx";
import { fieldLabel } from "../entries/fieldWords.tsx";
import { usePage } from "../frame.ts";

/** As many as one adds at once; the saved form has as many again. */
const EMPTY = 2;
const PLACE = /^documents\.(\d{1,3})\./;

export function DocumentsField(props: { languages: Option[] }) {
  const page = usePage();
  const form = useForm();
  const places = Object.entries(form.values).flatMap(([name, values]) => {
    const place = PLACE.exec(name)?.[1];
    return place === undefined || values.every((value) => value === "") ? [] : [Number(place) + 1];
  });
  const count = Math.max(0, ...places) + EMPTY;
  return (
    <For each={Array.from({ length: count }, (_, place) => place)}>
      {(place) => (
        <fieldset>
          <legend>{page.t("events.field.document", { number: place + 1 })}</legend>
          <TextField name={`documents.${place}.title`} label={fieldLabel(page, "title")} />
          <TextField name={`documents.${place}.url`} type="url" label={page.t("events.field.documentUrl")} />
          <Select
            name={`documents.${place}.language`}
            label={page.t("events.field.documentLanguage")}
            options={props.languages}
          />
        </fieldset>
      )}
    </For>
  );
}
