/** Where the markers of the smallest countries stand, so that none hides another or a country's mark. */
import type { MapPoint } from "shared/regions/projection.ts";
import type { CountryShape, RegionGeometry } from "./geometry.ts";

/** Narrower and lower than this many units, a country is neither seen nor hit. */
const TOO_SMALL = 24;
/** Two discs of 24 units with a gap between them. */
const APART = 54;
/** From a disc's middle to the mark of a larger country. */
const FROM_MARK = 48;
/** From a disc's middle to the place of another small country. */
const FROM_PLACE = 30;
/** From a disc's middle to the edge of the map. */
const FROM_EDGE = 30;
const DISTANCES = [56, 80, 110, 145, 185, 230, 280];
const DIRECTIONS = 16;

const distance = (a: MapPoint, b: MapPoint) => Math.hypot(a.x - b.x, a.y - b.y);

/** Width and height of a path of relative moves. */
function sizeOf(d: string): { width: number; height: number } {
  let [x, y, left, top, right, bottom] = [0, 0, Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of d.split("z")) {
    let start: MapPoint | null = null;
    for (const [, dx, dy] of ring.matchAll(/(-?\d+)\s?(-?\d+)/g)) {
      [x, y] = [x + Number(dx), y + Number(dy)];
      start ??= { x, y };
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    if (start) ({ x, y } = start);
  }
  return { width: right - left, height: bottom - top };
}

function around(place: MapPoint, far: number): MapPoint[] {
  return Array.from({ length: DIRECTIONS }, (_, index) => {
    const angle = (index * 2 * Math.PI) / DIRECTIONS;
    return { x: Math.round(place.x + far * Math.cos(angle)), y: Math.round(place.y + far * Math.sin(angle)) };
  });
}

interface Crowd {
  placed: MapPoint[];
  marks: MapPoint[];
  /** Places of the other small countries. */
  places: MapPoint[];
  map: { width: number; height: number };
}

function fits(point: MapPoint, { placed, marks, places, map }: Crowd): boolean {
  const inside = (at: number, size: number) => at >= FROM_EDGE && at <= size - FROM_EDGE;
  return (
    inside(point.x, map.width) &&
    inside(point.y, map.height) &&
    placed.every((other) => distance(point, other) >= APART) &&
    marks.every((other) => distance(point, other) >= FROM_MARK) &&
    places.every((other) => distance(point, other) >= FROM_PLACE)
  );
}

/** On the country itself where that is free, else the nearest free place, there the one with most room around. */
function markerOf(place: MapPoint, crowd: Crowd): MapPoint {
  if (fits(place, crowd)) return place;
  const others = [...crowd.placed, ...crowd.places, ...crowd.marks];
  const room = (point: MapPoint) => Math.min(...others.map((other) => distance(point, other)));
  for (const far of DISTANCES) {
    const free = around(place, far).filter((point) => fits(point, crowd));
    const [best] = free.sort((a, b) => room(b) - room(a));
    if (best) return best;
  }
  return place;
}

const isSmall = ({ d }: CountryShape) => {
  const { width, height } = sizeOf(d);
  return width < TOO_SMALL && height < TOO_SMALL;
};

/** The map with a marker for each country that is too small to be seen or hit. */
export function withPlacedMarkers(map: RegionGeometry): RegionGeometry {
  const all = Object.entries(map.countries);
  const small = all.filter(([, shape]) => isSmall(shape));
  const marks = all.filter(([, shape]) => !isSmall(shape)).map(([, shape]) => shape);
  const placed: MapPoint[] = [];
  const countries = { ...map.countries };
  // From the north to the south, so that a chain of islands fans out in its own order.
  for (const [iso2, shape] of small.toSorted(([, a], [, b]) => a.y - b.y)) {
    const places = small.filter(([other]) => other !== iso2).map(([, other]) => other);
    const at = markerOf(shape, { placed, marks, places, map });
    placed.push(at);
    countries[iso2] = { ...shape, marker: [at.x, at.y] };
  }
  return { ...map, countries };
}
