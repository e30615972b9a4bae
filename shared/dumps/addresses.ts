/** Which files hold all the data, and where: the one list that the about page and the routes use. */

export const dumpNames = ["organisations", "countries", "reviews", "events", "news", "resources"] as const;
export type DumpName = (typeof dumpNames)[number];
export type DumpFormat = "csv" | "json" | "geojson";

/** Only organisations stand at a place of their own: the city that they publish. */
export function formatsOf(dump: DumpName): readonly DumpFormat[] {
  return dump === "organisations" ? ["csv", "json", "geojson"] : ["csv", "json"];
}

export function dumpAddress(dump: DumpName, format: DumpFormat): string {
  return `/data/${dump}.${format}`;
}

export const DATA_LICENCE = "https://creativecommons.org/licenses/by/4.0/";
export const SOFTWARE_LICENCE = "https://www.gnu.org/licenses/agpl-3.0.html";
