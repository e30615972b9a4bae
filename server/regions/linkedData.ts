/** A region's platform as schema.org data, with the way to search it. */
import type { Language } from "shared/i18n/languages.ts";
import type { Region } from "shared/regions/contract.ts";

export function platformAsData(region: Region, origin: string, language: Language, name: string): object {
  const address = `${origin}/${language}/${region.slug}`;
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: `${name}: ${region.names[language] ?? region.slug}`,
    url: address,
    inLanguage: language,
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${address}/search?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
}
