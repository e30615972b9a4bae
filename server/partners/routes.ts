/** Partners as data. */
import { listPartners } from "shared/partners/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serve } from "../serve.ts";
import { partnerRooms, partnersIn } from "./actions.ts";

export function partnerRoutes(app: App): void {
  serve(app, listPartners, partnerRooms, ({ params, query }) =>
    partnersIn(app, regionOf(app, params.region).slug, query),
  );
}
