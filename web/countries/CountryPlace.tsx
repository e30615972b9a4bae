/** Where a country lies: its small map with the CSOs' cities, and the countries nearby as links. */

import type { Country } from "shared/countries/contract.ts";
import type { CsoCity } from "shared/countries/csos.ts";
import { reviewLevel } from "shared/countries/rules.ts";
import { countryName } from "shared/regions/names.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { CountryMap } from "../map/CountryMap.tsx";
import { countryPath } from "./words.ts";

export function CountryPlace(props: { country: Country; name: string; cities: CsoCity[] }) {
  const page = usePage();
  const { iso2, region } = props.country;
  const nearby = Object.keys(page.maps.countries[iso2]?.neighbours ?? {})
    .map((code) => ({
      iso2: code,
      name: countryName(code, page.language),
      href: page.link(countryPath(region, code)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, page.locale));
  const cities = () =>
    props.cities.map(({ city, lat, lon, count, organisations: [first] }) => ({
      city,
      lat,
      lon,
      count,
      href:
        count === 1 && first
          ? page.link(`${region}/organisations/${first.slug}`)
          : page.link(`${region}/organisations`, { country: iso2.toLowerCase() }),
      title: page.t("country.cityTitle", {
        city,
        organisations: page.t("countries.organisations", { count }),
      }),
    }));
  return (
    <div class="place">
      <Show when={!page.saver && page.maps.countries[iso2]}>
        <CountryMap
          iso2={iso2}
          level={reviewLevel(props.country, 2)}
          label={page.t("country.map", { country: props.name })}
          neighbours={nearby}
          cities={cities()}
        />
        <p class="muted boundaries">{page.t("frame.boundaries")}</p>
      </Show>
      <Show when={nearby.length > 0}>
        <nav class="nearby" aria-labelledby="nearby">
          <h2 id="nearby">{page.t("country.nearby")}</h2>
          <ul class="row">
            <For each={nearby}>
              {({ name, href }) => (
                <li>
                  <a href={href}>
                    <bdi>{name}</bdi>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </nav>
      </Show>
    </div>
  );
}
