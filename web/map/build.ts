/** Makes the shapes of the regions that every installation has, when the pages are built. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUILT_REGIONS, MARKERS, type MapOf } from "./countries.ts";
import type { Geometry, RegionGeometry } from "./geometry.ts";
import { countryMaps, regionMap, type Worlds, withDots, worldsFor } from "./regionMaps.ts";

/** Where `geometry.ts` expects the shapes. */
const MAPS_DIR = fileURLToPath(new URL("../dist/maps", import.meta.url));

function withMarkers(map: RegionGeometry): RegionGeometry {
  const countries = Object.entries(map.countries).map(([iso2, shape]) => {
    const shift = MARKERS[iso2];
    if (!shift) return [iso2, shape] as const;
    const marker: [number, number] = [shape.x + shift[0], shape.y + shift[1]];
    return [iso2, { ...shape, marker }] as const;
  });
  return { ...map, countries: Object.fromEntries(countries) };
}

function drawn(worlds: Worlds, map: MapOf) {
  const region = withMarkers(regionMap(worlds, map, "region"));
  return {
    region,
    small: withDots(regionMap(worlds, map, "small"), region),
    countries: countryMaps(worlds, map),
  };
}

/** All shapes of all maps. */
export function makeGeometry(): Geometry {
  const worlds = worldsFor(Object.values(BUILT_REGIONS).flatMap(({ countries }) => countries));
  const geometry: Geometry = { regions: {}, small: {}, countries: {} };
  for (const [slug, map] of Object.entries(BUILT_REGIONS)) {
    const { region, small, countries } = drawn(worlds, map);
    geometry.regions[slug] = region;
    geometry.small[slug] = small;
    Object.assign(geometry.countries, countries);
  }
  return geometry;
}

/** Writes `geometry.json` to `outDir`. */
export async function buildMaps(outDir: string = MAPS_DIR): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, "geometry.json"), JSON.stringify(makeGeometry()));
}
