/** Reads of the events room. */
import { type SQL, sql } from "drizzle-orm";
import type { Event } from "shared/events/contract.ts";
import type { FacetCount } from "shared/facets.ts";
import { Failure } from "shared/failure.ts";
import { countUpTo, type List, readCursor, writeCursor } from "shared/page.ts";
import { rangeOf } from "shared/time.ts";
import {
  allOf,
  type Conditions,
  countFacets,
  countRows,
  isAnyOf,
  overlaps,
  textArray,
} from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { cover } from "../files/covers.ts";
import { cutAt } from "../newest.ts";

export interface EventFilter {
  region: string;
  /** ISO 3166-1 alpha-2, in capitals. */
  country?: readonly string[];
  kind?: readonly string[];
  when?: "upcoming" | "past";
  /** `YYYY-MM`: events that may take place in that month. */
  month?: string;
}

type Row = Event & { rank: number } & Record<string, unknown>;

/** Moments travel as RFC 3339 in UTC. */
const moment = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Whoever has not confirmed takes no place. */
const placesLeft = sql`greatest(0, t.capacity - (select count(*)::int from registrations r
  where r.event_id = t.id and r.state = 'confirmed'))`;
const registration = sql`case when t.registration then
  json_build_object('capacity', t.capacity, 'placesLeft', ${placesLeft}, 'endsOn', t.registration_ends_on) end`;

const columns = sql`t.id, t.slug, t.title, t.regions, t.countries, t.kind, t.starts_on as "startsOn",
  t.ends_on as "endsOn", ${moment(sql`t.starts_at`)} as "startsAt", ${moment(sql`t.ends_at`)} as "endsAt",
  t.time_zone as "timeZone", t.deadline_on as "deadlineOn",
  case when t.place_name is not null then
    json_build_object('name', t.place_name, 'iso2', t.place_iso2, 'lat', t.place_lat, 'lon', t.place_lon) end as place,
  t.online, t.organiser, t.run_by as "runBy", t.audience, t.url, t.summary, t.language, ${registration} as registration,
  t.outcome, t.recording_url as "recordingUrl", t.documents, t.source, t.more_sources as "moreSources", t.as_of as "asOf",
  t.verified, ${cover} as cover`;

const from = sql`events t`;

/** When an event is over: its last moment, or the end of the last day that it may take (UTC); null without any date. */
const over = sql`coalesce(t.ends_at, upper(t.days)::timestamp at time zone 'UTC')`;
const upcoming = (now: Date) => sql`(${over} > ${now.toISOString()}::timestamptz) is true`;

/** Upcoming ones soonest first, then the others latest first, then those without any date: one number that rises. */
const rankAt = (now: Date) => sql`case when ${upcoming(now)} then lower(t.days) - date '2000-01-01'
  else coalesce(10000000 - (t.sort_on - date '2000-01-01'), 100000000) end`;

function conditionsOf(filter: EventFilter, now: Date): Conditions {
  const days = filter.month === undefined ? undefined : rangeOf(filter.month);
  return {
    region: sql`t.regions @> ${textArray([filter.region])}`,
    country: overlaps(sql`t.countries`, filter.country),
    kind: isAnyOf(sql`t.kind`, filter.kind),
    when: filter.when && (filter.when === "upcoming" ? upcoming(now) : sql`not ${upcoming(now)}`),
    month: days && sql`t.days && daterange(${days.from}::date, ${days.to}::date, '[]')`,
  };
}

function eventOf({ rank: _rank, ...event }: Row): Event {
  return event;
}

/** Events of a region: upcoming ones soonest first, then past ones latest first, then those without a date. */
export async function listEvents(
  db: Queries,
  filter: EventFilter,
  page: { now: Date; limit: number; after?: string | undefined },
): Promise<List<Event>> {
  const conditions = conditionsOf(filter, page.now);
  const after = page.after === undefined ? undefined : afterRank(page.after, page.now);
  const [rows, count] = await Promise.all([
    readEvents(db, allOf({ ...conditions, after }), page.now, page.limit + 1),
    countRows(db, from, allOf(conditions)),
  ]);
  const { items, next } = cutAt(rows, page.limit, (row) => writeCursor([row.rank, row.id]));
  return { items: items.map(eventOf), ...countUpTo(count), next };
}

function afterRank(after: string, now: Date): SQL {
  const [rank, id] = readCursor(after, 2);
  if (!Number.isInteger(rank) || !Number.isSafeInteger(id) || Math.abs(Number(rank)) > 1_000_000_000) {
    throw new Failure("invalid", {
      problems: [{ parameter: "after", message: "is not a cursor of this list" }],
    });
  }
  return sql`(${rankAt(now)}, t.id) > (${rank}::int, ${id}::bigint)`;
}

/** The `count` next events of a region, soonest first. */
export async function nextEvents(db: Queries, region: string, now: Date, count: number): Promise<Event[]> {
  const conditions = conditionsOf({ region, when: "upcoming" }, now);
  return (await readEvents(db, allOf(conditions), now, count)).map(eventOf);
}

async function readEvents(db: Queries, where: SQL, now: Date, limit: number): Promise<Row[]> {
  const result = await db.execute<Row>(
    sql`select ${columns}, ${rankAt(now)} as rank from ${from} where ${where} order by rank, t.id limit ${limit}`,
  );
  return result.rows;
}

/** The next `limit` events by id, of these regions or, where null, of all: what a dump reads on and on. */
export async function eventsAfter(
  db: Pick<Queries, "execute">,
  regions: readonly string[] | null,
  after: number,
  limit: number,
): Promise<Event[]> {
  const result = await db.execute<Event & Record<string, unknown>>(
    sql`select ${columns} from ${from}
      where ${allOf({ after: sql`t.id > ${after}`, regions: overlaps(sql`t.regions`, regions ?? undefined) })}
      order by t.id limit ${limit}`,
  );
  return result.rows;
}

/** An event as a calendar holds it: with the moment of its row's last change, and how often that was. */
export interface CalendarEvent extends Event {
  /** RFC 3339 in UTC. */
  updatedAt: string;
  version: number;
}

const calendarColumns = sql`${columns}, ${moment(sql`t.updated_at`)} as "updatedAt", t.version`;

/** Events of a region that a calendar can hold: those whose first day is known, the latest `limit` of them. */
export async function eventsForCalendar(
  db: Queries,
  region: string,
  limit: number,
): Promise<CalendarEvent[]> {
  const result = await db.execute<CalendarEvent & Record<string, unknown>>(
    sql`select ${calendarColumns} from ${from}
      where t.regions @> ${textArray([region])} and (length(t.starts_on) = 10 or t.starts_at is not null)
      order by t.sort_on desc nulls last, t.id desc limit ${limit}`,
  );
  return result.rows;
}

export async function oneForCalendar(db: Queries, slug: string): Promise<CalendarEvent | null> {
  const result = await db.execute<CalendarEvent & Record<string, unknown>>(
    sql`select ${calendarColumns} from ${from} where t.slug = ${slug}`,
  );
  return result.rows[0] ?? null;
}

export async function oneEvent(db: Queries, slug: string): Promise<Event | null> {
  const result = await db.execute<Event & Record<string, unknown>>(
    sql`select ${columns} from ${from} where t.slug = ${slug}`,
  );
  return result.rows[0] ?? null;
}

export async function eventById(db: Pick<Queries, "execute">, id: number): Promise<Event | null> {
  const result = await db.execute<Event & Record<string, unknown>>(
    sql`select ${columns} from ${from} where t.id = ${id}`,
  );
  return result.rows[0] ?? null;
}

/** The next moment at which an event of the region is over, or the day after a deadline begins; null when none comes. */
export async function nextEventChange(db: Queries, region: string, now: Date): Promise<Date | null> {
  const deadline = sql`upper(partial_date_range(t.deadline_on))::timestamp at time zone 'UTC'`;
  const result = await db.execute<{ at: string | null }>(
    sql`select ${moment(sql`min(at)`)} as at from ${from}, unnest(array[${over}, ${deadline}]) as at
      where t.regions @> ${textArray([region])} and at > ${now.toISOString()}::timestamptz`,
  );
  const at = result.rows[0]?.at;
  return at ? new Date(at) : null;
}

export type EventFacets = Record<"country" | "kind", FacetCount[]>;

export function eventFacets(db: Queries, filter: EventFilter, now: Date): Promise<EventFacets> {
  const conditions = conditionsOf(filter, now);
  return countFacets(db, {
    country: {
      value: sql`place`,
      from: sql`${from}, unnest(t.countries) as place`,
      where: allOf(conditions, "country"),
    },
    kind: { value: sql`t.kind`, from, where: allOf(conditions, "kind") },
  });
}
