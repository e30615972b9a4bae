/** Draws a region by its countries: a process of its own, which gives its memory back when it ends. */
import type { MapBounds } from "shared/regions/projection.ts";
import { leftOut, suggestedBounds } from "./bounds.ts";
import type { Drawing, Drawn } from "./geometry.ts";
import { withPlacedMarkers } from "./markers.ts";
import { countryMaps, regionMap, type Worlds, withDots, worldsFor } from "./regionMaps.ts";

function draw({ countries, bounds: given, whole }: Drawing): Drawn {
  const worlds = worldsFor(countries);
  const bounds = given ?? suggestedBounds(worlds.coarse, countries);
  if (!bounds) return { bounds: null, leftOut: [...countries], maps: null };
  const outside = leftOut(worlds.coarse, countries, bounds);
  if (outside.length > 0) return { bounds, leftOut: outside, maps: null };
  return { bounds, leftOut: [], maps: mapsOf(worlds, { countries, bounds }, whole) };
}

function mapsOf(worlds: Worlds, map: { countries: readonly string[]; bounds: MapBounds }, whole: boolean) {
  const region = withPlacedMarkers(regionMap(worlds, map, "region"));
  if (!whole) return { region, small: region, countries: {} };
  const small = withDots(regionMap(worlds, map, "small"), region);
  return { region, small, countries: countryMaps(worlds, map) };
}

/** A `Drawing` comes as its one message, and a `Drawn` goes back. */
process.once("message", (drawing) => {
  process.send?.(draw(drawing as Drawing), undefined, undefined, () => process.disconnect?.());
});
