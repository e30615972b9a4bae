/** The countries of the world to choose from, by subregion; those of other regions are shown as taken. */
import { countryName } from "shared/regions/names.ts";
import { type WorldCountry, worldCountries } from "shared/regions/world.ts";
import { For, Show } from "solid-js";
import { type FormState, TextField } from "../components/forms.tsx";
import { type Page, usePage } from "../frame.ts";

interface RegionCountriesProps {
  form: FormState;
  /** The region whose form it is; null: a new one. */
  slug: string | null;
  /** The region of each country that has one. */
  taken: Record<string, string>;
}

const ID = "f-countries";

export function RegionCountries(props: RegionCountriesProps) {
  const page = usePage();
  const chosen = new Set(props.form.values.countries ?? []);
  const isTaken = ({ iso2 }: WorldCountry) => (props.taken[iso2] ?? props.slug) !== props.slug;
  const groups = [...Map.groupBy(worldCountries, ({ subregion }) => subregion)];
  return (
    <>
      <fieldset class="field" id={ID} tabindex="-1" aria-describedby={`${ID}-h`}>
        <legend>{page.t("regionKeeping.countries")}</legend>
        <p class="muted" id={`${ID}-h`}>
          {page.t("regionKeeping.countriesHint")}
        </p>
        <Show when={props.form.problems.countries}>{(problem) => <p class="problem">{problem()}</p>}</Show>
        <For each={groups}>
          {([subregion, countries]) => {
            const ticked = countries.filter((country) => chosen.has(country.iso2) && !isTaken(country));
            return (
              <details open={ticked.length > 0}>
                <summary>
                  {page.t("regionKeeping.chosen", {
                    part: countryName(subregion, page.language),
                    count: page.number(ticked.length),
                  })}
                </summary>
                <For each={byName(page, countries)}>
                  {(country) => (
                    <Choice
                      country={country}
                      isTicked={chosen.has(country.iso2)}
                      takenBy={isTaken(country) ? (props.taken[country.iso2] ?? null) : null}
                    />
                  )}
                </For>
              </details>
            );
          }}
        </For>
      </fieldset>
      <TextField
        name="more"
        label={page.t("regionKeeping.more")}
        hint={page.t("regionKeeping.moreHint")}
        list={worldCountries
          .filter((country) => !isTaken(country) && !chosen.has(country.iso2))
          .map(({ iso2 }) => countryName(iso2, page.language))}
      />
    </>
  );
}

function byName(page: Page, countries: readonly WorldCountry[]): WorldCountry[] {
  const name = ({ iso2 }: WorldCountry) => countryName(iso2, page.language);
  return countries.toSorted((a, b) => name(a).localeCompare(name(b), page.locale));
}

function Choice(props: { country: WorldCountry; isTicked: boolean; takenBy: string | null }) {
  const page = usePage();
  const { iso2 } = props.country;
  const name = countryName(iso2, page.language);
  const region = page.regions.find(({ slug }) => slug === props.takenBy);
  const place = region ? page.regionName(region) : props.takenBy;
  return (
    <label class="choice">
      <input
        type="checkbox"
        name="countries"
        value={iso2}
        checked={props.takenBy === null && props.isTicked}
        disabled={props.takenBy !== null}
      />{" "}
      {place === null ? name : page.t("regionKeeping.takenBy", { country: name, region: place })}
    </label>
  );
}
