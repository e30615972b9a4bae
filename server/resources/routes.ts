/** Resources as data. */
import { listResources } from "shared/resources/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { resourceRooms, resourcesIn } from "./actions.ts";

export function resourceRoutes(app: App): void {
  serve(app, listResources, resourceRooms, ({ params, query }) =>
    resourcesIn(app, regionOf(app, params.region).slug, query),
  );
}
