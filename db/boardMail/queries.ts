/** Reads of the board by mail: the person of an address, as a session would give them. */
import { sql } from "drizzle-orm";
import type { Membership, Role } from "shared/accounts/rules.ts";
import type { Queries } from "../connect.ts";

export interface Writer extends Record<string, unknown> {
  id: number;
  handle: string;
  email: string;
  language: string;
  /** Of an accepted personal application. */
  regions: string[];
  roles: Role[];
  memberships: Membership[];
}

/** Null: gone, or with an address that is not known to be theirs. */
export async function writerById(db: Queries, id: number): Promise<Writer | null> {
  const { rows } = await db.execute<Writer>(sql`
    select p.id, p.handle, p.email, p.language, p.regions,
      coalesce((select json_agg(json_build_object('role', r.role, 'region', r.region)) from roles r
        where r.person_id = p.id), '[]') as roles,
      coalesce((select json_agg(json_build_object('organisationId', o.id, 'role', m.role, 'region', o.region, 'slug', o.slug,
        'name', o.name, 'iso2', o.iso2, 'dark', o.dark_since is not null)) from memberships m
        join organisations o on o.id = m.organisation_id where m.person_id = p.id), '[]') as memberships
    from people p where p.id = ${id} and p.handle is not null and p.email is not null
      and p.email_verified_at is not null and p.erased_at is null`);
  return rows[0] ?? null;
}
