/** What an admin of the region decides: accept, ask back, decline, or take back what a code had accepted. */

import { lockOrganisation } from "db/applications/around.ts";
import {
  addMessage,
  askBack,
  type Deciding,
  decide,
  setOrganisation,
  undoAcceptance,
} from "db/applications/changes.ts";
import type { StoredApplication } from "db/applications/queries.ts";
import { takeBackOwnership } from "db/applications/undo.ts";
import { recordAudit } from "db/audit/changes.ts";
import { createOrganisation } from "db/organisations/create.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import type { Decide } from "shared/applications/contract.ts";
import { canBeDecided, needsWords } from "shared/applications/rules.ts";
import { Failure } from "shared/failure.ts";
import { slugFrom } from "shared/slugs.ts";
import { dayOf } from "shared/time.ts";
import type { App } from "../app.ts";
import { tellAsked, tellDeclined, welcome } from "./letters.ts";
import { listOf, mayUndo, textOf } from "./queue.ts";

/** Throws `invalid` without words where they are needed, `stale` where another admin was quicker. */
export async function decideOn(
  app: App,
  actor: Actor,
  application: StoredApplication,
  asked: Decide,
): Promise<void> {
  const { decision, version, words = null } = asked;
  if (needsWords(decision) && words === null)
    throw new Failure("invalid", {
      problems: [{ parameter: "words", message: "is needed for this decision" }],
    });
  const undoing = decision === "decline" && mayUndo(app, application);
  if (!undoing && !canBeDecided(application.status)) throw new Failure("stale");
  const { id, region } = application;
  const deciding: Deciding = { id, region, version, personId: actor.id, now: app.now() };
  await transaction(app.db, async (tx) => {
    if (undoing) await undo(app, tx, application, deciding, words ?? "");
    else if (decision === "accept") await accept(app, tx, application, deciding, words);
    else if (decision === "ask") await ask(app, tx, application, deciding, words ?? "");
    else await decline(app, tx, application, deciding, words ?? "");
    const action = undoing ? "application.undone" : `application.${decision}`;
    await recordAudit(tx, app.secrets, {
      actor: actor.id,
      action,
      target: `application:${id}`,
      region,
      value: words,
    });
  });
}

function mustBeInTime(inTime: boolean): void {
  if (!inTime) throw new Failure("stale");
}

async function ask(
  app: App,
  tx: Transaction,
  application: StoredApplication,
  deciding: Deciding,
  question: string,
) {
  mustBeInTime(await askBack(tx, deciding));
  await addMessage(tx, {
    applicationId: deciding.id,
    personId: deciding.personId,
    fromApplicant: false,
    body: question,
  });
  await tellAsked(app, tx, application, question);
}

async function decline(
  app: App,
  tx: Transaction,
  application: StoredApplication,
  deciding: Deciding,
  reason: string,
) {
  mustBeInTime(await decide(tx, deciding, { status: "declined", reason }));
  await tellDeclined(app, tx, application, { reason });
}

async function undo(
  app: App,
  tx: Transaction,
  application: StoredApplication,
  deciding: Deciding,
  reason: string,
) {
  mustBeInTime(await undoAcceptance(tx, deciding, reason));
  const { organisation, email, region } = application;
  if (organisation && email)
    await takeBackOwnership(tx, {
      organisationId: organisation.id,
      region,
      email,
      personId: deciding.personId,
    });
  await tellDeclined(app, tx, application, { reason, undone: true });
}

async function accept(
  app: App,
  tx: Transaction,
  application: StoredApplication,
  deciding: Deciding,
  words: string | null,
) {
  // Decided first: of two admins at once the slower one makes no second profile.
  mustBeInTime(await decide(tx, deciding, { status: "accepted", reason: words }));
  const organisationId = await organisationFor(app, tx, application, deciding.personId);
  if (organisationId !== null) await setOrganisation(tx, deciding.id, organisationId);
  await welcome(app, tx, application, { organisationId, grantedBy: deciding.personId, words });
}

async function organisationFor(
  app: App,
  tx: Transaction,
  { kind, organisation, region, iso2, name, language, answers }: StoredApplication,
  personId: number,
): Promise<number | null> {
  if (kind === "person") return null;
  if (kind === "claim") {
    if (!organisation || !(await lockOrganisation(tx, organisation.id))) throw new Failure("conflict");
    return organisation.id;
  }
  const acronym = textOf(answers, "acronym");
  const called = name ?? "";
  const created = await createOrganisation(tx, {
    slug: slugFrom(
      [called, textOf(answers, "nameLocal"), acronym],
      `organisation-${(iso2 ?? "").toLowerCase()}`,
    ),
    name: called,
    nameLocal: textOf(answers, "nameLocal"),
    acronym,
    iso2: iso2 ?? "",
    region,
    cityName: textOf(answers, "city"),
    website: textOf(answers, "website"),
    specializations: listOf(answers, "specializations"),
    languages: listOf(answers, "languages"),
    summary: textOf(answers, "summary") ?? "",
    language,
    confirmedOn: dayOf(app.now()),
    personId,
  });
  return created.id;
}
