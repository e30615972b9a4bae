/** What the desk's forms let one choose from. */

import { organisationNamesIn } from "db/organisations/names.ts";
import { countriesIn } from "db/organisations/profile.ts";
import { hasRole } from "shared/accounts/rules.ts";
import { languageChoices } from "shared/corrections/values.ts";
import type { Region } from "shared/regions/contract.ts";
import { countryName, languageName } from "shared/regions/names.ts";
import type { EntryChoices } from "web/render";
import type { App } from "../app.ts";
import type { PageVisit } from "../page.ts";

/** Countries of the region, languages of the region and of the United Nations, the regions that are this person's. */
export async function choicesFor(
  app: App,
  { region, language, actor }: Pick<PageVisit<unknown, Region>, "region" | "language" | "actor">,
): Promise<EntryChoices> {
  const own = app.regions().filter(({ slug }) => slug === region.slug || hasRole(actor, "curator", slug));
  const [countries, organisations] = await Promise.all([
    Promise.all(own.map(({ slug }) => countriesIn(app.db.queries, slug))),
    organisationNamesIn(app.db.queries, region.slug),
  ]);
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, language);
  return {
    countries: countries
      .flat()
      .map((iso2) => ({ value: iso2, label: countryName(iso2, language) }))
      .sort(byLabel),
    languages: languageChoices(region.languages).map((tag) => ({
      value: tag,
      label: languageName(tag, language),
    })),
    regions: own.map(({ slug, names }) => ({ value: slug, label: names[language] ?? slug })),
    organisations,
  };
}
