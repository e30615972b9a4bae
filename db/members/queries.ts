/** Reads of a CSO's members and invitations. */
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { MemberRole } from "shared/accounts/rules.ts";
import { invitations, memberships, people } from "../accounts/tables.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";

export interface MemberRow {
  personId: number;
  handle: string;
  role: MemberRole;
  since: Date;
}

/** Owners first, then by handle. */
export async function membersOf(db: Queries | Transaction, organisationId: number): Promise<MemberRow[]> {
  const rank = sql`array_position(array['owner', 'editor', 'poster'], ${memberships.role})`;
  const rows = await db
    .select({
      personId: people.id,
      handle: people.handle,
      role: memberships.role,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(people.erasedAt)))
    .orderBy(rank, sql`lower(${people.handle})`, people.id);
  return rows.map((row) => ({ ...row, handle: row.handle ?? "", role: row.role as MemberRole }));
}

export interface InvitationRow {
  id: number;
  organisationId: number;
  email: string;
  role: MemberRole;
  language: string;
  createdAt: Date;
  sentAt: Date;
  sendings: number;
  expiresAt: Date;
  withdrawnAt: Date | null;
  acceptedAt: Date | null;
  linkId: number | null;
}

const columns = {
  id: invitations.id,
  organisationId: invitations.organisationId,
  email: invitations.email,
  role: invitations.role,
  language: invitations.language,
  createdAt: invitations.createdAt,
  sentAt: invitations.sentAt,
  sendings: invitations.sendings,
  expiresAt: invitations.expiresAt,
  withdrawnAt: invitations.withdrawnAt,
  acceptedAt: invitations.acceptedAt,
  linkId: invitations.linkId,
};

const asRow = <R extends { role: string }>(row: R) => ({ ...row, role: row.role as MemberRole });

/** Those that may still be accepted, the newest first. */
export async function openInvitationsOf(
  db: Queries | Transaction,
  organisationId: number,
  at: Date,
): Promise<InvitationRow[]> {
  const rows = await db
    .select(columns)
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), isOpenAt(at)))
    .orderBy(desc(invitations.id));
  return rows.map(asRow);
}

const isOpenAt = (at: Date) =>
  and(isNull(invitations.withdrawnAt), isNull(invitations.acceptedAt), gt(invitations.expiresAt, at));
