/** The platform's home: the regions with their figures and small maps. */
import { For } from "solid-js";
import type { Region } from "shared/regions/contract.ts";
import { usePage } from "../frame.ts";

export interface HomeProps {
  regions: Region[];
}

export function HomePage(props: HomeProps) {
  const page = usePage();
  return (
    <>
      <h1>{page.t("home.title")}</h1>
      <p class="lead">{page.t("home.lead")}</p>
      <h2 id="regions">{page.t("home.regions")}</h2>
      <ul class="cards regions" aria-labelledby="regions">
        <For each={props.regions}>{(region) => <RegionCard region={region} />}</For>
      </ul>
    </>
  );
}

function RegionCard(props: { region: Region }) {
  const page = usePage();
  return (
    <li class="card" data-region={props.region.slug}>
      <h2>
        <a href={page.link(props.region.slug)}>{page.regionName(props.region)}</a>
      </h2>
      <ul class="figures">
        <li>{page.t("home.countries", { count: props.region.figures.countries })}</li>
        <li>{page.t("home.organisations", { count: props.region.figures.organisations })}</li>
        <li>{page.t("home.reviewsCompleted", { count: props.region.figures.reviewsCompleted })}</li>
      </ul>
    </li>
  );
}
