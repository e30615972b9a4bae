/** Looking up a source as data. */
import { Failure, found } from "shared/failure.ts";
import { lookUp } from "shared/lookup/contract.ts";
import type { App } from "../app.ts";
import { FetchProblem } from "../fetching/fetchSafely.ts";
import { regionOf } from "../page.ts";
import { serveAction } from "../write.ts";
import { lookUpSource } from "./actions.ts";
import { countLookup } from "./often.ts";

export function lookupRoutes(app: App): void {
  serveAction(app, lookUp, async ({ actor, params, body }) => {
    regionOf(app, params.region);
    countLookup(app, found(actor).id);
    return lookUpSource(app, body.url).catch(asFailure);
  });
}

/** What another server did not answer, by the parameter that named it. */
export function asFailure(error: unknown): never {
  if (!(error instanceof FetchProblem)) throw error;
  throw new Failure("not-fetched", { problems: [{ parameter: "url", message: error.code }] });
}
