/** The fields of an event at the desk: what it is, when, where, who may come, and what came of it. */
import { eventKinds } from "shared/events/contract.ts";
import { Check, HiddenField, Select, TextArea, TextField, useForm } from "../components/forms.tsx";
import { CountryChecks } from "../entries/CountryChecks.tsx";
import { fieldLabel } from "../entries/fieldWords.tsx";
import type { FieldsProps } from "../entries/kinds.ts";
import { usePage } from "../frame.ts";
import { DocumentsField } from "./DocumentsField.tsx";

export function EventFields(props: FieldsProps) {
  const page = usePage();
  const { countries, languages } = props.choices;
  const kinds = eventKinds.map((kind) => ({ value: kind, label: page.t(`events.kind.${kind}`) }));
  return (
    <>
      <HiddenField name="icsUid" />
      <TextField name="title" label={fieldLabel(page, "title")} />
      <Select name="language" label={page.t("events.field.language")} options={languages} />
      <Select name="kind" label={page.t("events.kind")} options={kinds} />
      <TextArea name="summary" label={fieldLabel(page, "summary")} hint={page.t("entries.hint.summary")} />
      <When />
      <Where {...props} />
      <TextField name="organiser" label={page.t("events.organiser")} />
      <TextField name="runBy" label={page.t("events.runBy")} hint={page.t("events.hint.runBy")} />
      <TextField name="audience" label={page.t("events.audience")} hint={page.t("events.hint.audience")} />
      <CountryChecks name="countries" label={fieldLabel(page, "countries")} options={countries} />
      <TextField name="url" type="url" label={page.t("events.page")} />
      <TextField name="source" label={fieldLabel(page, "source")} hint={page.t("events.hint.source")} />
      <Registering />
      <Afterwards {...props} />
    </>
  );
}

function When() {
  const page = usePage();
  const date = page.t("events.hint.date");
  const time = page.t("events.hint.time");
  return (
    <fieldset>
      <legend>{page.t("events.when")}</legend>
      <TextField name="startsOn" label={fieldLabel(page, "startsOn")} hint={date} dir="ltr" />
      <TextField name="startsTime" label={fieldLabel(page, "startsTime")} hint={time} dir="ltr" />
      <TextField
        name="endsOn"
        label={fieldLabel(page, "endsOn")}
        hint={page.t("events.hint.endsOn")}
        dir="ltr"
      />
      <TextField name="endsTime" label={fieldLabel(page, "endsTime")} dir="ltr" />
      <TextField
        name="timeZone"
        label={fieldLabel(page, "timeZone")}
        hint={page.t("events.hint.timeZone")}
        list={["UTC", ...Intl.supportedValuesOf("timeZone")]}
        dir="ltr"
      />
      <TextField
        name="deadlineOn"
        label={page.t("events.deadline")}
        hint={page.t("events.hint.deadline")}
        dir="ltr"
      />
    </fieldset>
  );
}

function Where(props: FieldsProps) {
  const page = usePage();
  return (
    <fieldset>
      <legend>{page.t("events.where")}</legend>
      <Check name="online" label={page.t("events.field.online")} />
      <TextField name="place.name" label={fieldLabel(page, "place")} />
      <TextField
        name="place.iso2"
        label={fieldLabel(page, "iso2")}
        hint={page.t("events.hint.iso2")}
        list={props.choices.countries.map(({ value }) => value)}
        dir="ltr"
      />
      <TextField name="place.lat" label={fieldLabel(page, "lat")} dir="ltr" />
      <TextField name="place.lon" label={fieldLabel(page, "lon")} dir="ltr" />
    </fieldset>
  );
}

function Registering() {
  const page = usePage();
  return (
    <fieldset>
      <legend>{page.t("events.registration")}</legend>
      <Check name="registration" label={fieldLabel(page, "registration")} />
      <TextField
        name="capacity"
        type="number"
        label={fieldLabel(page, "capacity")}
        hint={page.t("events.hint.capacity")}
      />
      <TextField
        name="registrationEndsOn"
        label={fieldLabel(page, "registrationEndsOn")}
        hint={page.t("events.hint.registrationEndsOn")}
        dir="ltr"
      />
    </fieldset>
  );
}

/** Closed until there is something: before the event nobody needs it. */
function Afterwards(props: FieldsProps) {
  const page = usePage();
  const { values, problems } = useForm();
  const isAfter = (name: string) => /^(outcome|recordingUrl|documents)/.test(name);
  const isFilled = Object.entries(values).some(([name, all]) => isAfter(name) && all.some(Boolean));
  return (
    <details open={isFilled || Object.keys(problems).some(isAfter)}>
      <summary>{page.t("events.field.afterwards")}</summary>
      <TextArea name="outcome" label={page.t("events.outcome")} hint={page.t("events.hint.outcome")} />
      <TextField name="recordingUrl" type="url" label={page.t("events.recording")} />
      <DocumentsField languages={props.choices.languages} />
    </details>
  );
}
