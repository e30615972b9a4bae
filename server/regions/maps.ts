/** The shapes of all maps: the built ones, and in their place or beside them those that were drawn when a region was saved. */
import type { Database } from "db/connect.ts";
import { keptMaps } from "db/regions/queries.ts";
import { builtGeometry, type Geometry, type RegionMaps } from "web/render";

export async function drawnMaps(db: Database): Promise<Geometry> {
  const kept = await keptMaps<RegionMaps>(db.queries);
  if (kept.length === 0) return builtGeometry;
  const geometry: Geometry = {
    regions: { ...builtGeometry.regions },
    small: { ...builtGeometry.small },
    countries: { ...builtGeometry.countries },
  };
  for (const { region, maps } of kept) {
    geometry.regions[region] = maps.region;
    geometry.small[region] = maps.small;
    Object.assign(geometry.countries, maps.countries);
  }
  return geometry;
}
