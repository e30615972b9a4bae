/** From Natural Earth's spherical shapes to rings of whole-number map units, cut to a frame. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoMercator, geoStream } from "d3-geo";
import type { MultiPolygon, Position } from "geojson";
import type { MapBounds, MapPoint, MapProjection } from "shared/regions/projection.ts";
import { eastOf, mapHeight, project, projectionFor } from "shared/regions/projection.ts";
import { merge } from "topojson-client";
import { type TopoGeometry, type Topology, topology } from "topojson-server";
import { countryOfShape, NO_DATA_SHAPES, WESTERN_SAHARA_NORTH } from "./countries.ts";
import { withCrimea } from "./crimea.ts";

/** A closed ring in map units: the last point repeats the first. */
export type Ring = [x: number, y: number][];

/** One polygon of the world with who it belongs to; `land` is everything outside our regions. */
export interface WorldPolygon {
  owner: string;
  polygon: MultiPolygon;
  bounds: MapBounds;
}

/** Owner of all land outside our regions. */
export const LAND = "land";
/** Owner of the shapes that are drawn without data. */
export const NO_DATA = "no-data";

/** Morocco's shape is cut (see `cutWorld`), also where it is only land. */
const CUT = "MA";

function ownerOf(shape: TopoGeometry, known: ReadonlySet<string>): string {
  if (shape.id && NO_DATA_SHAPES.has(shape.id)) return NO_DATA;
  const country = countryOfShape(shape);
  return country !== undefined && (known.has(country) || country === CUT) ? country : LAND;
}

/** Edges of an outer ring; one that crosses the date line is counted on beyond 180°. */
function boundsOf(ring: Position[]): MapBounds {
  const bounds = { west: Infinity, east: -Infinity, south: 90, north: -90 };
  let turned = 0;
  let before: number | null = null;
  for (const [lon = 0, lat = 0] of ring) {
    if (before !== null && lon - before > 180) turned -= 360;
    if (before !== null && lon - before < -180) turned += 360;
    before = lon;
    bounds.west = Math.min(bounds.west, lon + turned);
    bounds.east = Math.max(bounds.east, lon + turned);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
}

/**
 * The world at a scale ("50m" or "10m"), polygon by polygon. Each owner's parts are merged so that no inner border is left;
 * all that is not of a `known` country is land.
 */
export function readWorld(scale: "50m" | "10m", known: ReadonlySet<string>): WorldPolygon[] {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const atlas = JSON.parse(readFileSync(file, "utf8")) as Topology;
  const shapes = withCrimea(atlas, atlas.objects.countries?.geometries ?? []);
  const owners = Map.groupBy(shapes, (shape) => ownerOf(shape, known));
  return [...owners].flatMap(([owner, shapes]) =>
    merge(atlas, shapes).coordinates.map((coordinates) => {
      const polygon: MultiPolygon = { type: "MultiPolygon", coordinates: [coordinates] };
      return { owner, polygon, bounds: boundsOf(coordinates[0] ?? []) };
    }),
  );
}

/** The part, counted the turn farther at which it is on the map; null where it is not. */
export function onMap(part: MapBounds, map: MapBounds): MapBounds | null {
  for (const turn of [0, 360, -360]) {
    const turned = { ...part, west: part.west + turn, east: part.east + turn };
    if (turned.west <= eastOf(map) && turned.east >= map.west) {
      return part.south <= map.north && part.north >= map.south ? turned : null;
    }
  }
  return null;
}

const extent = ({ west, east, south, north }: MapBounds) => (east - west) * (north - south);

/** A country's parts on the map, the largest first. */
export function partsOf(world: WorldPolygon[], iso2: string): MapBounds[] {
  return world
    .filter(({ owner }) => owner === iso2)
    .map(({ bounds }) => bounds)
    .sort((a, b) => extent(b) - extent(a));
}

/** The middle of a country's largest part in map units; null for a country without a shape. */
export function placeOf(world: WorldPolygon[], iso2: string, projection: MapProjection): MapPoint | null {
  const [part] = partsOf(world, iso2);
  return part ? project(projection, (part.south + part.north) / 2, (part.west + part.east) / 2) : null;
}

/** Rows of the map, from the top, that a clip keeps. */
type Rows = [top: number, bottom: number];

function ringsOf(polygon: MultiPolygon, bounds: MapBounds, width: number, rows: Rows): Ring[] {
  const { scale, x0, y0 } = projectionFor(bounds, width);
  const rings: Ring[] = [];
  let ring: Ring = [];
  const sink = {
    point(x: number, y: number) {
      const point: Ring[number] = [Math.round(x), Math.round(y)];
      const last = ring.at(-1);
      if (last?.[0] !== point[0] || last[1] !== point[1]) ring.push(point);
    },
    lineStart() {
      ring = [];
    },
    lineEnd() {
      const [first] = ring;
      const last = ring.at(-1);
      if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
      if (ring.length >= 4) rings.push(ring);
    },
    polygonStart() {},
    polygonEnd() {},
  };
  const frame: [Rows, Rows] = [
    [0, rows[0]],
    [width, rows[1]],
  ];
  // Resampling would add other points to the two sides of one border, and it would no longer be shared.
  // A map beyond the date line is turned, so that the cut of the world is not within it.
  const turn = eastOf(bounds) > 180 ? 180 : 0;
  const projection = geoMercator()
    .rotate([-turn, 0])
    .scale(scale)
    .translate([x0 + (scale * turn * Math.PI) / 180, y0])
    .precision(0)
    .clipExtent(frame);
  geoStream(polygon, projection.stream(sink));
  return rings;
}

/** One outline from parts that share borders. */
function joined(rings: Ring[]): Ring[] {
  const parts = topology({ all: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) } });
  const { all } = parts.objects;
  return all ? (merge(parts, [all]).coordinates.flat() as Ring[]) : [];
}

/** Every owner's rings inside `bounds`, on a map `width` units wide. */
export function cutWorld(world: WorldPolygon[], bounds: MapBounds, width: number): Map<string, Ring[]> {
  const owners = new Map<string, Ring[]>();
  const add = (owner: string, rings: Ring[]) => {
    if (rings.length > 0) owners.set(owner, [...(owners.get(owner) ?? []), ...rings]);
  };
  const height = mapHeight(bounds, width);
  const border = Math.round(project(projectionFor(bounds, width), WESTERN_SAHARA_NORTH, 0).y);
  const row = Math.min(height, Math.max(0, border));
  for (const { owner, polygon, bounds: own } of world) {
    if (!onMap(own, bounds)) continue;
    const split = owner === CUT && own.south < WESTERN_SAHARA_NORTH;
    if (!split || row > 0) add(owner, ringsOf(polygon, bounds, width, [0, split ? row : height]));
    if (split && row < height) add(NO_DATA, ringsOf(polygon, bounds, width, [row, height]));
  }
  const apart = owners.get(NO_DATA);
  if (apart) owners.set(NO_DATA, joined(apart));
  return owners;
}
