/** Invitations by mail: sent, sent again, withdrawn. The account link in the letter accepts them. */
import { endLink } from "db/accounts/links.ts";
import { recordAudit } from "db/audit/changes.ts";
import {
  insertInvitation,
  lockInvitation,
  lockSeats,
  noteSent,
  withdrawInvitation,
} from "db/members/changes.ts";
import { type InvitationRow, openInvitationsOf } from "db/members/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { Failure, found } from "shared/failure.ts";
import { isLanguage, type Language } from "shared/i18n/languages.ts";
import { textsIn } from "shared/i18n/text.ts";
import type { Invitation, InviteBody } from "shared/members/contract.ts";
import {
  INVITATION_DAYS,
  invitationEnd,
  isOpen,
  MAX_OPEN_INVITATIONS,
  mayResend,
} from "shared/members/rules.ts";
import { newAccountLink } from "../accounts/joining.ts";
import type { App } from "../app.ts";
import { INVITATION_HOURS } from "../links.ts";
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
    if (invitation.linkId !== null) await endLink(tx, invitation.linkId);
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

/** The link makes an account; whoever has one already signs in and presses one button. It ends the one before it. */
async function writeLetter(
  app: App,
  tx: Transaction,
  keeping: Keeping,
  invitation: InvitationRow,
): Promise<void> {
  const { organisation, actor } = keeping;
  const { email, id, role } = invitation;
  const language = languageOf(invitation.language);
  const t = textsIn(language);
  if (invitation.linkId !== null) await endLink(tx, invitation.linkId);
  const memberships = [{ organisationId: organisation.id, role }];
  const link = await newAccountLink(app, tx, {
    email,
    language,
    data: { memberships, invitationId: id, grantedBy: actor.id },
    hours: INVITATION_HOURS,
  });
  const at = app.now();
  await noteSent(tx, id, { at, expiresAt: invitationEnd(at), linkId: link.id });
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
    button: { label: t("members.invitation.button"), url: link.url },
    category: "invitation",
  });
}
