/** Draws one region: its map, the same small, and a map of each of its countries. */
import { MAP_WIDTH, type MapBounds, mapHeight, projectionFor } from "shared/regions/projection.ts";
import { COUNTRY_FRAMES, type MapOf, ONLY_FINE } from "./countries.ts";
import { frameAround } from "./frame.ts";
import type { CountryGeometry, CountryShape, RegionGeometry } from "./geometry.ts";
import { cutWorld, LAND, NO_DATA, placeOf, type Ring, readWorld, type WorldPolygon } from "./planar.ts";
import { labelPoint } from "./rings.ts";
import { fitBudget, pathOf } from "./simplify.ts";

/** Most brotli bytes of a map's path data: the pages' budgets leave this much to them. */
export const MAP_BUDGETS = { region: 16_000, small: 2_300, country: 2_900 } as const;

/** Frames narrower than this many degrees show the steps of the coarser shapes. */
const FINE_BELOW = 9;

const SMALL_WIDTH = 400;
const COUNTRY_WIDTH = 600;

/** The world with the owners that the maps tell apart, at both scales. */
export interface Worlds {
  coarse: WorldPolygon[];
  /** Read only when asked for: it is large. */
  fine(): WorldPolygon[];
}

export function worldsFor(countries: readonly string[]): Worlds {
  const known = new Set(countries);
  let fine: WorldPolygon[] | undefined;
  const readFine = () => {
    fine ??= readWorld("10m", known);
    return fine;
  };
  const missing = countries.filter((iso2) => ONLY_FINE.has(iso2));
  const added = missing.length === 0 ? [] : readFine().filter(({ owner }) => missing.includes(owner));
  return { coarse: [...readWorld("50m", known), ...added], fine: readFine };
}

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

/** What is too small for the map's units is a point of it. */
function dotAt({ x, y }: { x: number; y: number }): Ring {
  const [left, top] = [Math.round(x) - 1, Math.round(y) - 1];
  return [
    [left, top],
    [left + 2, top],
    [left + 2, top + 2],
    [left, top + 2],
    [left, top],
  ];
}

export function regionMap(worlds: Worlds, map: MapOf, level: "region" | "small"): RegionGeometry {
  const { bounds, countries: codes } = map;
  const width = level === "region" ? MAP_WIDTH : SMALL_WIDTH;
  const projection = projectionFor(bounds, width);
  const cut = withoutOthers(cutWorld(worlds.coarse, bounds, width), new Set(codes));
  const owners = fitBudget(cut, MAP_BUDGETS[level], level === "region" ? 6 : 4);
  const path = (owner: string) => pathOf(owners.get(owner) ?? []);
  const ringsOf = (iso2: string): Ring[] => {
    const rings = owners.get(iso2) ?? [];
    if (rings.length > 0) return rings;
    const place = placeOf(worlds.coarse, iso2, projection);
    return place ? [dotAt(place)] : [];
  };
  const countries = codes.flatMap((iso2) => {
    const rings = ringsOf(iso2);
    return rings.length > 0 ? [[iso2, shapeOf(rings)] as const] : [];
  });
  return {
    width,
    height: mapHeight(bounds, width),
    projection,
    land: path(LAND),
    noData: path(NO_DATA),
    countries: Object.fromEntries(countries),
  };
}

function countryMap(world: WorldPolygon[], map: MapOf, iso2: string, bounds: MapBounds): CountryGeometry {
  const cut = withoutOthers(cutWorld(world, bounds, COUNTRY_WIDTH), new Set(map.countries));
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

export function countryMaps(worlds: Worlds, map: MapOf): Record<string, CountryGeometry> {
  const drawn = map.countries.map((iso2) => {
    const own = worlds.coarse.filter(({ owner }) => owner === iso2);
    const bounds = COUNTRY_FRAMES[iso2] ?? frameAround(own, map.bounds);
    const world = bounds.east - bounds.west < FINE_BELOW ? worlds.fine() : worlds.coarse;
    return [iso2, countryMap(world, map, iso2, bounds)] as const;
  });
  return Object.fromEntries(drawn);
}

/** Small islands vanish from the small map, so markers stand where the large one has them. */
export function withDots(small: RegionGeometry, large: RegionGeometry): RegionGeometry {
  const scale = small.width / large.width;
  const countries = Object.entries(small.countries).map(([iso2, shape]) => {
    const place = large.countries[iso2];
    if (!place?.marker) return [iso2, shape] as const;
    const marker: [number, number] = [Math.round(place.x * scale), Math.round(place.y * scale)];
    return [iso2, { ...shape, marker }] as const;
  });
  return { ...small, countries: Object.fromEntries(countries) };
}
