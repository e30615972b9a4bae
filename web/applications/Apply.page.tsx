/** The form by which an organisation or a person alone applies; also as a draft that is kept for later. */
import { ApplyOrganisation, ApplyPerson, occupations } from "shared/applications/contract.ts";
import type { Specialization } from "shared/organisations/contract.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import { formatPartialDate } from "shared/time.ts";
import { Show } from "solid-js";
import {
  Button,
  Checks,
  Form,
  type FormState,
  Radios,
  Select,
  TextArea,
  TextField,
} from "../components/forms.tsx";
import { KeptDraft } from "../components/KeptDraft.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { type Page, usePage } from "../frame.ts";
import { specializationName } from "../organisations/organisationWords.ts";

export interface ApplyProps {
  form: FormState;
  kind: "organisation" | "person";
  region: string;
  /** Of the region, ISO 3166-1 alpha-2. */
  countries: string[];
  specializations: Specialization[];
  languages: string[];
  /** Where it is a draft: until when it is kept (`YYYY-MM-DD`), and where it can be erased. */
  draft: { until: string; erase: string } | null;
}

export function ApplyPage(props: ApplyProps) {
  const page = usePage();
  const isOrganisation = props.kind === "organisation";
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link(`${props.region}/join`), text: page.t("applications.nav") }]} />
      <h1>{page.title}</h1>
      <Show when={props.draft}>{(draft) => <DraftNote {...draft()} />}</Show>
      <Form
        form={props.form}
        schema={isOrganisation ? ApplyOrganisation : ApplyPerson}
        submit={page.t("applications.send")}
        buttons={<Button name="intent" value="save" label={page.t("applications.save")} plain />}
      >
        <KeptDraft />
        <Show when={isOrganisation} fallback={<PersonFields {...props} />}>
          <OrganisationFields {...props} />
        </Show>
      </Form>
    </>
  );
}

function DraftNote(props: { until: string; erase: string }) {
  const page = usePage();
  return (
    <div class="notice">
      <p>{page.t("applications.draft.kept", { date: formatPartialDate(props.until, page.locale) })}</p>
      <p>
        <a href={page.link(props.erase)}>{page.t("applications.draft.erase")}</a>
      </p>
    </div>
  );
}

function byLabel(page: Page, values: readonly string[], label: (value: string) => string) {
  const collator = new Intl.Collator(page.locale);
  return values
    .map((value) => ({ value, label: label(value) }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

function CountryField(props: ApplyProps) {
  const page = usePage();
  const options = byLabel(page, props.countries, (iso2) => countryName(iso2, page.language));
  return <Select name="iso2" label={page.t("applications.field.country")} options={options} />;
}

function OrganisationFields(props: ApplyProps) {
  const page = usePage();
  const { t } = page;
  const subjects = props.specializations.map(({ slug }) => ({
    value: slug,
    label: specializationName(page, slug, props.specializations),
  }));
  const languages = byLabel(page, props.languages, (tag) => languageName(tag, page.language));
  return (
    <>
      <h2>{t("applications.section.public")}</h2>
      <TextField name="name" label={t("applications.field.name")} hint={t("applications.field.nameHint")} />
      <TextField name="nameLocal" label={t("applications.field.nameLocal")} />
      <TextField name="acronym" label={t("applications.field.acronym")} />
      <CountryField {...props} />
      <TextField name="city" label={t("applications.field.city")} hint={t("applications.field.cityHint")} />
      <TextField
        name="website"
        type="url"
        label={t("applications.field.website")}
        hint={t("applications.field.websiteHint")}
      />
      <Checks name="specializations" label={t("applications.field.specializations")} options={subjects} />
      <Checks name="languages" label={t("applications.field.languages")} options={languages} />
      <TextArea
        name="summary"
        label={t("applications.field.summary")}
        hint={t("applications.field.summaryHint")}
      />
      <h2>{t("applications.section.private")}</h2>
      <TextField
        name="position"
        label={t("applications.field.position")}
        hint={t("applications.field.positionHint")}
      />
      <PrivateFields />
    </>
  );
}

function PersonFields(props: ApplyProps) {
  const { t } = usePage();
  return (
    <>
      <p>{t("applications.section.private")}</p>
      <TextField
        name="name"
        label={t("applications.field.called")}
        hint={t("applications.field.calledHint")}
      />
      <CountryField {...props} />
      <Radios
        name="occupation"
        label={t("applications.field.occupation")}
        options={occupations.map((value) => ({ value, label: t(`applications.occupation.${value}`) }))}
      />
      <TextArea name="summary" label={t("applications.field.work")} hint={t("applications.field.workHint")} />
      <TextField
        name="website"
        type="url"
        label={t("applications.field.link")}
        hint={t("applications.field.websiteHint")}
      />
      <PrivateFields />
    </>
  );
}

function PrivateFields() {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="email"
        type="email"
        autocomplete="email"
        label={t("applications.field.email")}
        hint={t("applications.field.emailHint")}
      />
      <TextArea
        name="note"
        rows={3}
        label={t("applications.field.note")}
        hint={t("applications.field.noteHint")}
      />
    </>
  );
}
