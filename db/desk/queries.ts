/** Reads of the desk: what waits for a person in a region, in order, counted by kind, and who took it on. */
import { type SQL, sql } from "drizzle-orm";
import { type DeskKind, deskKinds, type Taking, waitingKinds } from "shared/desk/rules.ts";
import { Failure } from "shared/failure.ts";
import { EXACT_COUNT, readCursor, writeCursor } from "shared/page.ts";
import type { Queries } from "../connect.ts";
import { cutAt } from "../newest.ts";
import { type At, branches, daysBefore } from "./branches.ts";

type Reading = Pick<Queries, "execute">;

export interface Waiting {
  kind: DeskKind;
  ref: string;
  /** ISO 8601, to the microsecond: lists are read on from it. */
  since: string;
  title: string | null;
  iso2: string | null;
  what: string | null;
  slug: string | null;
  count: number | null;
  takenBy: { id: number; handle: string | null } | null;
}

export interface DeskAsk extends At {
  /** Who reads it. */
  personId: number;
  /** Those that are theirs, or fewer. */
  kinds: readonly DeskKind[];
  taken?: Taking | undefined;
  olderThan?: number | undefined;
}

const takenConditions: Record<Taking, (personId: number) => SQL> = {
  mine: (personId) => sql`a.person_id = ${personId}`,
  others: (personId) => sql`a.person_id <> ${personId}`,
  nobody: () => sql`a.person_id is null`,
};

/** One kind, as it is asked for: what is set aside is left out. */
function lineOf(kind: DeskKind, { region, now, personId, taken, olderThan }: DeskAsk, more: SQL): SQL {
  const aside = sql`not exists (select from set_aside s where s.region = ${region} and s.kind = ${kind} and s.ref = w.ref
    and s.until > ${now.toISOString()}::timestamptz)`;
  const conditions = [
    more,
    ...(waitingKinds[kind].aside ? [aside] : []),
    ...(taken ? [takenConditions[taken](personId)] : []),
    ...(olderThan ? [sql`w.since < ${daysBefore(now, olderThan)}::timestamptz`] : []),
  ];
  return sql`select ${kind}::text as kind, ${waitingKinds[kind].answers ? 0 : 1}::int as tier, w.*, a.person_id as taken_by
    from (${branches[kind]({ region, now })}) as w
    left join assignments a on a.region = ${region} and a.kind = ${kind} and a.ref = w.ref
    where ${sql.join(conditions, sql` and `)}`;
}

const told = sql`to_char(q.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** First what somebody waits to be answered, then the rest; each the oldest first. */
export async function waitingAt(
  db: Reading,
  ask: DeskAsk,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: Waiting[]; next: string | null }> {
  const from = after === undefined ? null : positionOf(after);
  const parts = ask.kinds.flatMap((kind) => {
    const more = from === null ? sql`true` : beyond(kind, from);
    if (more === null) return [];
    return [sql`(${lineOf(kind, ask, more)} order by w.since, w.ref limit ${limit + 1})`];
  });
  if (parts.length === 0) return { items: [], next: null };
  const { rows } = await db.execute<Waiting & Record<string, unknown>>(sql`
    select q.kind, q.ref, ${told} as since, q.title, q.iso2, q.what, q.slug, q.count,
      case when q.taken_by is not null then json_build_object('id', q.taken_by, 'handle', p.handle) end as "takenBy"
    from (${sql.join(parts, sql` union all `)}) as q left join people p on p.id = q.taken_by
    order by q.tier, q.since, q.kind, q.ref limit ${limit + 1}`);
  const cursor = ({ kind, since, ref }: Waiting) => writeCursor([kind, since, ref]);
  return cutAt<Waiting>(rows, limit, cursor);
}

interface Position {
  kind: DeskKind;
  since: string;
  ref: string;
}

/** What of a kind stands after the position; null: nothing. */
function beyond(kind: DeskKind, { kind: at, since, ref }: Position): SQL | null {
  const [here, there] = [waitingKinds[kind].answers, waitingKinds[at].answers];
  if (here !== there) return there ? sql`true` : null;
  return sql`(w.since, ${kind}::text, w.ref) > (${since}::timestamptz, ${at}::text, ${ref}::text)`;
}

const SINCE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

function positionOf(after: string): Position {
  const [kind, since, ref] = readCursor(after, 3);
  const known = deskKinds.find((one) => one === kind);
  if (
    !known ||
    typeof since !== "string" ||
    !SINCE.test(since) ||
    Number.isNaN(Date.parse(since)) ||
    typeof ref !== "string"
  )
    throw new Failure("invalid", {
      problems: [{ parameter: "after", message: "is not a cursor of this list" }],
    });
  return { kind: known, since, ref };
}

export interface KindCount {
  kind: DeskKind;
  /** One more than what lists count exactly stands for more. */
  count: number;
  oldest: string;
}

/** Those kinds of which something waits, in their own order. */
export async function countWaiting(db: Reading, ask: DeskAsk): Promise<KindCount[]> {
  const parts = ask.kinds.map(
    (kind) => sql`select ${kind}::text as kind, count(*)::int as count, min(w.since) as since
      from (${lineOf(kind, ask, sql`true`)} order by w.since limit ${EXACT_COUNT + 1}) as w having count(*) > 0`,
  );
  if (parts.length === 0) return [];
  const { rows } = await db.execute<KindCount & Record<string, unknown>>(sql`
    select q.kind, q.count, ${told} as oldest from (${sql.join(parts, sql` union all `)}) as q`);
  const order = (kind: DeskKind) => deskKinds.indexOf(kind);
  return rows.toSorted((a, b) => order(a.kind) - order(b.kind));
}

/** Those of the named things that wait for this person, with who took them on. */
export async function waitingAmong(
  db: Reading,
  ask: DeskAsk,
  named: readonly { kind: DeskKind; ref: string }[],
): Promise<{ kind: DeskKind; ref: string; takenBy: number | null }[]> {
  const parts = ask.kinds.flatMap((kind) => {
    const refs = named.filter((one) => one.kind === kind).map(({ ref }) => ref);
    return refs.length === 0 ? [] : [lineOf(kind, ask, sql`w.ref = any(${sql.param(refs)}::text[])`)];
  });
  if (parts.length === 0) return [];
  const { rows } = await db.execute<{ kind: DeskKind; ref: string; takenBy: number | null }>(sql`
    select q.kind, q.ref, q.taken_by as "takenBy" from (${sql.join(parts, sql` union all `)}) as q`);
  return rows;
}

/** Who took on what of these kinds, by "kind/ref". */
export async function takersIn(
  db: Reading,
  region: string,
  kinds: readonly DeskKind[],
): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ kind: string; ref: string; handle: string }>(sql`
    select a.kind, a.ref, p.handle from assignments a join people p on p.id = a.person_id
    where a.region = ${region} and a.kind = any(${sql.param([...kinds])}::text[]) and p.handle is not null`);
  return new Map(rows.map(({ kind, ref, handle }) => [`${kind}/${ref}`, handle]));
}

export interface Beside {
  id: number;
  kind: string;
  title: string | null;
  slug: string | null;
  /** When it was published, or will be. */
  at: string;
}

/** What is scheduled, the next first; what was published, the last first. */
export async function entriesBeside(
  db: Reading,
  region: string,
  state: "scheduled" | "published",
  limit: number,
): Promise<Beside[]> {
  const at = state === "scheduled" ? sql`e.publish_at` : sql`e.updated_at`;
  const order = state === "scheduled" ? sql`e.publish_at, e.id` : sql`e.updated_at desc, e.id desc`;
  const { rows } = await db.execute<Beside & Record<string, unknown>>(sql`
    select e.id, e.kind, coalesce(e.content->>'title', e.content->>'name',
        case e.kind when 'news' then (select title from articles where id = e.record_id)
          when 'events' then (select title from events where id = e.record_id)
          when 'resources' then (select title from resources where id = e.record_id)
          else (select name from partners where id = e.record_id) end) as title, e.slug,
      to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from entries e where e.region = ${region} and e.state = ${state} and ${at} is not null order by ${order} limit ${limit}`);
  return rows;
}
