/** Which events are here already, public or at the desk: what a calendar file would bring a second time. */
import { sql } from "drizzle-orm";
import type { IcsKnown } from "shared/events/ics.ts";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";

export interface Sought {
  uid: string | null;
  title: string;
  startsOn: string | null;
}

export interface FoundEvent extends IcsKnown {
  uid: string | null;
}

/** By the number in its calendar file, or by title; of the desk's own entries those of this region. */
export async function eventsLike(
  db: Pick<Queries, "execute">,
  region: string,
  sought: readonly Sought[],
): Promise<FoundEvent[]> {
  const uids = textArray(sought.flatMap(({ uid }) => (uid === null ? [] : [uid])));
  const titles = textArray(sought.map(({ title }) => title.toLowerCase()));
  const { rows } = await db.execute<FoundEvent & Record<string, unknown>>(sql`
    select ics_uid as uid, title, starts_on as "startsOn", slug, null::int as entry from events
    where ics_uid = any(${uids}) or lower(title) = any(${titles})
    union all
    select content->>'icsUid', content->>'title', content->>'startsOn', null, id::int from entries
    where kind = 'events' and region = ${region} and state in ('draft', 'proposed', 'scheduled', 'withdrawn')
      and (content->>'icsUid' = any(${uids}) or lower(content->>'title') = any(${titles}))`);
  return rows;
}

/** By number where both have one; else the same title on the same day. */
export function knownAs(found: readonly FoundEvent[], { uid, title, startsOn }: Sought): FoundEvent | null {
  const isSame = (one: FoundEvent) =>
    one.title.toLowerCase() === title.toLowerCase() && one.startsOn === startsOn;
  return found.find((one) => (uid !== null && one.uid === uid) || isSame(one)) ?? null;
}
