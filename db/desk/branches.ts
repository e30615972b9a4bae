/** What waits at a region's desk, by kind: each a select of the same columns from where the thing itself stands. */
import { type SQL, sql } from "drizzle-orm";
import { monthsFrom, STALE_AFTER_MONTHS } from "shared/confirm/rules.ts";
import { ANSWER_DAYS, type DeskKind, OUTCOME_AFTER_DAYS } from "shared/desk/rules.ts";
import { dayOf } from "shared/time.ts";
import { waitingPosts } from "../moderation/queue.ts";

/** For whom and when. */
export interface At {
  region: string;
  now: Date;
}

/** `ref text, since timestamptz, title text, iso2 text, what text, slug text, count int`; `slug` of a link is its address. */
type Branch = (at: At) => SQL;

const none = sql`null::text`;
const one = sql`null::int as count`;

const application =
  (isClaim: boolean): Branch =>
  ({ region }) =>
    sql`
  select a.id::text as ref, coalesce(a.submitted_at, a.created_at) as since, coalesce(o.name, a.name) as title, a.iso2,
    a.kind as what, ${none} as slug, ${one}
  from applications a left join organisations o on o.id = a.organisation_id
  where a.region = ${region} and a.status = 'waiting' and (a.kind = 'claim') = ${isClaim}`;

/** Of a claimed CSO they wait for its own editors. */
const correction: Branch = ({ region }) => sql`
  select c.id::text as ref, c.created_at as since, o.name as title, c.iso2, c.kind || ' ' || c.field as what,
    ${none} as slug, ${one}
  from corrections c left join organisations o on o.id = c.organisation_id
  where c.region = ${region} and c.status = 'waiting' and (o.id is null or o.status = 'listed')`;

const entryColumns = (since: SQL) => sql`select e.id::text as ref, ${since} as since,
  coalesce(e.content->>'title', e.content->>'name') as title, null::text as iso2, e.kind as what, ${none} as slug, ${one}
  from entries e`;

const proposal: Branch = ({ region }) =>
  sql`${entryColumns(sql`e.created_at`)} where e.region = ${region} and e.state = 'proposed'`;

const unpublished: Branch = ({ region }) =>
  sql`${entryColumns(sql`e.updated_at`)} where e.region = ${region} and e.state = 'draft' and e.problem is not null`;

const posts =
  (kind: "flag" | "approval"): Branch =>
  ({ region }) =>
    sql`
  select w.id::text as ref, w.since, t.title, null::text as iso2, p.number::text as what, ${none} as slug, ${one}
  from (${waitingPosts(kind, region)}) as w join posts p on p.id = w.id join threads t on t.id = p.thread_id`;

const appeal: Branch = ({ region }) => sql`
  select a.id::text as ref, a.created_at as since, ${none} as title, null::text as iso2, d.action as what,
    ${none} as slug, ${one}
  from appeals a join decisions d on d.id = a.decision_id
  where a.decided_at is null and (a.region = ${region} or a.region is null)`;

/** What a CSO keeps itself is its own to mend. */
const link: Branch = ({ region }) => sql`
  select md5(l.url) as ref, coalesce(l.since, l.checked_at, l.updated_at) as since, u.title, null::text as iso2,
    l.state as what, l.url as slug, ${one}
  from web_links l join (select distinct on (url) url, title from web_link_uses
    where (region = ${region} or region is null) and not own order by url, kind, ref) as u on u.url = l.url
  where l.state in ('moved', 'gone', 'failing') and l.verdict is null`;

/** Whoever was asked lately has some time to answer first. */
const profile: Branch = ({ region, now }) => {
  const staleBy = monthsFrom(dayOf(now), -STALE_AFTER_MONTHS);
  const to = sql`upper(partial_date_range(o.last_confirmed_on))`;
  return sql`
  select o.id::text as ref, (${to} - 1 + make_interval(months => ${STALE_AFTER_MONTHS})) at time zone 'UTC' as since,
    o.name as title, o.iso2, o.status as what, o.slug, ${one}
  from organisations o
  where o.region = ${region} and o.status <> 'hidden' and o.last_confirmed_on is not null
    and ${to} <= ${staleBy}::date + 1
    and (o.confirm_asked_at is null or o.confirm_asked_at < ${daysBefore(now, ANSWER_DAYS)}::timestamptz)`;
};

/** One line for a country's own facts, and one for each of its reviews. */
const fact: Branch = ({ region }) => sql`
  select c.iso2 as ref, c.updated_at as since, ${none} as title, c.iso2, ${none} as what, ${none} as slug, ${one}
  from countries c where c.region = ${region} and c.uncac_verified = 'record'
  union all
  select c.iso2 || '-' || v.cycle, v.updated_at, ${none}, c.iso2, v.cycle::text, ${none}, null::int
  from reviews v join countries c on c.iso2 = v.iso2 where c.region = ${region} and v.verified = 'record'`;

/** Of what was made here: whoever else held a workshop told of it elsewhere. */
const outcome: Branch = ({ region, now }) => sql`
  select e.id::text as ref, (upper(e.days) - 1 + ${OUTCOME_AFTER_DAYS}::int)::timestamp at time zone 'UTC' as since,
    e.title, ${none} as iso2, e.kind as what, e.slug, ${one}
  from events e
  where e.outcome is null and e.kind in ('workshop', 'training')
    and (${region} = any(e.regions) or e.regions = '{}') and upper(e.days) - 1 + ${OUTCOME_AFTER_DAYS}::int <= ${dayOf(now)}::date
    and not exists (select from seed_rows s where s.kind = 'event' and s.row_id = e.id)`;

const inbox: Branch = ({ region }) => sql`
  select 'new' as ref, min(i.seen_at) as since, ${none} as title, ${none} as iso2, ${none} as what, ${none} as slug,
    count(*)::int as count
  from inbox_items i where i.region = ${region} and i.state = 'new' having count(*) > 0`;

export const branches: Record<DeskKind, Branch> = {
  application: application(false),
  claim: application(true),
  correction,
  proposal,
  flag: posts("flag"),
  approval: posts("approval"),
  appeal,
  unpublished,
  link,
  profile,
  fact,
  outcome,
  inbox,
};

const DAY_MS = 86_400_000;

export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}
