/** A region's feeds as links in the head of its pages. */
import { type FeedName, feedAddress, feedType } from "shared/feeds/addresses.ts";
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { Region } from "shared/regions/contract.ts";
import type { Feed } from "web/render";

export function feedLinks(region: Region, language: Language, names: readonly FeedName[]): Feed[] {
  const t = textsIn(language);
  return names.map((name) => ({
    href: feedAddress(language, region.slug, name),
    type: feedType(name),
    title: t(`feeds.${name}`, { region: region.names[language] ?? region.slug }),
  }));
}
