/** Writes of a CSO's members and invitations; every one of them begins with the lock of the CSO's row. */
import { and, eq, sql } from "drizzle-orm";
import type { MemberRole } from "shared/accounts/rules.ts";
import type { Seat } from "shared/members/rules.ts";
import { invitations, memberships } from "../accounts/tables.ts";
import type { Transaction } from "../transaction.ts";
import type { InvitationRow } from "./queries.ts";

/** Who is in it, kept so until the transaction ends: two owners who leave at once do so one after the other. */
export async function lockSeats(tx: Transaction, organisationId: number): Promise<Seat[]> {
  await tx.execute(sql`select 1 from organisations where id = ${organisationId} for no key update`);
  const rows = await tx
    .select({ personId: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    // Whoever is erased meanwhile locks these rows, and not the CSO's.
    .orderBy(memberships.id)
    .for("update");
  return rows.map(({ personId, role }) => ({ personId, role: role as MemberRole }));
}

interface SeatOf {
  organisationId: number;
  personId: number;
}

const seat = ({ organisationId, personId }: SeatOf) =>
  and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId));

export async function setMemberRole(tx: Transaction, of: SeatOf, role: MemberRole): Promise<void> {
  await tx
    .insert(memberships)
    .values({ ...of, role })
    .onConflictDoUpdate({ target: [memberships.personId, memberships.organisationId], set: { role } });
}

export async function removeMember(tx: Transaction, of: SeatOf): Promise<void> {
  await tx.delete(memberships).where(seat(of));
}

export interface NewInvitation {
  organisationId: number;
  email: string;
  role: MemberRole;
  language: string;
  invitedBy: number;
  at: Date;
  expiresAt: Date;
}

/** Its id. */
export async function insertInvitation(tx: Transaction, invitation: NewInvitation): Promise<number> {
  const { at, ...values } = invitation;
  const [row] = await tx
    .insert(invitations)
    .values({ ...values, createdAt: at, sentAt: at })
    .returning({ id: invitations.id });
  if (!row) throw new Error("a new invitation gave no id");
  return row.id;
}

/** An invitation of this CSO, kept as it is until the transaction ends. */
export async function lockInvitation(
  tx: Transaction,
  { id, organisationId }: { id: number; organisationId: number },
): Promise<InvitationRow | null> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), eq(invitations.organisationId, organisationId)))
    .for("update");
  return row ? { ...row, role: row.role as MemberRole } : null;
}

export async function noteSent(
  tx: Transaction,
  id: number,
  sent: { at: Date; expiresAt: Date; linkId: number | null },
): Promise<void> {
  await tx
    .update(invitations)
    .set({
      sentAt: sent.at,
      expiresAt: sent.expiresAt,
      linkId: sent.linkId,
      sendings: sql`${invitations.sendings} + 1`,
    })
    .where(eq(invitations.id, id));
}

export async function withdrawInvitation(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.update(invitations).set({ withdrawnAt: at }).where(eq(invitations.id, id));
}
