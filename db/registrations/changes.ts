/** Writes of the registrations room: asked for, confirmed, moved up, reminded, ended. Each begins with the event's lock. */
import { sql } from "drizzle-orm";
import type { RegistrationBody } from "shared/registrations/contract.ts";
import type { Transaction } from "../transaction.ts";
import { type Outdated, outdated, type Registered, registeredColumns } from "./queries.ts";

export interface Places {
  capacity: number | null;
  taken: number;
  /** It has begun, so that nobody moves up any more. */
  begun: boolean;
}

/** Until the transaction ends nobody else takes or frees a place of this event. Null: it was withdrawn meanwhile. */
export async function lockPlaces(tx: Transaction, eventId: number, now: Date): Promise<Places | null> {
  await tx.execute(sql`select from events where id = ${eventId} for no key update`);
  // A statement of its own: it sees what those who held the lock before have written.
  const { rows } = await tx.execute<Places & Record<string, unknown>>(sql`
    select e.capacity, coalesce(coalesce(e.starts_at, upper(e.days)::timestamp at time zone 'UTC')
        <= ${now.toISOString()}::timestamptz, false) as begun,
      (select count(*)::int from registrations r where r.event_id = e.id and r.state = 'confirmed') as taken
    from events e where e.id = ${eventId}`);
  return rows[0] ?? null;
}

export interface NewRegistration extends RegistrationBody {
  eventId: number;
  personId: number | null;
  email: string;
  language: string;
  state: Registered["state"];
  tokenHash: string;
  at: Date;
}

export async function insertRegistration(tx: Transaction, one: NewRegistration): Promise<Registered> {
  const { rows } = await tx.execute<Registered & Record<string, unknown>>(sql`
    insert into registrations as r
      (event_id, person_id, email, name, organisation, note, language, state, token_hash, created_at)
    values (${one.eventId}, ${one.personId}, ${one.email}, ${one.name}, ${one.organisation ?? null},
      ${one.note ?? null}, ${one.language}, ${one.state}, ${one.tokenHash}, ${one.at.toISOString()}::timestamptz)
    returning ${registeredColumns}`);
  const [row] = rows;
  if (!row) throw new Error("a new registration gave no row");
  return row;
}

export interface Confirming {
  id: number;
  eventId: number;
  /** Of somebody signed in. */
  personId: number | null;
  state: Registered["state"];
  at: Date;
  /** As whoever confirms wrote it: others may have typed the same address. */
  body: RegistrationBody;
}

/** From this moment its turn counts. */
export async function confirmRegistration(
  tx: Transaction,
  { id, eventId, personId, state, at, body: { name, organisation, note } }: Confirming,
): Promise<Registered | null> {
  const { rows } = await tx.execute<Registered & Record<string, unknown>>(sql`
    update registrations r set state = ${state}, created_at = ${at.toISOString()}::timestamptz,
      person_id = coalesce(${personId}, r.person_id), name = ${name}, organisation = ${organisation ?? null},
      note = ${note ?? null}
    where r.id = ${id} and r.event_id = ${eventId} and r.state = 'unconfirmed' returning ${registeredColumns}`);
  return rows[0] ?? null;
}

/** Of the links to a registration only the count of their letters stays. */
export async function forgetAsked(tx: Transaction, id: number): Promise<void> {
  await tx.execute(sql`update links set data = jsonb_build_object('registrationId', data->'registrationId')
    where purpose = 'confirm-registration' and (data->>'registrationId')::bigint = ${id}`);
}

/** The next who wait get a place; null: all of them. */
export async function moveUpNext(
  tx: Transaction,
  eventId: number,
  places: number | null,
): Promise<Registered[]> {
  const { rows } = await tx.execute<Registered & Record<string, unknown>>(sql`
    update registrations r set state = 'confirmed' where r.id in (
      select n.id from registrations n where n.event_id = ${eventId} and n.state = 'waiting'
      order by n.created_at, n.id limit ${places}::int)
    returning ${registeredColumns}`);
  return rows.toSorted((one, other) => one.id - other.id);
}

/** Nothing of it stays. Null: it was ended already. */
export async function deleteRegistration(
  tx: Transaction,
  eventId: number,
  id: number,
): Promise<Registered | null> {
  const { rows } = await tx.execute<Registered & Record<string, unknown>>(
    sql`delete from registrations r where r.id = ${id} and r.event_id = ${eventId} returning ${registeredColumns}`,
  );
  return rows[0] ?? null;
}

export interface DueReminder extends Registered {
  /** So many days before. */
  days: number;
  isTold: boolean;
}

/**
 * The next reminders that are due, marked as sent. Of two that are due at once, as after a long rest, the nearer one is
 * told; who registered later than a reminder's day is not told of it.
 */
export async function takeReminders(
  tx: Transaction,
  { now, days, limit }: { now: Date; days: readonly number[]; limit: number },
): Promise<DueReminder[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const nearest = Math.min(...days);
  const { rows } = await tx.execute<DueReminder & Record<string, unknown>>(sql`
    with due as (
      select r.id, d.days, (d.days = ${nearest} or b.begins - make_interval(days => ${nearest}) > ${at})
          and r.created_at <= b.begins - make_interval(days => d.days) as told
      from registrations r join events e on e.id = r.event_id,
        lateral (select coalesce(e.starts_at, case when length(e.starts_on) = 10
          then e.starts_on::timestamp at time zone 'UTC' end) as begins) as b,
        unnest(array[${sql.join([...days], sql`, `)}]::int[]) as d(days)
      where r.state = 'confirmed' and b.begins > ${at} and b.begins - make_interval(days => d.days) <= ${at}
        and not d.days = any(r.reminded)
      order by r.id, d.days limit ${limit} for update of r skip locked)
    update registrations r set reminded = r.reminded || taken.days
    from (select id, array_agg(days order by days) as days, bool_or(told) as told from due group by id) as taken
    where taken.id = r.id
    returning ${registeredColumns}, taken.days[1] as days, taken.told as "isTold"`);
  return rows;
}

/** The event is on another day: its reminders are due anew. */
export async function forgetReminders(tx: Transaction, eventId: number): Promise<void> {
  await tx.execute(
    sql`update registrations set reminded = '{}' where event_id = ${eventId} and reminded <> '{}'`,
  );
}

/** Everybody of an event who is told of what becomes of it. */
export async function registeredFor(tx: Transaction, eventId: number): Promise<Registered[]> {
  const { rows } = await tx.execute<Registered & Record<string, unknown>>(sql`
    select ${registeredColumns} from registrations r
    where r.event_id = ${eventId} and r.state <> 'unconfirmed' order by r.id`);
  return rows;
}

export async function dropOutdated(tx: Transaction, at: Outdated): Promise<void> {
  await tx.execute(sql`delete from registrations where id in (select ${outdated(at)})`);
}
