/** Sessions: the row behind a cookie, with the person, roles and memberships of its request. */
import { and, eq, isNull, ne } from "drizzle-orm";
import type { MemberRole, Role } from "shared/accounts/rules.ts";
import type { Database, Queries } from "../connect.ts";
import { gathered } from "../gather.ts";
import type { Transaction } from "../transaction.ts";
import { sessions } from "./tables.ts";

export interface SessionRow {
  id: string;
  generation: number;
  nonce: string;
  rotatedAt: Date;
  secondFactor: boolean;
  confirmedAt: Date;
  lastActiveAt: Date;
  personId: number;
  handle: string;
  language: string;
  /** Of an accepted personal application. */
  regions: string[];
  roles: Role[];
  memberships: SessionMembership[];
}

export interface SessionMembership {
  organisationId: number;
  role: MemberRole;
  region: string;
  slug: string;
  name: string;
  iso2: string;
  dark: boolean;
}

const SESSION = `select s.id, s.generation, s.nonce, s.rotated_at as "rotatedAt", s.second_factor as "secondFactor",
      s.confirmed_at as "confirmedAt", s.last_active_at as "lastActiveAt", p.id as "personId", p.handle, p.language, p.regions,
      coalesce((select json_agg(json_build_object('role', r.role, 'region', r.region) order by r.role, r.region)
        from roles as r where r.person_id = p.id), '[]') as roles,
      coalesce((select json_agg(json_build_object('organisationId', o.id, 'role', m.role, 'region', o.region, 'slug', o.slug,
        'name', o.name, 'iso2', o.iso2, 'dark', o.dark_since is not null) order by o.name, o.id)
        from memberships as m join organisations as o on o.id = m.organisation_id where m.person_id = p.id), '[]') as memberships
    from sessions as s join people as p on p.id = s.person_id
    where s.id = any($1::uuid[]) and s.ended_at is null and p.erased_at is null`;

/**
 * A session that has not ended, of a person who is still there; one query for all that a request needs to know, and for
 * all requests that came together.
 */
export const sessionById = gathered<string, SessionRow | null>(async (db, ids) => {
  const rows = await sessionsById(db, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** Those of them that have not ended. */
export function sessionsById(db: Database, ids: readonly string[]): Promise<SessionRow[]> {
  return db.planned<SessionRow>("session", SESSION, [ids]);
}

export interface NewSession {
  personId: number;
  nonce: string;
  device: string;
  secondFactor: boolean;
  at: Date;
}

/** Its id. */
export async function insertSession(db: Queries | Transaction, session: NewSession): Promise<string> {
  const { at, ...values } = session;
  const moments = { rotatedAt: at, confirmedAt: at, createdAt: at, lastActiveAt: at };
  const [row] = await db
    .insert(sessions)
    .values({ ...values, ...moments })
    .returning({ id: sessions.id });
  if (!row) throw new Error("a new session gave no id");
  return row.id;
}

/** The next generation, or null where another request was first. */
export async function rotateSession(
  db: Queries,
  id: string,
  generation: number,
  at: Date,
): Promise<number | null> {
  const [row] = await db
    .update(sessions)
    .set({ generation: generation + 1, rotatedAt: at, lastActiveAt: at })
    .where(and(eq(sessions.id, id), eq(sessions.generation, generation), isNull(sessions.endedAt)))
    .returning({ generation: sessions.generation });
  return row?.generation ?? null;
}

export async function touchSession(db: Queries, id: string, at: Date): Promise<void> {
  await db.update(sessions).set({ lastActiveAt: at }).where(eq(sessions.id, id));
}

/** Password or passkey, and where it was asked for the second factor, were shown again. */
export async function confirmSession(
  db: Queries | Transaction,
  id: string,
  shown: { at: Date; secondFactor?: boolean },
): Promise<void> {
  const { at, secondFactor } = shown;
  await db
    .update(sessions)
    .set({ confirmedAt: at, ...(secondFactor === undefined ? {} : { secondFactor }) })
    .where(eq(sessions.id, id));
}

/** One session of a person; false where there is none of that id. */
export async function endSession(
  db: Queries | Transaction,
  { id, personId }: { id: string; personId: number },
  at: Date,
): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.id, id), eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** All sessions of a person, but the one that is kept, if any. */
export async function endSessions(
  db: Queries | Transaction,
  personId: number,
  { at, keep }: { at: Date; keep?: string },
): Promise<void> {
  const others = keep === undefined ? undefined : ne(sessions.id, keep);
  await db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), others));
}
