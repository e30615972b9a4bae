/** Links to a new account: made for an accepted application, a claim, an invitation or a steward; used once. */

import { acceptInvitation, grant } from "db/accounts/joining.ts";
import type { Link } from "db/accounts/links.ts";
import { recordAudit } from "db/audit/changes.ts";
import { regionOfOrganisation } from "db/organisations/own.ts";
import type { Transaction } from "db/transaction.ts";
import { Gives } from "shared/accounts/joining.ts";
import type { Language } from "shared/i18n/languages.ts";
import { Value } from "typebox/value";
import type { App } from "../app.ts";
import { findLink, newLink, spendLink } from "../links.ts";

const PURPOSE = "welcome";

export interface NewAccount {
  /** Confirmed by the link itself. Null: the person gives one, and confirms it later (the first steward). */
  email: string | null;
  /** Of the page that the link opens. */
  language: Language;
  /** What the account gets. */
  data: Gives;
  /** LINK_HOURS unless given. */
  hours?: number;
}

/**
 * The address for a letter's button, and the link's id. Whoever opens it creates an account; somebody whose address has
 * one already signs in, and what the link gives is added to it.
 */
export async function newAccountLink(
  app: Pick<App, "secrets" | "now" | "origin">,
  tx: Transaction,
  { email, language, data, hours }: NewAccount,
): Promise<{ url: string; id: number }> {
  const link = { purpose: PURPOSE, email, data: { ...data }, ...(hours === undefined ? {} : { hours }) };
  const { token, id } = await newLink(app, tx, link);
  return { url: `${app.origin()}/${language}/account/welcome?token=${token}`, id };
}

export function findNewAccount(app: App, token: string | undefined): Promise<Link | null> {
  return token ? findLink(app, PURPOSE, token) : Promise.resolve(null);
}

/** What a link gives; nothing where its data is not ours. */
export function givesOf({ data }: Link): Gives {
  return Value.Check(Gives, data) ? data : {};
}

/** Uses the link up; null where it opens nothing any more. */
export function spendNewAccount(app: App, tx: Transaction, token: string): Promise<Link | null> {
  return spendLink(app, tx, PURPOSE, token);
}

/** Gives the person what the link says; false where its invitation was withdrawn meanwhile. Last in its transaction. */
export async function giveTo(
  app: App,
  tx: Transaction,
  { personId, link, isNew }: { personId: number; link: Link; isNew: boolean },
): Promise<boolean> {
  const gives = givesOf(link);
  const { invitationId, grantedBy = null } = gives;
  if (invitationId !== undefined) {
    const accepted = await acceptInvitation(tx, { id: invitationId, personId, at: app.now() });
    if (!accepted) return false;
  }
  await grant(tx, personId, gives);
  const target = `person:${personId}`;
  if (isNew)
    await recordAudit(tx, app.secrets, { actor: personId, action: "account.created", target, region: null });
  for (const { role, region } of gives.roles ?? []) {
    await recordAudit(tx, app.secrets, { actor: grantedBy, action: `role.granted.${role}`, target, region });
  }
  for (const { organisationId, role } of gives.memberships ?? []) {
    await recordAudit(tx, app.secrets, {
      actor: personId,
      action: `member.joined.${role}`,
      target: `organisation:${organisationId} person:${personId}`,
      region: await regionOfOrganisation(tx, organisationId),
    });
  }
  return true;
}
