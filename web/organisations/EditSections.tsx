/** Sections of a profile's form: names, summary, place, work, logo. */
import { acceptedTypes } from "shared/files/rules.ts";
import { WORKING_LANGUAGES } from "shared/organisations/languages.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import { Check, Checks, FileField, type Option, Select, TextArea, TextField } from "../components/forms.tsx";
import { type Page, usePage } from "../frame.ts";
import type { EditProfileProps } from "./EditProfile.page.tsx";
import { Logo } from "./Logo.tsx";
import { specializationName } from "./organisationWords.ts";
import { RowButton, rowNumbers } from "./rows.tsx";

/** The region's own first, then the others by name. */
function languageOptions(page: Page, chosen: readonly string[] = []): Option[] {
  const first = page.region?.languages ?? [];
  const option = (value: string) => ({ value, label: languageName(value, page.language) });
  const others = [...new Set([...WORKING_LANGUAGES, ...chosen])].filter(
    (tag) => tag !== "" && !first.includes(tag),
  );
  const byName = others.map(option).sort((a, b) => a.label.localeCompare(b.label, page.locale));
  return [...first.map(option), ...byName];
}

export function EditNames(props: EditProfileProps) {
  const page = usePage();
  const { form } = props;
  const rows = rowNumbers(form, "names");
  return (
    <>
      <h2>{page.t("edit.names")}</h2>
      <TextField name="name" label={page.t("edit.name")} hint={page.t("edit.nameHint")} />
      <TextField name="nameLocal" label={page.t("edit.nameLocal")} />
      <TextField name="acronym" label={page.t("edit.acronym")} />
      <h3 id="names">{page.t("edit.otherNames")}</h3>
      <For each={rows}>
        {(row, place) => (
          <fieldset class="field">
            <legend class="visually-hidden">
              {page.t("edit.otherName")} {page.number(place() + 1)}
            </legend>
            <Select
              name={`names.${row}.language`}
              label={page.t("edit.otherLanguage")}
              options={languageOptions(page, form.values[`names.${row}.language`])}
            />
            <TextField name={`names.${row}.name`} label={page.t("edit.otherName")} />
            <RowButton
              form={form}
              value={`remove names ${row}`}
              label={page.t("edit.removeName", { number: place() + 1 })}
              at="names"
            />
          </fieldset>
        )}
      </For>
      <p>
        <RowButton form={form} value="more names" label={page.t("edit.moreNames")} at="names" />
      </p>
    </>
  );
}

export function EditSummary(props: EditProfileProps) {
  const page = usePage();
  return (
    <>
      <h2>{page.t("edit.summary")}</h2>
      <TextArea name="summary" label={page.t("edit.summary")} hint={page.t("edit.summaryHint")} rows={6} />
      <Select
        name="language"
        label={page.t("edit.language")}
        options={languageOptions(page, props.form.values.language)}
      />
    </>
  );
}

export function EditPlace(props: EditProfileProps) {
  const page = usePage();
  const countries = props.countries
    .map((value) => ({ value, label: countryName(value, page.language) }))
    .sort((a, b) => a.label.localeCompare(b.label, page.locale));
  return (
    <>
      <h2>{page.t("edit.place")}</h2>
      <p class="muted">{page.t("edit.placeHint")}</p>
      <Select name="iso2" label={page.t("edit.country")} options={countries} />
      <TextField name="city" label={page.t("edit.city")} hint={page.t("edit.cityHint")} list={props.cities} />
      <TextField
        name="foundedYear"
        label={page.t("edit.founded")}
        hint={page.t("edit.foundedHint")}
        dir="ltr"
      />
    </>
  );
}

export function EditWork(props: EditProfileProps) {
  const page = usePage();
  const { form } = props;
  const chosen = (form.values.languages ?? []).filter((tag) => tag !== "");
  const all = languageOptions(page, chosen);
  const near = new Set([...(page.region?.languages ?? []), "fr", "ar", ...chosen]);
  return (
    <>
      <h2>{page.t("edit.work")}</h2>
      <Checks
        name="specializations"
        label={page.t("edit.specializations")}
        options={props.specializations.map(({ slug }) => ({
          value: slug,
          label: specializationName(page, slug, props.specializations),
        }))}
      />
      <Checks
        name="languages"
        label={page.t("edit.languages")}
        options={all.filter(({ value }) => near.has(value))}
      />
      <div class="field">
        <label for="more-languages">{page.t("edit.oneMoreLanguage")}</label>
        <select id="more-languages" name="languages">
          <option value="">{page.t("edit.none")}</option>
          <For each={all.filter(({ value }) => !near.has(value))}>
            {(option) => <option value={option.value}>{option.label}</option>}
          </For>
        </select>
      </div>
    </>
  );
}

export function EditLogo(props: EditProfileProps) {
  const page = usePage();
  return (
    <>
      <h2>{page.t("edit.logo")}</h2>
      <Show when={props.profile.logo}>
        <Logo organisation={props.profile} />
        <Check name="removeLogo" label={page.t("edit.removeLogo")} />
      </Show>
      <FileField
        name="logo"
        label={page.t("edit.logo")}
        hint={page.t("edit.logoHint")}
        accept={acceptedTypes}
      />
    </>
  );
}
