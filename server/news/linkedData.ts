/** A news item as schema.org data: our summary, said to be based on the source and not to be the source. */
import type { Language } from "shared/i18n/languages.ts";
import type { Article } from "shared/news/contract.ts";
import { countryName } from "shared/regions/names.ts";

const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

export function articleAsData(article: Article, address: string, language: Language): object {
  return {
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    "@id": address,
    name: article.title,
    abstract: article.summary,
    inLanguage: article.summaryLanguage,
    license: LICENCE,
    about: article.countries.map((iso2) => ({
      "@type": "Country",
      name: countryName(iso2, language),
      identifier: iso2,
    })),
    mentions: article.organisations.map(({ name }) => ({ "@type": "Organization", name })),
    isBasedOn: {
      "@type": "CreativeWork",
      url: article.url,
      inLanguage: article.language,
      publisher: { "@type": "Organization", name: article.publisher },
      ...(article.publishedOn ? { datePublished: article.publishedOn } : {}),
    },
  };
}
