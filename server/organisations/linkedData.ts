/** A profile as schema.org data: only what the page itself shows. */
import type { Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { Organisation } from "shared/organisations/contract.ts";
import { specializationKey } from "shared/organisations/specializations.ts";

export function organisationAsData(organisation: Organisation, address: string, language: Language): object {
  const t = textsIn(language);
  const { nameLocal, acronym, website, email, phone, foundedYear, city, uncacCoalitionMember } = organisation;
  const further = organisation.names.map(({ name }) => name);
  const otherNames = [nameLocal, acronym, ...further].filter((name) => name !== null);
  const logo = organisation.logo?.find(({ type }) => type === "image/png");
  const links = Object.values(organisation.socials);
  return {
    "@context": "https://schema.org",
    "@type": "NGO",
    "@id": address,
    name: organisation.name,
    ...(otherNames.length > 0 ? { alternateName: otherNames } : {}),
    description: organisation.summary,
    ...(logo ? { logo: new URL(logo.url, address).href } : {}),
    ...(website ? { url: website } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { telephone: phone } : {}),
    ...(links.length > 0 ? { sameAs: links } : {}),
    ...(foundedYear ? { foundingDate: foundedYear } : {}),
    address: {
      "@type": "PostalAddress",
      ...(city ? { addressLocality: city.name } : {}),
      addressCountry: organisation.iso2,
    },
    knowsAbout: organisation.specializations.map((slug) => {
      const key = specializationKey(slug);
      return key === null ? slug : t(key);
    }),
    ...(uncacCoalitionMember ? { memberOf: { "@type": "Organization", name: "UNCAC Coalition" } } : {}),
  };
}
