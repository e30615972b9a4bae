/** The maps' shapes: what they are made of, and those that `build.ts` made. */
import { readFileSync } from "node:fs";
import type { MapBounds, MapProjection } from "shared/regions/projection.ts";

export interface CountryShape {
  /** SVG path data. */
  d: string;
  /** Where a label fits best, and the units of room around it. */
  x: number;
  y: number;
  room: number;
  /** Only of countries too small to see: where their marker stands. */
  marker?: [x: number, y: number];
}

interface Frame {
  width: number;
  height: number;
  /** The land around, one path. */
  land: string;
  /** Territories drawn without data and without a link. */
  noData: string;
}

/** A region's map; `countries` by alpha-2 code. */
export interface RegionGeometry extends Frame {
  projection: MapProjection;
  countries: Record<string, CountryShape>;
}

/** One country with its surroundings, on a map of its own. */
export interface CountryGeometry extends Frame {
  projection: MapProjection;
  d: string;
  /** The region's other countries in this frame, by alpha-2 code. */
  neighbours: Record<string, CountryShape>;
}

/** Regions by slug, countries by alpha-2 code; one that has not been drawn is absent. */
export interface Geometry {
  regions: Record<string, RegionGeometry>;
  /** The same regions drawn small, for the home page. */
  small: Record<string, RegionGeometry>;
  countries: Record<string, CountryGeometry>;
}

/** What `draw.ts` is asked for. */
export interface Drawing {
  /** Alpha-2 codes. */
  countries: readonly string[];
  /** Null: as the countries' shapes suggest. */
  bounds: MapBounds | null;
  /** With the small map and each country's own; false: only the region's, for a first look. */
  whole: boolean;
}

/** What it answers: the maps, or the countries that would not be on them. */
export interface Drawn {
  bounds: MapBounds | null;
  leftOut: string[];
  maps: RegionMaps | null;
}

export interface RegionMaps {
  region: RegionGeometry;
  small: RegionGeometry;
  countries: Record<string, CountryGeometry>;
}

/**
 * Seen from `dist/server`, where this is compiled to. Not part of the source: V8 would keep half a megabyte of text for
 * as long as the process lives.
 */
export const builtGeometry: Geometry = JSON.parse(
  readFileSync(new URL("../maps/geometry.json", import.meta.url), "utf8"),
);
