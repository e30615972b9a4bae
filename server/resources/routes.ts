/** Resources as data. */
import { listResources } from "shared/resources/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { resourceRooms, resourcesIn } from "./actions.ts";
import { documentUpload } from "./uploading.ts";

export function resourceRoutes(app: App): void {
  documentUpload(app);
  serve(app, listResources, resourceRooms, ({ params, query }) =>
    resourcesIn(app, regionOf(app, params.region).slug, query),
  );
}
