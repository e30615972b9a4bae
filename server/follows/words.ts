/** What is followed, in words. */
import { type FollowTarget, kindOf } from "shared/follows/contract.ts";
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { countryName } from "shared/regions/names.ts";
import type { App } from "../app.ts";

/** "Kenya", "South-East Asia", "“asset recovery” in Africa". */
export function targetName(app: App, target: FollowTarget, language: Language): string {
  const { region, iso2, q } = target;
  const regionName = app.regions().find(({ slug }) => slug === region)?.names[language] ?? region;
  const place = iso2 === null ? regionName : countryName(iso2, language);
  return kindOf(target) === "search" ? textsIn(language)("follow.search", { q: q ?? "", place }) : place;
}

/** The page that is followed, below its language. */
export function targetPath({ region, iso2, q }: FollowTarget): string {
  if (q !== null) return `${region}/search?${new URLSearchParams({ q })}`;
  return iso2 === null ? region : `${region}/countries/${iso2.toLowerCase()}`;
}
