/** Loads what a region's map shows, for the list of countries and the region's home alike. */
import type { MapView } from "shared/countries/contract.ts";
import { type CountryLine, lineOf } from "shared/countries/overview.ts";
import { levelOf } from "shared/countries/rules.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { RegionOverviewProps } from "web/render";
import type { App } from "../app.ts";
import { citiesIn, countriesIn } from "./actions.ts";

const overviewRooms = ["regions", "countries", "organisations"];

export interface OverviewAsked {
  region: string;
  language: Language;
  /** The view that the address asks for, by the parameter `map`. */
  map?: MapView;
}

/** Props of RegionOverview. Pages that show it read `mapQuery` and depend on the rooms countries and organisations. */
export function regionOverview(
  app: App,
  { region, language, map = "cycle-2" }: OverviewAsked,
): Promise<RegionOverviewProps> {
  // One object for all who ask, so that what is drawn from it can be kept with it.
  return app.remember(`overview ${region} ${map} ${language}`, overviewRooms, async () => {
    const [countries, cities] = await Promise.all([countriesIn(app, region), citiesIn(app, region)]);
    const lines: CountryLine[] = countries.map((country) => lineOf(country, map, language));
    return { region, view: map, lines, cities };
  });
}

/** Levels of the second cycle, for a region's small map. */
export async function levelsForSmallMap(
  app: App,
  region: string,
): Promise<{ iso2: string; level: string }[]> {
  const countries = await countriesIn(app, region);
  return countries.map((country) => ({ iso2: country.iso2, level: levelOf(country, "cycle-2") }));
}
