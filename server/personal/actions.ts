/** Erasing a person: proved, confirmed, done at once, told to their address, and remembered outside the database. */
import type { Person } from "db/accounts/people.ts";
import { recordAudit } from "db/audit/changes.ts";
import { dropLetters } from "db/mail/changes.ts";
import { heldLetters } from "db/mail/queries.ts";
import { type Erasure, erasePerson, holdOwners, ownedAlone } from "db/personal/erase.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { Failure } from "shared/failure.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { EraseForm } from "shared/personal/forms.ts";
import { forgetDelays } from "../accounts/delays.ts";
import { languageOf } from "../accounts/letters.ts";
import type { App } from "../app.ts";
import { MAIL_QUEUE, openLetter, UNSENT_QUEUE } from "../mail/queue.ts";
import { sendLetter } from "../mail/send.ts";
import { noteErasure } from "./erasures.ts";

export type Erased = "done" | "owns-alone";

/** `owns-alone`: nothing was done, since a CSO would be left without an owner, which was not agreed to. */
export async function erase(
  app: App,
  person: Person,
  { leave, keepPosts }: Pick<EraseForm, "leave" | "keepPosts">,
): Promise<Erased> {
  const at = app.now();
  const outcome = await transaction(app.db, async (tx): Promise<Erased> => {
    await holdOwners(tx, person.id);
    if (!leave && (await ownedAlone(tx, person.id)).length > 0) return "owns-alone";
    const left = await erasePerson(tx, person.id, { at, keepPosts });
    if (left === null) throw new Failure("unauthenticated");
    await forgetDelays(tx, app.secrets, [person.handle, person.email]);
    await tellLast(app, tx, person);
    for (const { organisationId, region } of left) {
      const target = `organisation:${organisationId}`;
      await recordAudit(tx, app.secrets, { actor: person.id, action: "organisation.left", target, region });
    }
    const target = `person:${person.id}`;
    await recordAudit(tx, app.secrets, { actor: person.id, action: "person.erased", target, region: null });
    return "done";
  });
  if (outcome === "done") await remember(app, { personId: person.id, at, keepPosts });
  return outcome;
}

/** The last letter takes the place of all that were still to be sent. */
async function tellLast(app: App, tx: Transaction, { email, language: chosen }: Person): Promise<void> {
  const language = languageOf({ language: chosen });
  const t = textsIn(language);
  // The queue has to be there before it is looked through.
  await app.jobs.start();
  const held = await heldLetters(tx, [MAIL_QUEUE, UNSENT_QUEUE]);
  const own = held.filter(({ data }) => openLetter(app, data)?.to.toLowerCase() === email.toLowerCase());
  await dropLetters(
    tx,
    own.map(({ id }) => id),
  );
  await sendLetter(app, tx, {
    to: email,
    language,
    subject: t("letter.erased.subject"),
    lines: [t("letter.erased.1"), t("letter.erased.2")],
    category: "account",
  });
}

/** It is done: a list that could not be written is told to the operator, and written at the next start. */
async function remember(app: App, erasure: Erasure): Promise<void> {
  try {
    await noteErasure(app.config.DATA_DIR, erasure);
  } catch (error) {
    app.fastify.log.error({ err: error }, "erasure not noted");
  }
}
