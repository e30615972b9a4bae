/** What the resources page, the guides' pages and the JSON twin share. */
import { guideContent, listResources, type ResourceFacets, resourceFacets } from "db/resources/queries.ts";
import { found } from "shared/failure.ts";
import { inCapitals, pagePart } from "shared/listQuery.ts";
import type { List } from "shared/page.ts";
import type { Resource, ResourceQuery } from "shared/resources/contract.ts";
import type { Static, TObject } from "typebox";
import { Value } from "typebox/value";
import type { App } from "../app.ts";

export const resourceRooms = ["resources"];

export function resourcesIn(app: App, region: string, query: ResourceQuery): Promise<List<Resource>> {
  return listResources(app.db.queries, { ...inCapitals(query), region }, pagePart(query));
}

export function resourceFacetsIn(app: App, region: string, query: ResourceQuery): Promise<ResourceFacets> {
  return resourceFacets(app.db.queries, { ...inCapitals(query), region });
}

/** A guide's content; one that does not have its shape is a fault of ours, not of the reader. */
export async function guide<S extends TObject>(app: App, slug: string, schema: S): Promise<Static<S>> {
  return Value.Parse(schema, JSON.parse(found(await guideContent(app.db.queries, slug))));
}
