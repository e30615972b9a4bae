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

/** Ends the membership and every link that would still give it; without members the profile is listed again. */
export async function takeBackOwnership(
  tx: Transaction,
  { organisationId, region, email, personId }: TakenBack,
): Promise<void> {
  await tx.execute(sql`
    delete from links where used_at is null and lower(email) = lower(${email})
      and data->'memberships' @> jsonb_build_array(jsonb_build_object('organisationId', ${organisationId}::bigint))`);
  await tx.execute(sql`
    delete from memberships where organisation_id = ${organisationId}
      and person_id in (select id from people where lower(email) = lower(${email}))`);
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
