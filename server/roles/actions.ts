/** Gives and takes staff roles: allowed, written, audited, and told to the person by letter. */
import { recordAudit } from "db/audit/changes.ts";
import { allRegions } from "db/regions/queries.ts";
import { giveRole, lockStewards, takeRole } from "db/roles/changes.ts";
import { letterAddress } from "db/roles/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import type { Actor, Role } from "shared/accounts/rules.ts";
import { Failure } from "shared/failure.ts";
import { isLanguage } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import { leavesNoSteward, mayGive } from "shared/roles/rules.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";
import type { Secrets } from "../secrets.ts";

export interface RoleChange {
  personId: number;
  give: readonly Role[];
  take: readonly Role[];
}

/** Throws `forbidden` where one of them is not the actor's to give or take, `last-steward` where none would be left. */
export async function changeRoles(app: App, actor: Actor | null, change: RoleChange): Promise<void> {
  if (![...change.give, ...change.take].every((role) => mayGive(actor, role))) throw new Failure("forbidden");
  await transaction(app.db, async (tx) => {
    const done = await writeRoles(tx, app.secrets, change, actor?.id ?? null);
    if (done.length > 0) await tellOfRoles(app, tx, change.personId, done);
  });
}

export interface DoneChange {
  role: Role;
  given: boolean;
}

/** What really changed: a role that somebody has is not given again. The audit row comes last in the transaction. */
export async function writeRoles(
  tx: Transaction,
  secrets: Secrets,
  { personId, give, take }: RoleChange,
  by: number | null,
): Promise<DoneChange[]> {
  if (take.some(({ role }) => role === "steward") && leavesNoSteward(await lockStewards(tx), personId))
    throw new Failure("last-steward");
  const done: DoneChange[] = [];
  for (const role of give)
    if (await giveRole(tx, { ...role, personId }, by)) done.push({ role, given: true });
  for (const role of take) if (await takeRole(tx, { ...role, personId })) done.push({ role, given: false });
  for (const { role, given } of done) {
    await recordAudit(tx, secrets, {
      actor: by,
      action: `role.${given ? "granted" : "revoked"}.${role.role}`,
      target: `person:${personId}`,
      region: role.region,
    });
  }
  return done;
}

export async function tellOfRoles(
  app: App,
  tx: Transaction,
  personId: number,
  done: readonly DoneChange[],
): Promise<void> {
  const address = await letterAddress(tx, personId);
  if (!address) return;
  const language = isLanguage(address.language) ? address.language : "en";
  const t = textsIn(language);
  // As they are in this transaction: a region may have been added by it.
  const regions = await allRegions(tx);
  const sentences = done.map(({ role: { role, region }, given }) => {
    const name = regions.find(({ slug }) => slug === region)?.names[language] ?? region ?? "";
    const key = given ? "roles.letter.given" : "roles.letter.taken";
    return t(region === null ? `${key}All` : key, { role: t(`roles.${role}`), region: name });
  });
  const isGiven = done.some(({ given }) => given);
  await sendLetter(app, tx, {
    to: address.email,
    language,
    subject: t("roles.letter.subject"),
    lines: [
      t("roles.letter.lead"),
      sentences.join("\n"),
      ...(isGiven ? [t("roles.letter.secondFactor")] : []),
    ],
    button: { label: t("roles.letter.button"), url: `${app.origin()}/${language}/account` },
    category: "role",
  });
}
