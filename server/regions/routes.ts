/** Regions as data: for everybody to read, for stewards to add and to change. */
import { allRegions } from "db/regions/queries.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { Failure, found } from "shared/failure.ts";
import { textsIn } from "shared/i18n/text.ts";
import {
  addRegion as addEndpoint,
  changeRegion as changeEndpoint,
  listRegions,
} from "shared/regions/contract.ts";
import type { App } from "../app.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { addRegion, changeRegion, RegionRefused } from "./keeping.ts";

export function regionRoutes(app: App): void {
  serve(app, listRegions, ["regions", "countries", "organisations", "news", "events"], async () => {
    const items = [...app.regions()];
    return { items, total: items.length, next: null };
  });
  serveAction(app, addEndpoint, async ({ actor, body, reply }) => {
    const { bounds = null, accent = "ocean", secretariat = null, admins = [], ...rest } = body;
    await addRegion(app, { ...rest, bounds, accent, secretariat, admins }, asking(actor)).catch(asFailure);
    reply.code(201);
    return regionCalled(app, body.slug);
  });
  serveAction(app, changeEndpoint, async ({ actor, params, body }) => {
    await changeRegion(app, { ...body, slug: params.region }, asking(actor)).catch(asFailure);
    return regionCalled(app, params.region);
  });
}

async function regionCalled(app: App, slug: string) {
  return found((await allRegions(app.db.queries)).find((region) => region.slug === slug));
}

function asking(actor: Actor | null) {
  if (!actor) throw new Failure("unauthenticated");
  return { actor, language: "en" as const };
}

/** The same problems as beside the fields of the form; a taken slug or country is a conflict. */
function asFailure(error: unknown): never {
  if (!(error instanceof RegionRefused)) throw error;
  const t = textsIn("en");
  const problems = Object.entries(error.problems);
  const isConflict = problems.every(([, { key }]) => CONFLICTS.has(key));
  throw new Failure(isConflict ? "conflict" : "invalid", {
    problems: problems.map(([field, { key, values }]) => ({ parameter: field, message: t(key, values) })),
  });
}

const CONFLICTS: ReadonlySet<string> = new Set([
  "regionKeeping.slugTaken",
  "regionKeeping.taken",
  "regionKeeping.notFree",
]);
