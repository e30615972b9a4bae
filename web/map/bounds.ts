/** The edges of a region's map, suggested from its countries' shapes. */
import { eastOf, type MapBounds } from "shared/regions/projection.ts";
import { onMap, partsOf, type WorldPolygon } from "./planar.ts";

/** Parts of a country smaller than this share of its largest one do not widen the map. */
const MINOR_PART = 0.02;
/** Air on each side, as a share of the whole. */
const AIR = 0.02;
/** Beyond these latitudes the projection draws everything out of shape. */
const FARTHEST = { north: 84, south: -60 };

const extent = ({ west, east, south, north }: MapBounds) => (east - west) * (north - south);
/** To a tenth of a degree, about ten kilometres. */
const out = (value: number, up: boolean) => (up ? Math.ceil(value * 10) : Math.floor(value * 10)) / 10;
const turned = (lon: number) => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);
const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function mainParts(world: WorldPolygon[], iso2: string): MapBounds[] {
  const parts = partsOf(world, iso2);
  const [largest] = parts;
  return largest ? parts.filter((part) => extent(part) >= extent(largest) * MINOR_PART) : [];
}

/** The narrowest span of longitudes that holds all parts: what lies in the widest gap between them is left out. */
function spanOf(parts: readonly MapBounds[]): { west: number; width: number } {
  const sorted = parts
    .map(({ west, east }) => ({ west: turned(west), width: east - west }))
    .sort((a, b) => a.west - b.west);
  let best = { west: -180, width: 360 };
  for (const [index, { west }] of sorted.entries()) {
    const ends = sorted.map((part, other) => part.west + part.width + (other < index ? 360 : 0));
    const width = Math.max(...ends) - west;
    if (width < best.width) best = { west, width };
  }
  return best;
}

/** Null where none of the countries has a shape. */
export function suggestedBounds(world: WorldPolygon[], countries: readonly string[]): MapBounds | null {
  const parts = countries.flatMap((iso2) => mainParts(world, iso2));
  if (parts.length === 0) return null;
  const { west, width } = spanOf(parts);
  const south = Math.min(...parts.map((part) => part.south));
  const north = Math.max(...parts.map((part) => part.north));
  const byLon = Math.max(0.5, width * AIR);
  const byLat = Math.max(0.5, (north - south) * AIR);
  const whole = width + 2 * byLon >= 360;
  return {
    west: whole ? -180 : turned(out(west - byLon, false)),
    east: whole ? 180 : turned(out(west + width + byLon, true)),
    south: within(out(south - byLat, false), FARTHEST.south, FARTHEST.north),
    north: within(out(north + byLat, true), FARTHEST.south, FARTHEST.north),
  };
}

/** The countries of which the map would show nothing of their largest part. */
export function leftOut(world: WorldPolygon[], countries: readonly string[], map: MapBounds): string[] {
  return countries.filter((iso2) => {
    const [largest] = partsOf(world, iso2);
    if (!largest) return true;
    const there = onMap(largest, map);
    if (!there) return true;
    const lon = (there.west + there.east) / 2;
    const lat = (there.south + there.north) / 2;
    return lon < map.west || lon > eastOf(map) || lat < map.south || lat > map.north;
  });
}
