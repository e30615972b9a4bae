/** Who belongs to a CSO and as what: how roles change, when an invitation is open, and why one owner always stays. */
import type { MemberRole } from "../accounts/rules.ts";

/** Whoever reads letters every other week can still accept. */
export const INVITATION_DAYS = 14;
/** A CSO's colleagues are few; more open invitations at once would make the platform a sender of bulk mail. */
export const MAX_OPEN_INVITATIONS = 20;
/** The same letter again is of use only when the first had time to arrive. */
export const RESEND_AFTER_MINUTES = 10;
/** So many letters to one address before a new invitation is needed: nobody is to be pestered. */
export const MAX_SENDINGS = 4;
/** Longer lists of colleagues than any CSO of the directory has; a page shows them all. */
export const MAX_MEMBERS = 200;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface Seat {
  personId: number;
  role: MemberRole;
}

/** Whether a change of this person (null: leaves) would leave the CSO without an owner. */
export function leavesNoOwner(seats: readonly Seat[], personId: number, next: MemberRole | null): boolean {
  const owners = seats.filter(({ role }) => role === "owner");
  const isOwner = owners.some((seat) => seat.personId === personId);
  return isOwner && owners.length === 1 && next !== "owner";
}

export interface InvitationTimes {
  expiresAt: Date;
  sentAt: Date;
  withdrawnAt: Date | null;
  acceptedAt: Date | null;
}

export function isOpen(invitation: Omit<InvitationTimes, "sentAt">, now: Date): boolean {
  const { expiresAt, withdrawnAt, acceptedAt } = invitation;
  return withdrawnAt === null && acceptedAt === null && expiresAt > now;
}

export function invitationEnd(from: Date): Date {
  return new Date(from.getTime() + INVITATION_DAYS * DAY_MS);
}

/** Whether its letter may be sent again by now. */
export function mayResend({ sentAt }: Pick<InvitationTimes, "sentAt">, sendings: number, now: Date): boolean {
  return sendings < MAX_SENDINGS && now.getTime() - sentAt.getTime() >= RESEND_AFTER_MINUTES * MINUTE_MS;
}
