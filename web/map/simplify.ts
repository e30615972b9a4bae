/** Fewer points, same borders: rings are simplified as one topology until their paths fit a budget of bytes. */
import { brotliCompressSync, constants } from "node:zlib";
import type { MultiPolygon } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { Ring } from "./planar.ts";
import { ringArea } from "./rings.ts";

/** A ring as relative SVG commands from `from`; signs separate numbers where they can. */
function ringPath(ring: Ring, [fromX, fromY]: Ring[number]): string {
  let [px, py] = [fromX, fromY];
  const numbers = ring.slice(0, -1).flatMap(([x, y]) => {
    const step = [x - px, y - py];
    [px, py] = [x, y];
    return step;
  });
  return `m${numbers.join(" ").replaceAll(" -", "-")}z`;
}

/** All rings as one path's `d`. */
export function pathOf(rings: Ring[]): string {
  let from: Ring[number] = [0, 0];
  return rings
    .map((ring) => {
      const path = ringPath(ring, from);
      from = ring[0] ?? from;
      return path;
    })
    .join("");
}

/** Brotli bytes of all paths together, at the quality that pages made on request are sent with. */
function weigh(paths: string[]): number {
  return brotliCompressSync(paths.join("\n"), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

const asPolygons = (rings: Ring[]): MultiPolygon => ({
  type: "MultiPolygon",
  coordinates: rings.map((ring) => [ring]),
});

/** Rings of at least `minArea`, and an owner's largest one however small it is. */
function visible(rings: Ring[], minArea: number): Ring[] {
  const sized = rings.map((ring) => ({ ring, area: ringArea(ring) })).sort((a, b) => b.area - a.area);
  return sized.filter(({ area }, i) => (i === 0 && area > 0) || area >= minArea).map(({ ring }) => ring);
}

/**
 * Simplifies until the paths weigh at most `budget` brotli bytes. Islands below `minArea` square units go first;
 * it grows with the tolerance so that coasts and islands lose detail together.
 */
export function fitBudget(owners: Map<string, Ring[]>, budget: number, minArea: number): Map<string, Ring[]> {
  const objects = Object.fromEntries([...owners].map(([owner, rings]) => [owner, asPolygons(rings)]));
  const weighted = presimplify(topology(objects));
  for (let tolerance = 0.5; ; tolerance *= 1.35) {
    const simple = simplify(weighted, tolerance);
    const fitted = new Map(
      [...owners.keys()].map((owner) => {
        const object = simple.objects[owner];
        const polygons = object ? feature(simple, object).geometry.coordinates : [];
        const rings = polygons.flat().filter((ring) => ring.length >= 4) as Ring[];
        return [owner, visible(rings, Math.max(minArea, tolerance * 2))] as const;
      }),
    );
    if (weigh([...fitted.values()].map(pathOf)) <= budget) return fitted;
  }
}
