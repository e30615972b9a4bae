/** The maps' shapes as made by `build.ts`, and how to ask for one of them. */
import { readFileSync } from "node:fs";
import type { MapProjection, MapRegion } from "shared/regions/projection.ts";

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
  countries: Record<string, CountryShape>;
}

/** One country with its surroundings, on a map of its own. */
export interface CountryGeometry extends Frame {
  projection: MapProjection;
  d: string;
  /** The region's other countries in this frame, by alpha-2 code. */
  neighbours: Record<string, CountryShape>;
}

export interface Geometry {
  regions: Record<MapRegion, RegionGeometry>;
  /** The same regions drawn small, for the home page. */
  small: Record<MapRegion, RegionGeometry>;
  countries: Record<string, CountryGeometry>;
}

/**
 * Seen from `dist/server`, where this is compiled to. Not part of the source: V8 would keep half a megabyte of text for
 * as long as the process lives.
 */
const geometry: Geometry = JSON.parse(
  readFileSync(new URL("../maps/geometry.json", import.meta.url), "utf8"),
);

export const regionGeometry = (region: MapRegion): RegionGeometry => geometry.regions[region];

export const smallGeometry = (region: MapRegion): RegionGeometry => geometry.small[region];

/** The country's own map, or undefined for a code that is on no region's map. */
export const countryGeometry = (iso2: string): CountryGeometry | undefined => geometry.countries[iso2];
