/** The form of a region: its names, countries, languages, edges and colour, with its map before it is saved. */
import { NewRegionForm, RegionForm } from "shared/regions/form.ts";
import { countryName } from "shared/regions/names.ts";
import { accents } from "shared/regions/rules.ts";
import { For, Show } from "solid-js";
import {
  Button,
  Check,
  Form,
  type FormState,
  HiddenField,
  TextArea,
  TextField,
} from "../components/forms.tsx";
import { Breadcrumbs } from "../components/lists.tsx";
import { ownNames } from "../document.ts";
import { usePage } from "../frame.ts";
import type { RegionGeometry } from "../map/geometry.ts";
import { SmallMap } from "../map/SmallMap.tsx";
import { RegionCountries } from "./RegionCountries.tsx";

export interface KeepRegionProps {
  /** Null: a new one. */
  slug: string | null;
  /** The region of each country that has one. */
  taken: Record<string, string>;
  /** What is there now, where somebody else changed it meanwhile. */
  conflicts: { label: string; now: string }[];
  /** As it would be, where it was asked for. */
  map: RegionGeometry | null;
  form: FormState;
}

const EDGES = ["west", "east", "south", "north"] as const;
/** As on a region's own map. */
const DOT = 24;

export function KeepRegionPage(props: KeepRegionProps) {
  const page = usePage();
  const { slug, form } = props;
  const isNew = slug === null;
  const trail = [
    { href: page.link("steward"), text: page.t("roles.stewardTitle") },
    { href: page.link("steward/regions"), text: page.t("regionKeeping.title") },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t(isNew ? "regionKeeping.addLead" : "regionKeeping.editLead")}</p>
      <Conflicts conflicts={props.conflicts} />
      <RegionPicture {...props} />
      <Form
        form={form}
        schema={isNew ? NewRegionForm : RegionForm}
        submit={page.t(isNew ? "regionKeeping.add" : "regionKeeping.save")}
        buttons={<Button name="do" value="map" label={page.t("regionKeeping.preview")} plain />}
      >
        <HiddenField name="version" />
        <For each={ownNames}>
          {({ code, name }) => (
            <TextField name={`names.${code}`} label={page.t("regionKeeping.name", { language: name })} />
          )}
        </For>
        <Show when={isNew}>
          <TextField
            name="slug"
            label={page.t("regionKeeping.slug")}
            hint={page.t("regionKeeping.slugHint")}
            dir="ltr"
          />
        </Show>
        <RegionCountries form={form} slug={slug} taken={props.taken} />
        <TextField
          name="languages"
          label={page.t("regionKeeping.languages")}
          hint={page.t("regionKeeping.languagesHint")}
          dir="ltr"
        />
        <Edges />
        <Accents chosen={form.values.accent?.at(-1) ?? ""} problem={form.problems.accent} />
        <TextField name="secretariat.name" label={page.t("regionKeeping.secretariatName")} />
        <TextField name="secretariat.url" type="url" label={page.t("regionKeeping.secretariatUrl")} />
        <TextField name="secretariat.email" type="email" label={page.t("regionKeeping.secretariatEmail")} />
        <Show when={isNew}>
          <TextArea
            name="admins"
            label={page.t("regionKeeping.admins")}
            hint={page.t("regionKeeping.adminsHint")}
            rows={3}
          />
        </Show>
        <Check
          name="confirmed"
          label={page.t(isNew ? "regionKeeping.confirmNew" : "regionKeeping.confirm")}
        />
      </Form>
    </>
  );
}

function Conflicts(props: Pick<KeepRegionProps, "conflicts">) {
  const page = usePage();
  return (
    <Show when={props.conflicts.length > 0}>
      <section class="notice" role="alert" tabindex="-1" autofocus>
        <h2>{page.t("error.stale.title")}</h2>
        <p>{page.t("regionKeeping.conflict")}</p>
        <h3>{page.t("regionKeeping.now")}</h3>
        <dl class="facts">
          <For each={props.conflicts}>
            {({ label, now }) => (
              <>
                <dt>{label}</dt>
                <dd>
                  <bdi>{now}</bdi>
                </dd>
              </>
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
}

/** The map that was asked for, else the one that is there. */
function RegionPicture(props: KeepRegionProps) {
  const page = usePage();
  const { slug, form } = props;
  const map = () => props.map ?? (slug === null ? undefined : page.maps.regions[slug]);
  const accent = form.values.accent?.at(-1);
  return (
    <Show when={map()}>
      {(drawn) => {
        const codes = Object.keys(drawn().countries);
        const countries = codes.map((iso2) => countryName(iso2, page.language)).join(", ");
        return (
          <figure class="form" data-accent={accent}>
            <SmallMap
              region={slug ?? "new"}
              map={drawn()}
              dot={DOT}
              countries={codes.map((iso2) => ({ iso2, level: "completed" }))}
              label={page.t("regionKeeping.mapLabel", { countries })}
            />
            <figcaption class="muted">
              {page.t(props.map ? "regionKeeping.map" : "regionKeeping.mapNow")}. {page.t("frame.boundaries")}
            </figcaption>
          </figure>
        );
      }}
    </Show>
  );
}

function Edges() {
  const page = usePage();
  return (
    <fieldset class="field">
      <legend>{page.t("regionKeeping.bounds")}</legend>
      <p class="muted">{page.t("regionKeeping.boundsHint")}</p>
      <For each={EDGES}>
        {(edge) => <TextField name={`bounds.${edge}`} label={page.t(`regionKeeping.${edge}`)} dir="ltr" />}
      </For>
    </fieldset>
  );
}

/** Each colour beside its name, as a link of its pages has it. */
function Accents(props: { chosen: string; problem: string | undefined }) {
  const page = usePage();
  return (
    <fieldset class="field" id="f-accent" tabindex="-1">
      <legend>{page.t("regionKeeping.accent")}</legend>
      <Show when={props.problem}>{(problem) => <p class="problem">{problem()}</p>}</Show>
      <For each={accents}>
        {(accent) => (
          <label class="choice">
            <input type="radio" name="accent" value={accent} checked={accent === props.chosen} required />{" "}
            <span class="tag" data-accent={accent}>
              {page.t(`regionKeeping.accent.${accent}`)}
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
