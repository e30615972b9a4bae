/** What the live map is given: the cities of the CSOs in the map's units, and its words. */
import type { CsoCity } from "shared/countries/csos.ts";
import { projectInRegion } from "shared/regions/projection.ts";
import type { Page } from "../frame.ts";
import type { RegionGeometry } from "../map/geometry.ts";
import type { InteractiveMapProps } from "../map/InteractiveMap.island.tsx";

interface OfRegion {
  region: string;
  map: RegionGeometry;
}

export function liveMap(
  page: Page,
  of: OfRegion,
  cities: readonly CsoCity[],
  label: string,
): InteractiveMapProps {
  return {
    mapId: `map-${of.region}`,
    points: cities.map((city) => pointOf(page, of, city)),
    texts: textsOf(page, label),
  };
}

function pointOf(
  page: Page,
  { region, map }: OfRegion,
  city: CsoCity,
): InteractiveMapProps["points"][number] {
  const { count } = city;
  const organisations = city.organisations.map(({ name, slug }) => ({
    name,
    href: page.link(`${region}/organisations/${slug}`),
  }));
  const place = { ...projectInRegion(map.projection, city.lat, city.lon), city: city.city };
  if (count === organisations.length) return { ...place, organisations };
  const country = { country: city.iso2.toLowerCase() };
  const directory = {
    name: page.t("countries.live.directory"),
    href: page.link(`${region}/organisations`, country),
  };
  return { ...place, organisations: [...organisations, directory], count };
}

function textsOf(page: Page, label: string): InteractiveMapProps["texts"] {
  // The browser fills these places once it knows the city.
  const places = { n: "{n}", city: "{city}", cities: "{cities}" };
  return {
    label,
    open: page.t("countries.live.open"),
    opening: page.t("countries.live.opening"),
    back: page.t("countries.live.back"),
    help: page.t("countries.live.help"),
    failed: page.t("countries.live.failed"),
    zoomIn: page.t("countries.live.zoomIn"),
    zoomOut: page.t("countries.live.zoomOut"),
    close: page.t("countries.live.close"),
    cityPin: page.t("countries.live.cityPin", places),
    clusterPin: page.t("countries.live.clusterPin", places),
  };
}
