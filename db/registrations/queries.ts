/** Reads of the registrations room: one's own, and all of an event for its curators. */
import { sql } from "drizzle-orm";
import type { OwnRegistration, Registration } from "shared/registrations/contract.ts";
import type { Queries } from "../connect.ts";

type Reading = Pick<Queries, "execute">;

/** One registration, with what its letters need. */
export interface Registered {
  id: number;
  eventId: number;
  /** Of somebody signed in. */
  personId: number | null;
  email: string;
  name: string;
  organisation: string | null;
  note: string | null;
  language: string;
  state: "unconfirmed" | OwnRegistration["state"];
}

export const registeredColumns = sql`r.id, r.event_id as "eventId", r.person_id as "personId", r.email, r.name,
  r.organisation, r.note, r.language, r.state`;

/** Whoever has an account may have registered before it, by the same address. */
export interface Whose {
  email: string;
  personId: number | null;
}

export async function registrationOf(
  db: Reading,
  eventId: number,
  { email, personId }: Whose,
): Promise<Registered | null> {
  const { rows } = await db.execute<Registered & Record<string, unknown>>(sql`
    select ${registeredColumns} from registrations r
    where r.event_id = ${eventId} and (lower(r.email) = lower(${email}) or r.person_id = ${personId})
    order by r.state = 'unconfirmed', r.id limit 1`);
  return rows[0] ?? null;
}

/** One of this event that waits for its letter's button. */
export async function unconfirmedRegistration(
  db: Reading,
  eventId: number,
  id: number,
): Promise<Registered | null> {
  const { rows } = await db.execute<Registered & Record<string, unknown>>(sql`
    select ${registeredColumns} from registrations r
    where r.id = ${id} and r.event_id = ${eventId} and r.state = 'unconfirmed'`);
  return rows[0] ?? null;
}

/** By the digest of the key in its letters. */
export async function registrationByKey(db: Reading, tokenHash: string): Promise<Registered | null> {
  const { rows } = await db.execute<Registered & Record<string, unknown>>(
    sql`select ${registeredColumns} from registrations r where r.token_hash = ${tokenHash}`,
  );
  return rows[0] ?? null;
}

/** Whoever has a place first, then who waits, each in order. */
export async function registrationsOf(db: Reading, eventId: number): Promise<Registration[]> {
  const { rows } = await db.execute<Registration & Record<string, unknown>>(sql`
    select r.id, r.name, r.organisation, r.note, r.state, r.email, r.language,
      to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "registeredAt"
    from registrations r where r.event_id = ${eventId} and r.state <> 'unconfirmed'
    order by r.state = 'waiting', r.created_at, r.id`);
  return rows;
}

/** The person's address, where a letter has proved it, and the language of their letters. */
export async function addressOf(
  db: Reading,
  personId: number,
): Promise<{ email: string; language: string } | null> {
  const { rows } = await db.execute<{ email: string; language: string }>(sql`
    select email, language from people
    where id = ${personId} and email is not null and email_verified_at is not null`);
  return rows[0] ?? null;
}

/** How many letters about registering were written to this address since then because somebody typed it. */
export async function lettersAsked(db: Reading, email: string, since: Date): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from registrations r
    join links l on l.purpose = 'confirm-registration' and (l.data->>'registrationId')::bigint = r.id
    where lower(r.email) = lower(${email}) and l.created_at > ${since.toISOString()}::timestamptz`);
  return rows[0]?.count ?? 0;
}

/** Events at which a place is free and somebody waits. */
export async function eventsWithFreePlaces(db: Reading, now: Date, limit: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select e.id from events e
    where exists (select from registrations r where r.event_id = e.id and r.state = 'waiting')
      and (e.capacity is null
        or e.capacity > (select count(*) from registrations r where r.event_id = e.id and r.state = 'confirmed'))
      and coalesce(e.starts_at, upper(e.days)::timestamp at time zone 'UTC') > ${now.toISOString()}::timestamptz
    order by e.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Whether anything is to be removed: a write would tell all nodes that events changed. */
export async function hasOutdated(db: Reading, at: Outdated): Promise<boolean> {
  const { rows } = await db.execute(sql`select ${outdated(at)} limit 1`);
  return rows.length > 0;
}

export interface Outdated {
  /** Unconfirmed ones of before. */
  unconfirmed: Date;
  /** Of events whose last day was before this one, `YYYY-MM-DD`. */
  lastDay: string;
  /** Of events without any date: registered before. */
  undated: Date;
}

/** The ids of what is kept no longer. */
export function outdated({ unconfirmed, lastDay, undated }: Outdated) {
  return sql`r.id from registrations r join events e on e.id = r.event_id
    where (r.state = 'unconfirmed' and r.created_at < ${unconfirmed.toISOString()}::timestamptz)
      or greatest((e.ends_at at time zone 'UTC')::date, upper(e.days) - 1) < ${lastDay}::date
      or (e.days is null and e.ends_at is null and r.created_at < ${undated.toISOString()}::timestamptz)`;
}

/** How many are registered for an event, or wait: those who are told when it does not take place. */
export async function registeredFor(db: Queries, eventId: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from registrations where event_id = ${eventId} and state <> 'unconfirmed'`);
  return rows[0]?.count ?? 0;
}
