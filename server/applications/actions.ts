/** What an applicant does: save, send, confirm, prove by a code, answer, withdraw. */
import { randomInt } from "node:crypto";
import {
  addMessage,
  answered,
  closeCode,
  enterQueue,
  eraseApplication,
  insertApplication,
  keepCode,
  keepDraft,
  type NewApplication,
  setToken,
  submitDraft,
} from "db/applications/changes.ts";
import { lockAddress, type StoredApplication, unconfirmedFor } from "db/applications/queries.ts";
import { recordAudit } from "db/audit/changes.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import {
  type ApplicationKind,
  CODE_DIGITS,
  CODE_HOURS,
  LETTERS_PER_ADDRESS,
} from "shared/applications/rules.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { spendLink } from "../links.ts";
import { askToConfirm, CONFIRM, sendCode, tellAdmins, tellOwners, tellReceived } from "./letters.ts";
import { codeHashOf, tokenOf } from "./tokens.ts";

const HOUR_MS = 3_600_000;

export interface Filled {
  region: string;
  kind: ApplicationKind;
  language: string;
  answers: Record<string, unknown>;
  organisationId?: number;
}

/** Its token. */
async function begin(
  app: App,
  tx: Transaction,
  application: Omit<NewApplication, "createdAt">,
): Promise<{ id: number; token: string; createdAt: Date }> {
  const createdAt = app.now();
  const id = await insertApplication(tx, { ...application, createdAt });
  const token = tokenOf(app, { id, createdAt });
  await setToken(tx, id, app.secrets.hashOf(token));
  return { id, token, createdAt };
}

/** Keeps what there is; gives the token under which it is found again. */
export function saveDraft(app: App, filled: Filled, draft: StoredApplication | null): Promise<string> {
  return transaction(app.db, async (tx) => {
    if (!draft) return (await begin(app, tx, { ...filled, status: "draft" })).token;
    if (!(await keepDraft(tx, draft.id, { answers: filled.answers }))) throw new Failure("conflict");
    return tokenOf(app, draft);
  });
}

interface Sent extends Filled {
  name: string | null;
  email: string;
  iso2: string | null;
  /** The mailbox is at the organisation's own domain. */
  byCode?: boolean;
}

/** The form is complete: its address is to be confirmed by a link, or by the code that also proves a claim. */
export function submit(
  app: App,
  { byCode = false, ...sent }: Sent,
  draft: StoredApplication | null,
): Promise<string> {
  return transaction(app.db, async (tx) => {
    await lockAddress(tx, sent.email);
    const isFlooded = (await unconfirmedFor(tx, sent.email)) >= LETTERS_PER_ADDRESS;
    const application = { ...sent, ...(await stored(app, tx, sent, draft)) };
    // The page is the same either way: it tells nobody what else an address is used for.
    if (!isFlooded) await (byCode ? giveCode(app, tx, application) : askToConfirm(app, tx, application));
    return application.token;
  });
}

async function stored(app: App, tx: Transaction, sent: Sent, draft: StoredApplication | null) {
  if (!draft) return begin(app, tx, { ...sent, status: "unconfirmed" });
  const { name, email, iso2, language, answers } = sent;
  if (!(await submitDraft(tx, draft.id, { name, email, iso2, language, answers })))
    throw new Failure("conflict");
  return { id: draft.id, token: tokenOf(app, draft), createdAt: draft.createdAt };
}

type Codable = Pick<StoredApplication, "id" | "region" | "language" | "email" | "createdAt">;

/** A new code takes the place of the one before. */
export async function giveCode(app: App, tx: Transaction, application: Codable): Promise<void> {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
  const codeExpiresAt = new Date(app.now().getTime() + CODE_HOURS * HOUR_MS);
  if (
    !(await keepCode(tx, application.id, { codeHash: codeHashOf(app, application.id, code), codeExpiresAt }))
  )
    return;
  await sendCode(app, tx, application, code);
}

/** After too many wrong codes: the address is confirmed as any other, and an admin decides. */
export function mailLinkInstead(app: App, application: StoredApplication): Promise<void> {
  return transaction(app.db, async (tx) => {
    if (await closeCode(tx, application.id)) await askToConfirm(app, tx, application);
  });
}

/** The address is confirmed by the link in its letter; gives the application's number, or null where the link opens nothing. */
export function confirm(
  app: App,
  region: string,
  token: string,
  find: (tx: Transaction, id: number) => Promise<StoredApplication | null>,
): Promise<StoredApplication | null> {
  return transaction(app.db, async (tx) => {
    const link = await spendLink(app, tx, CONFIRM, token);
    const id = link?.data.application;
    const application = typeof id === "number" ? await find(tx, id) : null;
    if (application?.region !== region) return null;
    await join(app, tx, application, {});
    return application;
  });
}

/** From here on it waits for the region's admins; owners hear of a claim to their profile. */
export async function join(
  app: App,
  tx: Transaction,
  application: StoredApplication,
  fields: { provedBy?: string },
): Promise<void> {
  if (!(await enterQueue(tx, application.id, app.now(), fields))) return;
  await tellReceived(app, tx, application);
  await tellAdmins(app, tx, application, "waiting");
  if (application.organisation) await tellOwners(app, tx, application.organisation.id);
}

export function answerQuestion(app: App, application: StoredApplication, answer: string): Promise<void> {
  return transaction(app.db, async (tx) => {
    if (!(await answered(tx, application.id))) throw new Failure("conflict");
    await addMessage(tx, {
      applicationId: application.id,
      personId: null,
      fromApplicant: true,
      body: answer,
    });
    await tellAdmins(app, tx, application, "answered");
  });
}

/** Nothing of it stays but that one was withdrawn. An accepted one is an account's matter from then on. */
export function withdraw(app: App, application: StoredApplication): Promise<void> {
  return transaction(app.db, async (tx) => {
    if (!(await eraseApplication(tx, application.id))) return;
    const { id, region } = application;
    await recordAudit(tx, app.secrets, {
      actor: null,
      action: "application.withdrawn",
      target: `application:${id}`,
      region,
    });
  });
}
