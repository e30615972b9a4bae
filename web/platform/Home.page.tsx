/** The platform's home: the regions with their figures and small maps. */

import type { Region } from "shared/regions/contract.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { SmallMap } from "../map/SmallMap.tsx";

export interface HomeProps {
  regions: {
    region: Region;
    /** How each country stands in the second review cycle. */
    levels: { iso2: string; level: string }[];
  }[];
}

export function HomePage(props: HomeProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.t("home.title")}</h1>
      <p class="lead">{page.t("home.lead")}</p>
      <h2 id="regions">{page.t("home.regions")}</h2>
      <ul class="cards regions" aria-labelledby="regions">
        <For each={props.regions}>
          {({ region, levels }) => <RegionCard region={region} levels={levels} />}
        </For>
      </ul>
      <p class="muted">{page.t("frame.boundaries")}</p>
    </>
  );
}

function RegionCard(props: { region: Region; levels: { iso2: string; level: string }[] }) {
  const page = usePage();
  const name = () => page.regionName(props.region);
  const drawn = () => !page.saver && page.maps.small[props.region.slug];
  return (
    <li class="card" data-accent={props.region.accent}>
      <h3>
        <a href={page.link(props.region.slug)}>{name()}</a>
      </h3>
      <Show when={drawn()}>
        {(map) => (
          <SmallMap
            region={props.region.slug}
            map={map()}
            countries={props.levels}
            label={page.t("home.mapOf", { region: name() })}
          />
        )}
      </Show>
      <ul class="figures">
        <li>{page.t("home.countries", { count: props.region.figures.countries })}</li>
        <li>{page.t("home.organisations", { count: props.region.figures.organisations })}</li>
        <li>{page.t("home.reviewsCompleted", { count: props.region.figures.reviewsCompleted })}</li>
      </ul>
    </li>
  );
}
