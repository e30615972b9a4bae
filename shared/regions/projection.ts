/** Where places stand on the regions' maps: bounds, the Mercator projection in closed form, and its parameters. */

/** A map's edges in decimal degrees. */
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

/** Edges of the regions' maps, chosen so that every country with its islands lies inside. */
export const REGION_BOUNDS = {
  africa: { west: -27.3, east: 60.3, south: -36.2, north: 38.3 },
  "south-east-europe": { west: 12.6, east: 45.4, south: 34.3, north: 49.1 },
  "south-east-asia": { west: 91.4, east: 141.8, south: -11.8, north: 29.2 },
} as const satisfies Record<string, MapBounds>;

export type MapRegion = keyof typeof REGION_BOUNDS;

/** Whether a map has been drawn for the region: a region added as a row has none at first. */
export function isMapRegion(slug: string): slug is MapRegion {
  return Object.hasOwn(REGION_BOUNDS, slug);
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));

/** The projection that lays `bounds` onto a map `width` units wide, its north-west corner at 0, 0. */
export function projectionFor(bounds: MapBounds, width: number): MapProjection {
  const scale = width / radians(bounds.east - bounds.west);
  return { scale, x0: -scale * radians(bounds.west), y0: scale * mercator(bounds.north) };
}

/** Height in units of a map of `bounds` that is `width` units wide. */
export function mapHeight(bounds: MapBounds, width: number): number {
  return Math.round(project(projectionFor(bounds, width), bounds.south, bounds.west).y);
}

/** Decimal degrees to map units. */
export function project(projection: MapProjection, lat: number, lon: number): MapPoint {
  return {
    x: projection.scale * radians(lon) + projection.x0,
    y: projection.y0 - projection.scale * mercator(lat),
  };
}

/** Decimal degrees to units of the region's own map, rounded as its paths are. */
export function projectInRegion(region: MapRegion, lat: number, lon: number): MapPoint {
  const { x, y } = project(projectionFor(REGION_BOUNDS[region], MAP_WIDTH), lat, lon);
  return { x: Math.round(x), y: Math.round(y) };
}
