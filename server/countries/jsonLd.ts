/** A country's page in schema.org's words: the place, and where the page stands. */
import type { Country } from "shared/countries/contract.ts";
import { isOutsideConvention } from "shared/countries/rules.ts";

export interface Step {
  name: string;
  url: string;
}

export function countryJsonLd(country: Country, trail: readonly Step[]): object[] {
  const here = trail.at(-1);
  return [
    {
      "@context": "https://schema.org",
      // "Country" would say of a place outside the Convention's lists what this platform has no opinion on.
      "@type": isOutsideConvention(country.iso2) ? "Place" : "Country",
      name: here?.name,
      url: here?.url,
      identifier: country.iso2,
    },
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: trail.map(({ name, url }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        item: url,
      })),
    },
  ];
}
