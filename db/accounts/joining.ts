/** Writes of a new account: the person, and what their link brings with it. */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Gives } from "shared/accounts/joining.ts";
import { organisations } from "../organisations/tables.ts";
import type { Transaction } from "../transaction.ts";
import { invitations, people, roles } from "./tables.ts";

export interface NewPerson {
  handle: string;
  email: string;
  /** Null: the address was typed and not yet confirmed. */
  emailVerifiedAt: Date | null;
  passwordHash: string;
  language: string;
}

/** The new person's id; null where handle or address belong to somebody already. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<number | null> {
  const [row] = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
  return row?.id ?? null;
}

/** Takes an invitation that still stands; of two at once, one gets it. */
export async function acceptInvitation(
  tx: Transaction,
  { id, personId, at }: { id: number; personId: number; at: Date },
): Promise<boolean> {
  const taken = await tx
    .update(invitations)
    .set({ acceptedAt: at, acceptedBy: personId })
    .where(and(eq(invitations.id, id), isNull(invitations.withdrawnAt), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id });
  return taken.length > 0;
}

/** Adds to what the person has: nobody loses a stronger role by a weaker invitation. */
export async function grant(tx: Transaction, personId: number, gives: Gives): Promise<void> {
  const { grantedBy = null } = gives;
  for (const { role, region } of gives.roles ?? []) {
    await tx.insert(roles).values({ personId, role, region, grantedBy }).onConflictDoNothing();
  }
  for (const { organisationId, role } of gives.memberships ?? []) {
    await addMembership(tx, { personId, organisationId, role });
  }
  const regions = gives.regions ?? [];
  for (const region of regions) {
    await tx
      .update(people)
      .set({ regions: sql`array_append(${people.regions}, ${region})` })
      .where(and(eq(people.id, personId), sql`not (${region} = any(${people.regions}))`));
  }
}

interface NewMembership {
  personId: number;
  organisationId: number;
  role: string;
}

/** A listed CSO that gets its first owner is claimed with it. */
async function addMembership(
  tx: Transaction,
  { personId, organisationId, role }: NewMembership,
): Promise<void> {
  await tx.execute(sql`
    insert into memberships (person_id, organisation_id, role)
    select ${personId}, id, ${role} from organisations where id = ${organisationId}
    on conflict (person_id, organisation_id) do update set role = excluded.role
    where memberships.role = 'poster' or excluded.role = 'owner'`);
  if (role !== "owner") return;
  await tx
    .update(organisations)
    .set({ status: "claimed" })
    .where(and(eq(organisations.id, organisationId), eq(organisations.status, "listed")));
}
