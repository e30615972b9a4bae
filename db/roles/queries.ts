/** Reads of roles: who has which where, and the people of a region among whom roles are given. */
import { type SQL, sql } from "drizzle-orm";
import type { MemberRole, Role } from "shared/accounts/rules.ts";
import type { Queries } from "../connect.ts";

export interface PersonWithRoles {
  id: number;
  handle: string;
  language: string;
  /** Without one, staff roles sleep. */
  secondFactor: boolean;
  /** Those of the region that was asked for and of the whole platform; or all. */
  roles: Role[];
  memberships: { slug: string; region: string; name: string; role: MemberRole }[];
}

type Row = PersonWithRoles & Record<string, unknown>;

/** `region`: null for all. */
function peopleWhere(region: string | null, condition: SQL, limit: number): SQL {
  const here = (column: SQL) => (region === null ? sql`true` : sql`${column} = ${region}`);
  return sql`
    select p.id, p.handle, p.language,
      (p.totp_confirmed_at is not null or exists (select 1 from passkeys as k where k.person_id = p.id)) as "secondFactor",
      coalesce((select json_agg(json_build_object('role', r.role, 'region', r.region) order by r.region nulls first, r.role)
        from roles as r where r.person_id = p.id and (r.region is null or ${here(sql`r.region`)})), '[]') as roles,
      coalesce((select json_agg(json_build_object('slug', o.slug, 'region', o.region, 'name', o.name, 'role', m.role) order by o.name, o.id)
        from memberships as m join organisations as o on o.id = m.organisation_id
        where m.person_id = p.id and ${here(sql`o.region`)}), '[]') as memberships
    from people as p
    where p.erased_at is null and p.handle is not null and ${condition}
    order by lower(p.handle), p.id limit ${limit}`;
}

/** More staff than any region has; a page shows them all. */
const MAX_STAFF = 500;

/** Everybody with a role in the region; null: with any role anywhere. */
export async function staffOf(db: Queries, region: string | null): Promise<PersonWithRoles[]> {
  const roleHere = region === null ? sql`true` : sql`r.region = ${region}`;
  const condition = sql`exists (select 1 from roles as r where r.person_id = p.id and ${roleHere})`;
  return (await db.execute<Row>(peopleWhere(region, condition, MAX_STAFF))).rows;
}

const belongsTo = (
  region: string,
) => sql`(${region} = any(p.regions) or exists (select 1 from memberships as m
    join organisations as o on o.id = m.organisation_id where m.person_id = p.id and o.region = ${region}))`;

/** Members of the region's CSOs, and those who belong to it alone, by handle; `after` the last one that was shown. */
export async function membersOfRegion(
  db: Queries,
  region: string,
  { after, limit }: { after: { handle: string; id: number } | null; limit: number },
): Promise<PersonWithRoles[]> {
  const further =
    after === null ? sql`true` : sql`(lower(p.handle), p.id) > (lower(${after.handle}), ${after.id})`;
  return (await db.execute<Row>(peopleWhere(region, sql`${belongsTo(region)} and ${further}`, limit))).rows;
}

/** How many there are, counted up to `most`. */
export async function countMembersOfRegion(db: Queries, region: string, most: number): Promise<number> {
  const result = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select 1 from people as p
      where p.erased_at is null and p.handle is not null and ${belongsTo(region)} limit ${most}) as counted`);
  return result.rows[0]?.count ?? 0;
}

/** A person with all roles and memberships. */
export async function personById(db: Queries, id: number): Promise<PersonWithRoles | null> {
  return (await db.execute<Row>(peopleWhere(null, sql`p.id = ${id}`, 1))).rows[0] ?? null;
}

/** By handle or by e-mail, as typed. */
export async function personNamed(db: Queries, name: string): Promise<PersonWithRoles | null> {
  const condition = sql`(lower(p.handle) = lower(${name}) or lower(p.email) = lower(${name}))`;
  return (await db.execute<Row>(peopleWhere(null, condition, 1))).rows[0] ?? null;
}

/** By handle alone. */
export async function personByHandle(db: Queries, handle: string): Promise<PersonWithRoles | null> {
  return (
    (await db.execute<Row>(peopleWhere(null, sql`lower(p.handle) = lower(${handle})`, 1))).rows[0] ?? null
  );
}

/** Where letters about an account go, and in which language. */
export async function letterAddress(
  db: Queries,
  id: number,
): Promise<{ email: string; language: string } | null> {
  const result = await db.execute<{ email: string; language: string }>(
    sql`select email, language from people where id = ${id} and email is not null and erased_at is null`,
  );
  return result.rows[0] ?? null;
}

/** One that is not a demonstration. */
export async function hasSteward(db: Queries): Promise<boolean> {
  const result = await db.execute(sql`select 1 from roles as r join people as p on p.id = r.person_id
    where r.role = 'steward' and not p.demonstration limit 1`);
  return result.rows.length > 0;
}
