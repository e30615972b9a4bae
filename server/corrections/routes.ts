/** Corrections as data: for curators, and for those who keep a profile. */
import { type CorrectionRow, correctionAt, type Desk, waitingCorrections } from "db/corrections/queries.ts";
import { recordNow } from "db/corrections/records.ts";
import type { Actor } from "shared/accounts/rules.ts";
import {
  type Correction,
  decideCorrection,
  decideOwnCorrection,
  listCorrections,
  listOwnCorrections,
} from "shared/corrections/contract.ts";
import { QUEUE_PAGE } from "shared/corrections/rules.ts";
import type { BodyOf } from "shared/endpoint.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { serve } from "../serve.ts";
import { serveAction } from "../write.ts";
import { decide } from "./deciding.ts";

export function correctionRoutes(app: App): void {
  serve(app, listCorrections, [], ({ params, query }) => list(app, { region: params.region }, query));
  serve(app, listOwnCorrections, [], ({ organisation, query }) =>
    list(app, { organisationId: found(organisation).id }, query),
  );
  serveAction(app, decideCorrection, ({ params, actor, body }) =>
    answer(app, { desk: { region: params.region }, id: Number(params.correction), actor, body }),
  );
  serveAction(app, decideOwnCorrection, ({ params, organisation, actor, body }) =>
    answer(app, {
      desk: { organisationId: found(organisation).id },
      id: Number(params.correction),
      actor,
      body,
    }),
  );
}

async function list(app: App, desk: Desk, { limit = QUEUE_PAGE, after }: { limit?: number; after?: string }) {
  const waiting = await waitingCorrections(app.db.queries, desk, { limit, after });
  return { ...waiting, items: await Promise.all(waiting.items.map((row) => asData(app, row))) };
}

async function asData(app: App, row: CorrectionRow): Promise<Correction> {
  const record = await recordNow(app.db.queries, row.kind, row.ref);
  const { organisationId: _inner, ...correction } = row;
  return { ...correction, now: record?.values[row.field] ?? null, record: record?.version ?? 0 };
}

interface Answer {
  desk: Desk;
  id: number;
  actor: Actor | null;
  body: BodyOf<typeof decideCorrection>;
}

async function answer(app: App, { desk, id, actor, body }: Answer): Promise<Correction> {
  if (!actor) throw new Failure("unauthenticated");
  const row = found(await correctionAt(app.db.queries, desk, id));
  const { decision, reason = null, version, record, asOf } = body;
  if (decision === "decline" && reason === null) {
    throw new Failure("invalid", { problems: [{ parameter: "reason", message: "is needed to decline" }] });
  }
  const value = body.value === undefined ? row.proposed : body.value;
  const source = body.source ?? row.source;
  await decide(app, { actor, desk, id, decision, value, source, asOf, reason, version, record });
  return asData(app, found(await correctionAt(app.db.queries, desk, id)));
}
