/** Makes the maps' shapes: Natural Earth cut to each region and country, simplified, as compact SVG paths. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  MAP_WIDTH,
  type MapBounds,
  type MapRegion,
  mapHeight,
  projectionFor,
  REGION_BOUNDS,
} from "shared/regions/projection.ts";
import { COUNTRY_FRAMES, countriesOf, MARKERS } from "./countries.ts";
import { frameAround } from "./frame.ts";
import type { CountryGeometry, CountryShape, Geometry, RegionGeometry } from "./geometry.ts";
import { cutWorld, LAND, NO_DATA, type Ring, readWorld, type WorldPolygon } from "./planar.ts";
import { labelPoint } from "./rings.ts";
import { fitBudget, pathOf } from "./simplify.ts";

/** Where `geometry.ts` expects the shapes. */
const MAPS_DIR = fileURLToPath(new URL("../dist/maps", import.meta.url));

/** Most brotli bytes of a map's path data: the pages' budgets leave this much to them. */
export const MAP_BUDGETS = { region: 16_000, small: 2_300, country: 2_900 } as const;

/** Frames narrower than this many degrees show the steps of the coarser shapes. */
const FINE_BELOW = 9;

const SMALL_WIDTH = 400;
const COUNTRY_WIDTH = 600;

const REGIONS = Object.keys(REGION_BOUNDS) as MapRegion[];

function shapeOf(rings: Ring[]): CountryShape {
  return { d: pathOf(rings), ...labelPoint(rings) };
}

/** Countries of other regions are only land here. */
function withoutOthers(owners: Map<string, Ring[]>, own: ReadonlySet<string>): Map<string, Ring[]> {
  const kept = new Map<string, Ring[]>();
  for (const [owner, rings] of owners) {
    const name = owner === NO_DATA || own.has(owner) ? owner : LAND;
    kept.set(name, [...(kept.get(name) ?? []), ...rings]);
  }
  return kept;
}

function regionMap(world: WorldPolygon[], region: MapRegion, level: "region" | "small"): RegionGeometry {
  const bounds = REGION_BOUNDS[region];
  const width = level === "region" ? MAP_WIDTH : SMALL_WIDTH;
  const codes = countriesOf(region);
  const cut = withoutOthers(cutWorld(world, bounds, width), new Set(codes));
  const owners = fitBudget(cut, MAP_BUDGETS[level], level === "region" ? 6 : 4);
  const path = (owner: string) => pathOf(owners.get(owner) ?? []);
  const countries = codes.map((iso2) => [iso2, shapeOf(owners.get(iso2) ?? [])] as const);
  return {
    width,
    height: mapHeight(bounds, width),
    land: path(LAND),
    noData: path(NO_DATA),
    countries: Object.fromEntries(countries),
  };
}

function countryFrame(world: WorldPolygon[], region: MapRegion, iso2: string): MapBounds {
  return (
    COUNTRY_FRAMES[iso2] ??
    frameAround(
      world.filter(({ owner }) => owner === iso2),
      REGION_BOUNDS[region],
    )
  );
}

function countryMap(
  world: WorldPolygon[],
  region: MapRegion,
  iso2: string,
  bounds: MapBounds,
): CountryGeometry {
  const cut = withoutOthers(cutWorld(world, bounds, COUNTRY_WIDTH), new Set(countriesOf(region)));
  const owners = fitBudget(cut, MAP_BUDGETS.country, 3);
  const path = (owner: string) => pathOf(owners.get(owner) ?? []);
  const neighbours = [...owners]
    .filter(([owner, rings]) => ![iso2, LAND, NO_DATA].includes(owner) && rings.length > 0)
    .map(([owner, rings]) => [owner, shapeOf(rings)] as const);
  return {
    width: COUNTRY_WIDTH,
    height: mapHeight(bounds, COUNTRY_WIDTH),
    projection: projectionFor(bounds, COUNTRY_WIDTH),
    land: path(LAND),
    noData: path(NO_DATA),
    d: path(iso2),
    neighbours: Object.fromEntries(neighbours),
  };
}

function withMarkers(map: RegionGeometry): RegionGeometry {
  const countries = Object.entries(map.countries).map(([iso2, shape]) => {
    const shift = MARKERS[iso2];
    if (!shift) return [iso2, shape] as const;
    const marker: [number, number] = [shape.x + shift[0], shape.y + shift[1]];
    return [iso2, { ...shape, marker }] as const;
  });
  return { ...map, countries: Object.fromEntries(countries) };
}

/** Small islands vanish from the small map, so markers stand where the large one has them. */
function withDots(small: RegionGeometry, large: RegionGeometry): RegionGeometry {
  const scale = small.width / large.width;
  const countries = Object.entries(small.countries).map(([iso2, shape]) => {
    const place = large.countries[iso2];
    if (!place?.marker) return [iso2, shape] as const;
    const marker: [number, number] = [Math.round(place.x * scale), Math.round(place.y * scale)];
    return [iso2, { ...shape, marker }] as const;
  });
  return { ...small, countries: Object.fromEntries(countries) };
}

/** All shapes of all maps. */
export function makeGeometry(): Geometry {
  const coarse = readWorld("50m");
  const fine = readWorld("10m");
  const ownMap = (region: MapRegion, iso2: string) => {
    const bounds = countryFrame(coarse, region, iso2);
    return countryMap(bounds.east - bounds.west < FINE_BELOW ? fine : coarse, region, iso2, bounds);
  };
  const perRegion = <T>(make: (region: MapRegion) => T) =>
    Object.fromEntries(REGIONS.map((region) => [region, make(region)])) as Record<MapRegion, T>;
  const countries = REGIONS.flatMap((region) =>
    countriesOf(region).map((iso2) => [iso2, ownMap(region, iso2)] as const),
  );
  const regions = perRegion((region) => withMarkers(regionMap(coarse, region, "region")));
  return {
    regions,
    small: perRegion((region) => withDots(regionMap(coarse, region, "small"), regions[region])),
    countries: Object.fromEntries(countries),
  };
}

/** Writes `geometry.json` to `outDir`. */
export async function buildMaps(outDir: string = MAPS_DIR): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, "geometry.json"), JSON.stringify(makeGeometry()));
}
