/** The directory's facets as groups of choices, each in the order in which it is read best. */
import type { FacetCount } from "shared/facets.ts";
import type { OrganisationQuery, Specialization } from "shared/organisations/contract.ts";
import { type FilterGroup, filterOptions } from "../components/Filters.tsx";
import { countryFilter, languageFilter } from "../components/places.tsx";
import type { Page } from "../frame.ts";
import { articleNumbers, specializationName } from "./organisationWords.ts";

export interface DirectoryFacets {
  facets: Record<"country" | "specialization" | "language" | "member", FacetCount[]>;
  specializations: Specialization[];
  query: OrganisationQuery;
}

export function directoryGroups(page: Page, props: DirectoryFacets): FilterGroup[] {
  const { facets, query } = props;
  return [
    countryFilter(page, facets.country, query.country),
    specializationFilter(page, props),
    {
      ...languageFilter(page, facets.language, query.language),
      legend: page.t("organisations.language"),
    },
    memberFilter(page, facets.member, query.member),
  ];
}

function specializationFilter(page: Page, { facets, specializations, query }: DirectoryFacets): FilterGroup {
  const chosen = query.specialization ?? [];
  const place = (slug: string) => specializations.findIndex((one) => one.slug === slug);
  const label = (slug: string) => {
    const articles = specializations[place(slug)]?.uncacArticles ?? [];
    const name = specializationName(page, slug, specializations);
    const numbers = page.t("organisations.articlesShort", { articles: articleNumbers(page, articles) });
    return articles.length > 0 ? `${name} (${numbers})` : name;
  };
  const options = filterOptions(
    facets.specialization,
    chosen,
    label,
    (a, b) => place(a.value) - place(b.value),
  );
  return { name: "specialization", legend: page.t("organisations.specialization"), options, chosen };
}

const memberTexts = { yes: "facts.yes", no: "facts.no", "not-stated": "facts.notStated" } as const;
type Member = keyof typeof memberTexts;
const isMember = (value: string): value is Member => Object.hasOwn(memberTexts, value);

function memberFilter(
  page: Page,
  counts: readonly FacetCount[],
  chosen: readonly string[] = [],
): FilterGroup {
  const order = Object.keys(memberTexts);
  const label = (value: string) => (isMember(value) ? page.t(memberTexts[value]) : value);
  const options = filterOptions(
    counts,
    chosen,
    label,
    (a, b) => order.indexOf(a.value) - order.indexOf(b.value),
  );
  return { name: "member", legend: page.t("organisations.member"), options, chosen };
}
