/** What a region cannot be accepted for, each problem at its field. */
import { regionsByCountry } from "db/countries/queries.ts";
import type { Language } from "shared/i18n/languages.ts";
import type { TextKey, Values } from "shared/i18n/text.ts";
import type { RegionContent } from "shared/regions/form.ts";
import { countryName } from "shared/regions/names.ts";
import { areBounds, isReservedSlug, languageTag, MAX_LANGUAGES } from "shared/regions/rules.ts";
import { worldCountry } from "shared/regions/world.ts";
import type { App } from "../app.ts";

export type Problems = Record<string, { key: TextKey; values?: Values }>;

const PLATFORM = "/:language/";

/** The words that stand where a region's slug does, in the platform's own addresses. */
function literalWords(app: App): Set<string> {
  const below = app.routes.filter(({ url }) => url.startsWith(PLATFORM));
  const words = below.map(({ url }) => url.slice(PLATFORM.length).split("/", 1)[0] ?? "");
  return new Set(words.map((word) => word.split(".", 1)[0] ?? "").filter((word) => !word.startsWith(":")));
}

export function slugProblems(app: App, slug: string): Problems {
  return isReservedSlug(slug, literalWords(app)) ? { slug: { key: "regionKeeping.reserved" } } : {};
}

export const named = (codes: readonly string[], language: Language) =>
  codes.map((iso2) => countryName(iso2, language)).join(", ");

/** `region`: whose countries may stay; null for a new one. */
export async function contentProblems(
  app: App,
  content: Pick<RegionContent, "countries" | "languages" | "bounds">,
  { region, language }: { region: string | null; language: Language },
): Promise<Problems> {
  const { countries, languages, bounds } = content;
  const regions = await regionsByCountry(app.db.queries);
  const unknown = countries.filter((iso2) => !worldCountry(iso2));
  const taken = countries.filter((iso2) => (regions.get(iso2) ?? region) !== region);
  const wrong = languages.filter((tag) => languageTag(tag) !== tag);
  return {
    ...(unknown.length > 0
      ? { countries: { key: "regionKeeping.unknownCountries", values: { countries: unknown.join(", ") } } }
      : taken.length > 0
        ? { countries: { key: "regionKeeping.taken", values: { countries: named(taken, language) } } }
        : {}),
    ...(wrong.length > 0
      ? { languages: { key: "regionKeeping.notLanguages", values: { languages: wrong.join(", ") } } }
      : languages.length > MAX_LANGUAGES
        ? { languages: { key: "form.tooMany", values: { count: MAX_LANGUAGES } } }
        : {}),
    ...(bounds !== null && !areBounds(bounds) ? { "bounds.west": { key: "regionKeeping.notBounds" } } : {}),
  };
}
