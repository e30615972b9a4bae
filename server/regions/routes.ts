/** Regions as data. */
import { listRegions } from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import { serve } from "../serve.ts";

export function regionRoutes(app: App): void {
  serve(app, listRegions, ["regions", "countries", "organisations", "news", "events"], async () => {
    const items = [...app.regions()];
    return { items, total: items.length, next: null };
  });
}
