/** Which Natural Earth shapes make up each region, and where the smallest countries get their marker. */
import type { MapBounds, MapRegion } from "shared/regions/projection.ts";

/** ISO 3166-1: alpha-2 code and the numeric code by which Natural Earth knows the country, in pairs. */
const CODES: Record<MapRegion, string> = {
  africa: `DZ 012 AO 024 BJ 204 BW 072 BF 854 BI 108 CM 120 CV 132 CF 140 TD 148 KM 174 CI 384 CD 180 DJ 262
    EG 818 GQ 226 ER 232 ET 231 GA 266 GM 270 GH 288 GN 324 GW 624 KE 404 LS 426 LR 430 LY 434 MG 450 MW 454
    ML 466 MR 478 MU 480 MA 504 MZ 508 NA 516 NE 562 NG 566 CG 178 RW 646 SN 686 SC 690 SL 694 SO 706 ZA 710
    SS 728 SD 729 SZ 748 ST 678 TZ 834 TG 768 TN 788 UG 800 ZM 894 ZW 716`,
  "south-east-europe": "AL 008 BA 070 BG 100 HR 191 MD 498 ME 499 MK 807 RO 642 RS 688 GR 300 SI 705 TR 792",
  "south-east-asia": "BN 096 KH 116 ID 360 LA 418 MY 458 MM 104 PH 608 SG 702 TH 764 TL 626 VN 704",
};

/** Shapes without a numeric code, or drawn with another country, by Natural Earth's name. */
const BY_NAME: Record<string, string> = { Kosovo: "XK", Somaliland: "SO" };

/** Western Sahara: a non-self-governing territory (United Nations list), so a shape of its own without data. */
export const NO_DATA_SHAPES: ReadonlySet<string> = new Set(["732"]);

/** Latitude of its border with Morocco. Natural Earth draws the line of control farther east; United Nations maps show the whole. */
export const WESTERN_SAHARA_NORTH = 27.667;

/** Every country on a region's map, as alpha-2 codes. */
export function countriesOf(region: MapRegion): string[] {
  const listed = CODES[region].split(/\s+/).filter((word) => /^[A-Z]{2}$/.test(word));
  return region === "south-east-europe" ? [...listed, "XK"] : listed;
}

const alpha2ByNumeric = new Map(
  Object.values(CODES).flatMap((pairs) =>
    [...pairs.matchAll(/([A-Z]{2})\s+(\d{3})/g)].map(
      ([, alpha2 = "", numeric = ""]) => [numeric, alpha2] as const,
    ),
  ),
);

/** The alpha-2 code of a Natural Earth shape, or undefined when it is only the land around our regions. */
export function countryOfShape(shape: { id?: string; properties?: { name?: string } }): string | undefined {
  return shape.id ? alpha2ByNumeric.get(shape.id) : BY_NAME[shape.properties?.name ?? ""];
}

/**
 * Markers of countries too small to see or to hit, as a shift in region map units from their own place;
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
