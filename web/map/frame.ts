/** The frame of a country's own map: its main parts with air around them, neither too flat nor too tall. */
import { eastOf, type MapBounds, mapHeight } from "shared/regions/projection.ts";
import { onMap, type WorldPolygon } from "./planar.ts";

/** Air on each side, as a share of the country's own extent. */
const AIR = 0.16;
/** Heights for a width of 1: a map beside text should be neither a ribbon nor a column. */
const FLATTEST = 0.7;
const TALLEST = 1.15;
/** Parts smaller than this share of the largest one do not widen the frame. */
const MINOR_PART = 0.02;

const extent = ({ west, east, south, north }: MapBounds) => (east - west) * (north - south);

const inside = (part: MapBounds, frame: MapBounds) =>
  part.west >= frame.west &&
  part.east <= eastOf(frame) &&
  part.south >= frame.south &&
  part.north <= frame.north;

function widen(bounds: MapBounds, byLon: number, byLat: number): MapBounds {
  return {
    west: bounds.west - byLon,
    east: bounds.east + byLon,
    south: bounds.south - byLat,
    north: bounds.north + byLat,
  };
}

/** The frame around a country's polygons that lie in its region. */
export function frameAround(polygons: WorldPolygon[], region: MapBounds): MapBounds {
  const all = polygons.flatMap(({ bounds }) => onMap(bounds, region) ?? []);
  const whole = all.filter((part) => inside(part, region));
  const parts = whole.length > 0 ? whole : all;
  const largest = Math.max(...parts.map(extent));
  const main = parts.filter((part) => extent(part) >= largest * MINOR_PART);
  const around: MapBounds = {
    west: Math.min(...main.map(({ west }) => west)),
    east: Math.max(...main.map(({ east }) => east)),
    south: Math.min(...main.map(({ south }) => south)),
    north: Math.max(...main.map(({ north }) => north)),
  };
  const [lon, lat] = [around.east - around.west, around.north - around.south];
  const aired = widen(around, lon * AIR, lat * AIR);
  const shape = mapHeight(aired, 1000) / 1000;
  if (shape < FLATTEST) return widen(aired, 0, ((lat * (1 + 2 * AIR)) / 2) * (FLATTEST / shape - 1));
  if (shape > TALLEST) return widen(aired, ((lon * (1 + 2 * AIR)) / 2) * (shape / TALLEST - 1), 0);
  return aired;
}
