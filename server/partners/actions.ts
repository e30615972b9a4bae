/** What the partners page and its JSON twin share. */
import { listPartners, partnerFacets } from "db/partners/queries.ts";
import type { FacetCount } from "shared/facets.ts";
import { pagePart } from "shared/listQuery.ts";
import type { List } from "shared/page.ts";
import type { Partner, PartnerQuery } from "shared/partners/contract.ts";
import type { App } from "../app.ts";

export const partnerRooms = ["partners"];

export function partnersIn(app: App, region: string, query: PartnerQuery): Promise<List<Partner>> {
  return listPartners(app.db.queries, { ...query, region }, pagePart(query));
}

export function partnerFacetsIn(app: App, region: string): Promise<Record<"kind", FacetCount[]>> {
  return partnerFacets(app.db.queries, { region });
}
