/** Which Natural Earth shapes make up each region, and where the smallest countries get their marker. */
import type { MapBounds } from "shared/regions/projection.ts";
import { iso2OfNumber } from "shared/regions/world.ts";

export interface MapOf {
  /** Alpha-2 codes of all countries on it. */
  countries: readonly string[];
  bounds: MapBounds;
}

/**
 * The regions that the first migration brings, drawn when the pages are built; others are drawn when they are saved. The
 * edges are chosen so that every country with its islands lies inside.
 */
export const BUILT_REGIONS: Readonly<Record<string, MapOf>> = {
  africa: {
    countries:
      `DZ AO BJ BW BF BI CM CV CF TD KM CI CD DJ EG GQ ER ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE
      NG CG RW SN SC SL SO ZA SS SD SZ ST TZ TG TN UG ZM ZW`.split(/\s+/),
    bounds: { west: -27.3, east: 60.3, south: -36.2, north: 38.3 },
  },
  "south-east-europe": {
    countries: "AL BA BG HR MD ME MK RO RS GR SI TR XK".split(" "),
    bounds: { west: 12.6, east: 45.4, south: 34.3, north: 49.1 },
  },
  "south-east-asia": {
    countries: "BN KH ID LA MY MM PH SG TH TL VN".split(" "),
    bounds: { west: 91.4, east: 141.8, south: -11.8, north: 29.2 },
  },
};

/** Shapes without a numeric code, or drawn with another country, by Natural Earth's name. */
const BY_NAME: Record<string, string> = {
  Kosovo: "XK",
  Somaliland: "SO",
  "N. Cyprus": "CY",
  "Cyprus U.N. Buffer Zone": "CY",
};

/** Western Sahara: a non-self-governing territory (United Nations list), so a shape of its own without data. */
export const NO_DATA_SHAPES: ReadonlySet<string> = new Set(["732"]);

/** Latitude of its border with Morocco. Natural Earth draws the line of control farther east; United Nations maps show the whole. */
export const WESTERN_SAHARA_NORTH = 27.667;

/**
 * Crimea: drawn with the Russian Federation by Natural Earth, with Ukraine by the United Nations (General Assembly resolution
 * 68/262). A part of the one that lies within these edges is the other's.
 */
export const CRIMEA = { of: "643", to: "804", west: 32, east: 37, south: 44, north: 46.5 } as const;

/** Too small for the coarser shapes, and so taken from the finer ones. */
export const ONLY_FINE: ReadonlySet<string> = new Set(["GI", "TV"]);

/** The alpha-2 code of a Natural Earth shape, or undefined when it is on no list of countries. */
export function countryOfShape(shape: { id?: string; properties?: { name?: string } }): string | undefined {
  return shape.id ? iso2OfNumber(shape.id) : BY_NAME[shape.properties?.name ?? ""];
}

/**
 * Markers of countries too small to see or to hit on the built maps, as a shift in region map units from their own place;
 * 0, 0 stands on the country itself, anything else is joined to it by a line.
 */
export const MARKERS: Record<string, readonly [dx: number, dy: number]> = {
  CV: [0, 0],
  KM: [0, 0],
  MU: [0, 0],
  SC: [0, 0],
  ST: [-46, 26],
  GM: [-88, -6],
  GQ: [-70, -24],
  DJ: [52, -34],
  LS: [74, 92],
  SZ: [86, 24],
  BN: [0, -58],
  SG: [14, 56],
  TL: [12, 72],
};

/** Frames of country maps where far-off islands, or land not counted to it, would leave the main part too small. */
export const COUNTRY_FRAMES: Record<string, MapBounds> = {
  MA: { west: -14.5, east: 0.3, south: 26.8, north: 36.9 },
  SC: { west: 55.15, east: 56.05, south: -4.9, north: -4.2 },
  MU: { west: 57.2, east: 57.9, south: -20.6, north: -19.9 },
};
