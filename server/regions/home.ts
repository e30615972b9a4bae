/** Loads what a region's home page shows. */
import type { Language } from "shared/i18n/languages.ts";
import type { Translate } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import type { Loaded } from "../page.ts";

export interface HomeVisit {
  region: Region;
  language: Language;
  now: Date;
  t: Translate;
}

export async function regionHome(_app: App, { region, language, t }: HomeVisit): Promise<Loaded> {
  return {
    view: { page: "RegionHome", props: {} },
    title: region.names[language] ?? region.slug,
    description: t("regionHome.lead"),
  };
}
