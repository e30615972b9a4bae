/** A region's map with what belongs to it: the switch between views, the legend, the note, the live map. */

import type { MapView } from "shared/countries/contract.ts";
import { mapViews } from "shared/countries/contract.ts";
import type { CsoCity } from "shared/countries/csos.ts";
import type { CountryLine } from "shared/countries/overview.ts";
import { For, Show } from "solid-js";
import { usePage } from "../frame.ts";
import { Island } from "../island.tsx";
import { kept } from "../kept.ts";
import type { RegionGeometry } from "../map/geometry.ts";
import InteractiveMap from "../map/InteractiveMap.island.tsx";
import { RegionMap } from "../map/RegionMap.tsx";
import { liveMap } from "./liveMap.ts";
import { legendCounts, MapLegend } from "./MapLegend.tsx";
import { PledgeName } from "./PledgeName.tsx";
import { countryPath, marks, sentenceOf } from "./words.ts";

export interface RegionOverviewProps {
  region: string;
  view: MapView;
  /** All countries of the region. */
  lines: CountryLine[];
  cities: CsoCity[];
}

interface SwitchProps {
  view: MapView;
  /** Where the links lead, below the language; that page reads the parameter `map`. */
  path: string;
  /** Parameters that stay as they are. */
  keep?: Record<string, string | undefined>;
}

function ViewSwitch(props: SwitchProps) {
  const page = usePage();
  return (
    <nav aria-label={page.t("countries.views")}>
      <ul class="row views">
        <For each={mapViews}>
          {(view) => (
            <li>
              <a
                href={page.link(props.path, { ...props.keep, map: view === "cycle-2" ? undefined : view })}
                aria-current={view === props.view ? "true" : undefined}
              >
                {view === "pledge" ? <PledgeName /> : page.t(`countries.view.${view}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

/** With the data saver the map is left out; the table says the same. */
export function RegionOverview(props: RegionOverviewProps & Omit<SwitchProps, "view">) {
  const page = usePage();
  const label = () => page.t(`countries.map.${props.view}`);
  const drawn = () => !page.saver && page.maps.regions[props.region];
  return (
    <div class="overview">
      <ViewSwitch view={props.view} path={props.path} {...(props.keep ? { keep: props.keep } : {})} />
      <Show when={drawn()}>
        {(map) =>
          kept(props.lines, `map ${props.view} ${page.language}`, () => (
            <Drawn {...props} map={map()} label={label()} />
          ))
        }
      </Show>
      <div>
        <MapLegend counts={legendCounts(props.lines, props.view)} view={props.view} />
        <Show when={drawn()}>
          {(map) => (
            <Island
              name="InteractiveMap"
              component={InteractiveMap}
              props={liveMap(page, { region: props.region, map: map() }, props.cities, label())}
            />
          )}
        </Show>
      </div>
      <p class="muted boundaries">{page.t("frame.boundaries")}</p>
    </div>
  );
}

function Drawn(props: RegionOverviewProps & { map: RegionGeometry; label: string }) {
  const page = usePage();
  const countries = () =>
    props.lines.map((line) => ({
      iso2: line.iso2,
      name: line.name,
      href: page.link(countryPath(props.region, line.iso2)),
      level: line.level,
      mark: props.view === "csos" ? page.number(line.organisations) : (marks[line.level] ?? ""),
      title: sentenceOf(page, line, props.view),
    }));
  return (
    <RegionMap
      region={props.region}
      map={props.map}
      countries={countries()}
      label={props.label}
      hint={page.t("countries.hint")}
    />
  );
}
