/** The directory as data. */
import { getOrganisation, listOrganisations } from "shared/organisations/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { directoryOf, organisationAt, organisationRooms } from "./actions.ts";

export function organisationRoutes(app: App): void {
  serve(app, listOrganisations, organisationRooms, async ({ params, query }) => {
    const { list } = await directoryOf(app, regionOf(app, params.region).slug, query);
    return list;
  });
  serve(app, getOrganisation, organisationRooms, async ({ params }) =>
    organisationAt(app, {
      region: regionOf(app, params.region).slug,
      slug: params.slug,
      path: (region, slug) => `/api/v1/regions/${region}/organisations/${slug}`,
    }),
  );
}
