/** The words of a document that is kept here, in parts, for networks that cannot carry its file. */
import { oneResource, resourceText } from "db/resources/queries.ts";
import { found } from "shared/failure.ts";
import { resourceTextQuery } from "shared/resources/contract.ts";
import { partsOf } from "shared/resources/text.ts";
import type { App } from "../app.ts";
import { serveRegionPage } from "../page.ts";
import { recordAt } from "../record.ts";
import { resourceRooms } from "./actions.ts";

export function resourceTextPage(app: App): void {
  serveRegionPage(app, {
    path: "/resources/:slug/text",
    rooms: resourceRooms,
    query: resourceTextQuery,
    load: async ({ region, language, params, query, t }) => {
      const resource = await recordAt(app, {
        kind: "resource",
        region: region.slug,
        slug: params.slug ?? "",
        read: (slug) => readHere(app, slug),
        path: (at, slug) => `/${language}/${at}/resources/${slug}/text`,
      });
      const file = found(resource.file);
      const parts = partsOf(found(await resourceText(app.db.queries, resource.id)));
      const part = query.part ?? 1;
      return {
        view: {
          page: "ResourceText",
          props: {
            resource,
            file,
            pages: found(parts[part - 1]),
            part,
            parts: parts.length,
          },
        },
        title: t("resources.textTitle", { title: resource.title }),
        description: t("resources.textLead"),
      };
    },
  });
}

/** A document for all regions is read under each of them. */
async function readHere(app: App, slug: string) {
  const resource = await oneResource(app.db.queries, slug);
  if (!resource || resource.regions.length > 0) return resource;
  return { ...resource, regions: app.regions().map((region) => region.slug) };
}
