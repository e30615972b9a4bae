/** Takes a profile back from whom a code had made its owner. */
import { sql } from "drizzle-orm";
import { recordRevision } from "../revisions/changes.ts";
import type { Transaction } from "../transaction.ts";

interface TakenBack {
  organisationId: number;
  region: string;
  /** Of the claim. */
  email: string;
  /** The admin. */
  personId: number;
}

/**
 * Whoever came in by the claim goes, under whatever address and name by now, and whom they invited: nobody kept the
 * profile before it. Those stay whom an admin let in by an application of their own. Without members it is listed again.
 */
export async function takeBackOwnership(
  tx: Transaction,
  { organisationId, region, email, personId }: TakenBack,
): Promise<void> {
  await tx.execute(sql`select 1 from organisations where id = ${organisationId} for no key update`);
  await tx.execute(sql`
    delete from links where used_at is null
      and data->'memberships' @> jsonb_build_array(jsonb_build_object('organisationId', ${organisationId}::bigint))
      and (lower(email) = lower(${email}) or data ? 'invitationId' or not data ? 'grantedBy')`);
  await tx.execute(sql`
    update invitations set withdrawn_at = now()
    where organisation_id = ${organisationId} and withdrawn_at is null and accepted_at is null`);
  await tx.execute(sql`
    delete from memberships m where m.organisation_id = ${organisationId} and not exists (
      select 1 from people p join applications a on lower(a.email) = lower(p.email)
      where p.id = m.person_id and lower(p.email) <> lower(${email})
        and a.organisation_id = ${organisationId} and a.status = 'accepted' and a.decided_by is not null)`);
  // One that hides itself stays hidden until an admin decides otherwise, and comes back as listed.
  await tx.execute(sql`
    update organisations set status_before = 'listed' where id = ${organisationId} and status_before = 'claimed'
      and not exists (select 1 from memberships where organisation_id = ${organisationId})`);
  const listed = await tx.execute<{ version: number }>(sql`
    update organisations set status = 'listed' where id = ${organisationId} and status = 'claimed'
      and not exists (select 1 from memberships where organisation_id = ${organisationId}) returning version`);
  const [row] = listed.rows;
  if (!row) return;
  await recordRevision(tx, {
    kind: "organisation",
    ref: String(organisationId),
    region,
    version: row.version,
    before: { status: "claimed" },
    after: { status: "listed" },
    personId,
    actedAs: "admin",
  });
}
