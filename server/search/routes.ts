/** Search as data. */
import { search } from "shared/search/contract.ts";
import type { App } from "../app.ts";
import { serve } from "../serve.ts";
import { searchFor, searchRooms } from "./actions.ts";

export function searchRoutes(app: App): void {
  serve(app, search, searchRooms, async ({ query, actor }) =>
    searchFor(app, { ...query, language: "en", actor }),
  );
}
