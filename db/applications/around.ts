/** Around a claim: whom letters tell of it, who keeps the profile, and what the profile publishes. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";
import { organisations } from "../organisations/tables.ts";
import type { Transaction } from "../transaction.ts";

/** Whom a letter is for. */
export interface Reader {
  personId: number;
  email: string;
  language: string;
}

const reader = sql`p.id as "personId", p.email, p.language`;

/** The region's admins; where it has none, the stewards. */
export async function adminsOf(db: Queries, region: string): Promise<Reader[]> {
  const result = await db.execute<Reader & { role: string } & Record<string, unknown>>(sql`
    select ${reader}, r.role from roles as r join people as p on p.id = r.person_id
    where p.email is not null and p.erased_at is null and ((r.role = 'admin' and r.region = ${region}) or r.role = 'steward')
    order by p.id`);
  const admins = result.rows.filter(({ role }) => role === "admin");
  return (admins.length > 0 ? admins : result.rows).map(({ personId, email, language }) => ({
    personId,
    email,
    language,
  }));
}

export async function ownersOf(db: Queries, organisationId: number): Promise<Reader[]> {
  const result = await db.execute<Reader & Record<string, unknown>>(sql`
    select ${reader} from memberships as m join people as p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.role = 'owner' and p.email is not null and p.erased_at is null
    order by p.id`);
  return result.rows;
}

export async function membersIn(db: Queries, organisationId: number): Promise<number> {
  const result = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from memberships where organisation_id = ${organisationId}`,
  );
  return result.rows[0]?.count ?? 0;
}

/**
 * The published website and address of a CSO that may be claimed: visible, and the field itself is public. What somebody
 * changed here since then is left out, and all of it where a claim was taken back: it may be the claimant's own doing.
 */
export async function publishedContacts(
  db: Queries,
  organisationId: number,
  since: Date,
): Promise<{ website: string | null; email: string | null }> {
  const at = sql`${since.toISOString()}::timestamptz`;
  const settled = (
    field: "website" | "email",
  ) => sql`case when coalesce(visibility->>${field}, 'public') = 'public'
      and not exists (select 1 from revisions r where r.kind = 'organisation' and r.ref = ${String(organisationId)}
        and r.after ? ${field} and r.at > ${at}) then ${sql.identifier(field)} end`;
  const result = await db.execute<{ website: string | null; email: string | null }>(sql`
    select ${settled("website")} as website, ${settled("email")} as email
    from ${organisations} where id = ${organisationId} and not exists (select 1 from applications a
      where a.organisation_id = ${organisationId} and a.proved_by = 'domain' and a.status = 'declined' and a.decided_at > ${at})`);
  return result.rows[0] ?? { website: null, email: null };
}

/** Whether the profile exists and is visible; others who would give it an owner wait. */
export async function lockOrganisation(tx: Transaction, organisationId: number): Promise<boolean> {
  const result = await tx.execute(
    sql`select 1 from ${organisations} where id = ${organisationId} and status <> 'hidden' for update`,
  );
  return result.rows.length > 0;
}

/** Whether another profile publishes the same site: then a mailbox there speaks for none of them. */
export async function sharingSite(db: Queries, organisationId: number, host: string): Promise<boolean> {
  const result = await db.execute(
    sql`select 1 from ${organisations} where site_of(website) = ${host} and id <> ${organisationId} limit 1`,
  );
  return result.rows.length > 0;
}
