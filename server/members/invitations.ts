/** Invitations by mail: sent, sent again, withdrawn, and accepted by whoever has the address. */
import { endLinkById } from "db/accounts/links.ts";
import { recordAudit } from "db/audit/changes.ts";
import {
  claimListed,
  insertInvitation,
  lockInvitation,
  lockSeats,
  markAccepted,
  noteSent,
  setMemberRole,
  withdrawInvitation,
} from "db/members/changes.ts";
import { type InvitationRow, openInvitationsOf, personWithEmail } from "db/members/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { Failure, found } from "shared/failure.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { Invitation, InviteBody } from "shared/members/contract.ts";
import {
  higherRole,
  INVITATION_DAYS,
  invitationEnd,
  isOpen,
  MAX_OPEN_INVITATIONS,
  mayResend,
} from "shared/members/rules.ts";
import { newAccountLink } from "../accounts/welcome.ts";
import type { App } from "../app.ts";
import { sendLetter } from "../mail/send.ts";
import type { Keeping } from "./actions.ts";

export async function invitationsShown(app: App, organisationId: number): Promise<Invitation[]> {
  const rows = await openInvitationsOf(app.db.queries, organisationId, app.now());
  return rows.map(shown);
}

function shown({ id, email, role, language, sentAt, expiresAt }: InvitationRow): Invitation {
  return {
    id,
    email,
    role,
    language: languageOf(language),
    sentAt: sentAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

function languageOf(code: string): Language {
  return isLanguage(code) ? code : "en";
}

/** Throws `conflict` where an invitation to that address is open, `too-many` where too many are. */
export async function invite(app: App, keeping: Keeping, wish: InviteBody): Promise<Invitation> {
  const { actor, organisation } = keeping;
  const at = app.now();
  return transaction(app.db, async (tx) => {
    await lockSeats(tx, organisation.id);
    const open = await openInvitationsOf(tx, organisation.id, at);
    if (open.some(({ email }) => email.toLowerCase() === wish.email.toLowerCase()))
      throw new Failure("conflict");
    if (open.length >= MAX_OPEN_INVITATIONS) throw new Failure("too-many");
    const expiresAt = invitationEnd(at);
    const ids = { organisationId: organisation.id, invitedBy: actor.id };
    const id = await insertInvitation(tx, { ...ids, ...wish, at, expiresAt });
    const invitation = found(await lockInvitation(tx, { id, organisationId: organisation.id }));
    await writeLetter(app, tx, keeping, invitation);
    await audited(app, tx, keeping, "member.invited", wish.email);
    return shown(invitation);
  });
}

/** Throws `too-many` where the letter went out a moment ago, or often enough. */
export async function resend(app: App, keeping: Keeping, id: number): Promise<void> {
  await transaction(app.db, async (tx) => {
    const invitation = await openOne(app, tx, keeping, id);
    if (!mayResend(invitation, invitation.sendings, app.now())) throw new Failure("too-many");
    await writeLetter(app, tx, keeping, invitation);
    await audited(app, tx, keeping, "member.invited", invitation.email);
  });
}

export async function withdraw(app: App, keeping: Keeping, id: number): Promise<void> {
  await transaction(app.db, async (tx) => {
    const invitation = await openOne(app, tx, keeping, id);
    await withdrawInvitation(tx, id, app.now());
    if (invitation.linkId !== null) await endLinkById(tx, invitation.linkId);
    await audited(app, tx, keeping, "member.uninvited", invitation.email);
  });
}

async function openOne(
  app: App,
  tx: Transaction,
  { organisation }: Keeping,
  id: number,
): Promise<InvitationRow> {
  const invitation = found(await lockInvitation(tx, { id, organisationId: organisation.id }));
  if (!isOpen(invitation, app.now())) throw new Failure("not-found");
  return invitation;
}

async function audited(app: App, tx: Transaction, keeping: Keeping, action: string, value: string) {
  const { actor, organisation } = keeping;
  const target = `organisation:${organisation.id}`;
  await recordAudit(tx, app.secrets, { actor: actor.id, action, target, region: organisation.region, value });
}

/**
 * Whoever has an account signs in and presses one button; for anybody else the link makes the account. Nobody but the
 * reader of the letter learns which it is.
 */
async function writeLetter(
  app: App,
  tx: Transaction,
  { organisation, actor }: Keeping,
  invitation: InvitationRow,
): Promise<void> {
  const language = languageOf(invitation.language);
  const t = textsIn(language);
  const { email, id, role } = invitation;
  if (invitation.linkId !== null) await endLinkById(tx, invitation.linkId);
  const known = await personWithEmail(tx, email);
  const link = known === null ? await newAccountLink(app, tx, accountOf(invitation)) : null;
  const at = app.now();
  await noteSent(tx, id, { at, expiresAt: invitationEnd(at), linkId: link?.id ?? null });
  await sendLetter(app, tx, {
    to: email,
    language,
    subject: t("members.invitation.subject"),
    lines: [
      t("members.invitation.lead", { handle: actor.handle, name: organisation.name }),
      t("members.invitation.role", { role: t(`members.role.${role}`), means: t(`members.means.${role}`) }),
      t("members.invitation.days", { count: INVITATION_DAYS }),
      t("members.invitation.ignore"),
    ],
    button: {
      label: t("members.invitation.button"),
      url: link?.url ?? `${app.origin()}/${language}/invitations/${id}`,
    },
    category: "invitation",
  });
}

function accountOf({ id, email, language }: InvitationRow) {
  return { email, language: languageOf(language), invitationId: id, hours: INVITATION_DAYS * 24 };
}

/**
 * Makes the person a member. Also called when the account link of the invitation is used. Throws `not-found` where it
 * was withdrawn, accepted or has ended meanwhile.
 */
export async function acceptInvitation(
  app: App,
  tx: Transaction,
  { id, organisationId, personId }: { id: number; organisationId: number; personId: number },
): Promise<void> {
  const seats = await lockSeats(tx, organisationId);
  const invitation = found(await lockInvitation(tx, { id, organisationId }));
  const at = app.now();
  if (!isOpen(invitation, at)) throw new Failure("not-found");
  const before = seats.find((seat) => seat.personId === personId)?.role ?? null;
  await setMemberRole(tx, { organisationId, personId }, higherRole(before, invitation.role));
  await markAccepted(tx, id, personId, at);
  const region = await claimListed(tx, organisationId);
  await recordAudit(tx, app.secrets, {
    actor: personId,
    action: "member.joined",
    target: `organisation:${organisationId} person:${personId}`,
    region,
  });
}
