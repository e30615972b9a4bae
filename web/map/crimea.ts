/** Crimea with Ukraine, as the United Nations maps it: the part of Natural Earth's shape is given to the other country. */
import type { Position } from "geojson";
import { feature } from "topojson-client";
import type { TopoGeometry, Topology } from "topojson-server";
import { CRIMEA } from "./countries.ts";

const isCrimea = (ring: Position[]) =>
  ring.every(
    ([lon = 0, lat = 0]) =>
      lon > CRIMEA.west && lon < CRIMEA.east && lat > CRIMEA.south && lat < CRIMEA.north,
  );

/** The same shapes, that part in another one. */
export function withCrimea(atlas: Topology, shapes: readonly TopoGeometry[]): TopoGeometry[] {
  return shapes.flatMap((shape) => {
    if (shape.id !== CRIMEA.of || !Array.isArray(shape.arcs)) return [shape];
    const { coordinates } = feature(atlas, shape).geometry;
    const parts = Map.groupBy(shape.arcs, (_arcs, index) => isCrimea(coordinates[index]?.[0] ?? []));
    return [
      { ...shape, arcs: parts.get(false) ?? [] },
      { ...shape, id: CRIMEA.to, arcs: parts.get(true) ?? [] },
    ];
  });
}
