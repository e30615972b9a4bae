/** Answers a correction: it changes the fact, or does not; its giver is told why, and the address is removed. */
import { recordAudit } from "db/audit/changes.ts";
import { answerCorrection, lockWaiting } from "db/corrections/changes.ts";
import { type CorrectionRow, correctionAt, type Desk } from "db/corrections/queries.ts";
import { changeCountryFact } from "db/countries/changes.ts";
import { changeOrganisationFact } from "db/organisations/factChange.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { Decision } from "shared/corrections/contract.ts";
import { factOf } from "shared/corrections/facts.ts";
import { actsAs } from "shared/corrections/rules.ts";
import { isValueOf } from "shared/corrections/values.ts";
import { Failure, found } from "shared/failure.ts";
import type { App } from "../app.ts";
import { answerLetter } from "./letters.ts";

export interface Deciding {
  actor: Actor;
  desk: Desk;
  id: number;
  decision: Decision;
  /** As proposed, or amended. */
  value: unknown;
  source: string;
  asOf: string | undefined;
  reason: string | null;
  /** Of the correction, and of the record, as they were seen. */
  version: number;
  record: number;
}

/** Throws `conflict` where it was answered meanwhile, `stale` where the record changed, `invalid` for a value that is none. */
export async function decide(app: App, deciding: Deciding): Promise<void> {
  const { actor, desk, id, decision, reason } = deciding;
  const correction = found(await correctionAt(app.db.queries, desk, id));
  await transaction(app.db, async (tx) => {
    const held = await lockWaiting(tx, id, deciding.version);
    if (!held) throw new Failure("conflict");
    if (decision === "accept") await changeFact(tx, correction, deciding);
    const status = decision === "accept" ? "accepted" : "declined";
    await answerCorrection(tx, id, { status, reason, decidedBy: actor.id, at: app.now() });
    if (held.email !== null)
      await answerLetter(app, tx, { ...correction, email: held.email, status, reason });
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action: `correction.${status}`,
      target: `correction:${id}`,
      region: correction.region,
      value: { value: deciding.value, reason },
    });
  });
}

async function changeFact(tx: Transaction, correction: CorrectionRow, deciding: Deciding): Promise<void> {
  const { kind, ref, field, credit, organisationId, region } = correction;
  const { actor, value, source, asOf, record } = deciding;
  const fact = found(factOf(kind, field));
  if (!isValueOf(fact, value)) {
    throw new Failure("invalid", {
      problems: [{ parameter: "value", message: "is not a value of this fact" }],
    });
  }
  const organisation = organisationId === null ? null : { id: organisationId, region };
  const actedAs = actsAs(actor, region, organisation);
  const change = { field, value, version: record, source, asOf, credit, personId: actor.id, actedAs };
  if (kind === "organisation") await changeOrganisationFact(tx, { ...change, id: Number(ref) });
  else await changeCountryFact(tx, { ...change, kind, ref });
}
