/** Names of time zones as calendar programs write them, as IANA calls them. */
import type ICAL from "ical.js";
import { zoneOf } from "shared/events/zones.ts";

/** As Windows calls them, for the regions and those they meet with (CLDR, supplemental/windowsZones). */
const windowsZones: Record<string, string> = {
  "Dateline Standard Time": "Etc/GMT+12",
  "Eastern Standard Time": "America/New_York",
  "Central Standard Time": "America/Chicago",
  "Mountain Standard Time": "America/Denver",
  "Pacific Standard Time": "America/Los_Angeles",
  "SA Pacific Standard Time": "America/Bogota",
  "SA Western Standard Time": "America/La_Paz",
  "E. South America Standard Time": "America/Sao_Paulo",
  "Argentina Standard Time": "America/Buenos_Aires",
  "Cape Verde Standard Time": "Atlantic/Cape_Verde",
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "Sao Tome Standard Time": "Africa/Sao_Tome",
  "Morocco Standard Time": "Africa/Casablanca",
  "W. Europe Standard Time": "Europe/Berlin",
  "Central Europe Standard Time": "Europe/Budapest",
  "Romance Standard Time": "Europe/Paris",
  "Central European Standard Time": "Europe/Warsaw",
  "W. Central Africa Standard Time": "Africa/Lagos",
  "GTB Standard Time": "Europe/Bucharest",
  "FLE Standard Time": "Europe/Kiev",
  "E. Europe Standard Time": "Europe/Chisinau",
  "Egypt Standard Time": "Africa/Cairo",
  "Libya Standard Time": "Africa/Tripoli",
  "South Africa Standard Time": "Africa/Johannesburg",
  "Namibia Standard Time": "Africa/Windhoek",
  "Sudan Standard Time": "Africa/Khartoum",
  "South Sudan Standard Time": "Africa/Juba",
  "Turkey Standard Time": "Europe/Istanbul",
  "Arab Standard Time": "Asia/Riyadh",
  "Arabian Standard Time": "Asia/Dubai",
  "Arabic Standard Time": "Asia/Baghdad",
  "E. Africa Standard Time": "Africa/Nairobi",
  "Russian Standard Time": "Europe/Moscow",
  "Mauritius Standard Time": "Indian/Mauritius",
  "India Standard Time": "Asia/Calcutta",
  "Bangladesh Standard Time": "Asia/Dhaka",
  "Myanmar Standard Time": "Asia/Rangoon",
  "SE Asia Standard Time": "Asia/Bangkok",
  "Singapore Standard Time": "Asia/Singapore",
  "China Standard Time": "Asia/Shanghai",
  "Taipei Standard Time": "Asia/Taipei",
  "Korea Standard Time": "Asia/Seoul",
  "Tokyo Standard Time": "Asia/Tokyo",
  "AUS Eastern Standard Time": "Australia/Sydney",
};

/** Null: no such zone is known, so nobody can say when that is. */
export function zoneNamed(name: string, calendar: ICAL.Component): string | null {
  const written = name.trim();
  return (
    zoneOf(written) ?? zoneOf(windowsZones[written] ?? "") ?? zoneAtEnd(written) ?? located(written, calendar)
  );
}

/** "/mozilla.org/20050126_1/Europe/Berlin": some programs put their own name before it. */
function zoneAtEnd(name: string): string | null {
  const parts = name.split("/").filter((part) => part !== "");
  return parts.length > 2 ? (zoneOf(parts.slice(-2).join("/")) ?? zoneOf(parts.slice(-3).join("/"))) : null;
}

/** What the file itself says of where the zone is. */
function located(name: string, calendar: ICAL.Component): string | null {
  const own = calendar
    .getAllSubcomponents("vtimezone")
    .find((zone) => zone.getFirstPropertyValue("tzid") === name)
    ?.getFirstPropertyValue("x-lic-location");
  return typeof own === "string" ? zoneOf(own) : null;
}
