/** Where places stand on the regions' maps: the Mercator projection in closed form, and its parameters. */

/** A map's edges in decimal degrees; where it crosses the date line, west is greater than east (RFC 7946, section 5.2). */
export interface MapBounds {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** x = scale · λ + x0 and y = y0 − scale · ln tan(π/4 + φ/2), with angles in radians. */
export interface MapProjection {
  scale: number;
  x0: number;
  y0: number;
}

export interface MapPoint {
  x: number;
  y: number;
}

/** Width of every region's map in its own units; heights follow from the bounds. */
export const MAP_WIDTH = 1600;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The eastern edge, counted on beyond 180° where the map crosses the date line. */
export const eastOf = ({ west, east }: MapBounds) => (east < west ? east + 360 : east);

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));

/** The projection that lays `bounds` onto a map `width` units wide, its north-west corner at 0, 0. */
export function projectionFor(bounds: MapBounds, width: number): MapProjection {
  const scale = width / radians(eastOf(bounds) - bounds.west);
  return { scale, x0: -scale * radians(bounds.west), y0: scale * mercator(bounds.north) };
}

/** Height in units of a map of `bounds` that is `width` units wide. */
export function mapHeight(bounds: MapBounds, width: number): number {
  return Math.round(project(projectionFor(bounds, width), bounds.south, bounds.west).y);
}

/** Decimal degrees to map units; what lies more than half the earth west of the map lies east of it. */
export function project({ scale, x0, y0 }: MapProjection, lat: number, lon: number): MapPoint {
  const x = scale * radians(lon) + x0;
  return { x: x < -scale * Math.PI ? x + scale * 2 * Math.PI : x, y: y0 - scale * mercator(lat) };
}

/** Decimal degrees to units of a region's own map, rounded as its paths are. */
export function projectInRegion(projection: MapProjection, lat: number, lon: number): MapPoint {
  const { x, y } = project(projection, lat, lon);
  return { x: Math.round(x), y: Math.round(y) };
}
