/** The words and marks of a country's status, shared by maps, tables and the country's page. */
import type { MapView } from "shared/countries/contract.ts";
import { type CountryLine, statusIn } from "shared/countries/overview.ts";
import { CSO_LEVELS, type MapLevel } from "shared/countries/rules.ts";
import type { TextKey } from "shared/i18n/text.ts";
import { formatPartialDate } from "shared/time.ts";
import type { Page } from "../frame.ts";

/** Beside colour and pattern, so that a status can be told without either. */
export const marks: Partial<Record<MapLevel, string>> = {
  completed: "✓",
  ongoing: "…",
  "probably-ongoing": "…?",
  "not-started": "○",
  unknown: "?",
  "not-party": "–",
  yes: "✓",
  no: "○",
  "no-data": "·",
};

export function countryPath(region: string, iso2: string): string {
  return `${region}/countries/${iso2.toLowerCase()}`;
}

type Status = Exclude<MapLevel, "few" | "some" | "many" | "most">;

function isStatus(level: MapLevel): level is Status {
  return !CSO_LEVELS.some((one) => one.level === level);
}

/** A level in words, as inside a sentence. */
export function levelText(page: Page, level: MapLevel, view: MapView): string {
  if (view === "csos") return csoText(page, level);
  const text: TextKey = isStatus(level) ? `countries.status.${level}` : "countries.status.unknown";
  return page.t(text);
}

function csoText(page: Page, level: MapLevel): string {
  const index = CSO_LEVELS.findIndex((one) => one.level === level);
  const from = CSO_LEVELS[index]?.from;
  if (from === undefined) return page.t("countries.organisations", { count: 0 });
  const next = CSO_LEVELS[index - 1]?.from;
  if (next === undefined) return page.t("countries.organisationsAndMore", { count: from });
  if (next - 1 === from) return page.t("countries.organisations", { count: from });
  return page.t("countries.organisationsBetween", { count: next - 1, from });
}

/** What a view's status is the status of. */
export function subjectOf(view: MapView): TextKey {
  return `countries.view.${view === "csos" ? "cycle-2" : view}`;
}

/** A status that nobody dated is said to be undated; one that nobody has stated needs no date. */
const DATED: ReadonlySet<MapLevel> = new Set([
  "completed",
  "ongoing",
  "probably-ongoing",
  "not-started",
  "yes",
  "no",
]);

/** The whole sentence of a country on the map: its name, status, as of when, and how many CSOs it has. */
export function sentenceOf(page: Page, line: CountryLine, view: MapView): string {
  return page.t("countries.says", {
    country: line.name,
    subject: page.t(subjectOf(view)),
    status: statusAsOf(page, statusIn(view, line), line.asOf),
    organisations: page.t("countries.organisations", { count: line.organisations }),
  });
}

/** "completed, as of 5 May 2020". */
export function statusAsOf(page: Page, level: MapLevel, asOf: string | null): string {
  const status = levelText(page, level, "cycle-2");
  if (asOf !== null)
    return page.t("countries.statusAsOf", { status, date: formatPartialDate(asOf, page.locale) });
  return DATED.has(level) ? page.t("countries.statusUndated", { status }) : status;
}
