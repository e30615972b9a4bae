/** Looking up a source as data. */
import { Failure } from "shared/failure.ts";
import { lookUp } from "shared/lookup/contract.ts";
import type { App } from "../app.ts";
import { FetchProblem } from "../fetching/fetchSafely.ts";
import { regionOf } from "../page.ts";
import { serveAction } from "../write.ts";
import { lookUpSource } from "./actions.ts";

export function lookupRoutes(app: App): void {
  serveAction(app, lookUp, async ({ params, body }) => {
    regionOf(app, params.region);
    return lookUpSource(app, body.url).catch(asFailure);
  });
}

/** What another server did not answer, by the parameter that named it. */
export function asFailure(error: unknown): never {
  if (!(error instanceof FetchProblem)) throw error;
  throw new Failure("not-fetched", { problems: [{ parameter: "url", message: error.code }] });
}
