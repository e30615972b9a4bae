/** The regions as stewards see them, each with the ways to change it. */
import type { Region } from "shared/regions/contract.ts";
import { languageName } from "shared/regions/names.ts";
import { For } from "solid-js";
import { Breadcrumbs } from "../components/lists.tsx";
import { usePage } from "../frame.ts";

export function KeepRegionsPage(props: { regions: Region[] }) {
  const page = usePage();
  return (
    <>
      <Breadcrumbs trail={[{ href: page.link("steward"), text: page.t("roles.stewardTitle") }]} />
      <h1>{page.title}</h1>
      <p class="lead">{page.t("regionKeeping.lead")}</p>
      <p>
        <a class="button" href={page.link("steward/regions/new")}>
          {page.t("regionKeeping.add")}
        </a>
      </p>
      <ul class="cards">
        <For each={props.regions}>{(region) => <RegionCard region={region} />}</For>
      </ul>
    </>
  );
}

function RegionCard(props: { region: Region }) {
  const page = usePage();
  const { region } = props;
  const name = page.regionName(region);
  const languages = region.languages.map((tag) => languageName(tag, page.language));
  return (
    <li class="card" data-accent={region.accent}>
      <h2>
        <a href={page.link(region.slug)}>{name}</a>
      </h2>
      <p>
        {page.t("home.countries", { count: region.figures.countries })} ·{" "}
        {page.t("home.organisations", { count: region.figures.organisations })}
      </p>
      <p class="muted">{languages.join(", ")}</p>
      <ul class="row">
        <li>
          <a href={page.link(`steward/regions/${region.slug}`)}>
            {page.t("regionKeeping.change")} <span class="visually-hidden">{name}</span>
          </a>
        </li>
        <li>
          <a href={page.link(`${region.slug}/desk/people`)}>
            {page.t("regionKeeping.people")} <span class="visually-hidden">{name}</span>
          </a>
        </li>
      </ul>
    </li>
  );
}
