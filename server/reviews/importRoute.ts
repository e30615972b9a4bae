/** A table of reviews by JSON: what it would do, and all of it or nothing. */
import { Failure } from "shared/failure.ts";
import { textsIn } from "shared/i18n/text.ts";
import { readQuery } from "shared/query.ts";
import { importReviews, type ReviewRow } from "shared/reviews/contract.ts";
import type { App } from "../app.ts";
import { regionOf } from "../page.ts";
import { serveAction } from "../write.ts";
import { apply, lookAt } from "./importing.ts";
import { reasonOf } from "./importPages.ts";
import type { PlannedRow } from "./planning.ts";

export function importRoute(app: App): void {
  serveAction(app, importReviews, async ({ params, request, actor, body }) => {
    if (!actor) throw new Failure("unauthenticated");
    const { value, problems } = readQuery(importReviews.query, request.query);
    if (problems.length > 0) throw new Failure("invalid", { problems });
    const region = regionOf(app, params.region).slug;
    const plan = await lookAt(app, region, Buffer.from(body.csv)).catch((error: unknown) => {
      const { key, values } = reasonOf(error);
      throw new Failure("invalid", { problems: [{ parameter: "csv", message: t(key, values) }] });
    });
    const rows = plan.rows.map(asData);
    if (value.dryRun === true) return { rows, seal: plan.seal, written: 0 };
    if (body.seal !== undefined && body.seal !== plan.seal) throw new Failure("stale");
    const refused = rows.flatMap(({ line, problems: reasons }) =>
      reasons.map(({ field, reason }) => ({ parameter: `csv line ${line} ${field}`, message: reason })),
    );
    if (refused.length > 0) throw new Failure("invalid", { problems: refused });
    return { rows, seal: plan.seal, written: await apply(app, { region, actor, plan }) };
  });
}

/** The API speaks English. */
const t = textsIn("en");

function asData({ line, ref, iso2, cycle, fate, changes, problems }: PlannedRow): ReviewRow {
  const reasons = problems.map(({ field, key, values }) => ({ field, reason: t(key, values) }));
  return { line, ref, iso2, cycle, fate, changes, problems: reasons };
}
