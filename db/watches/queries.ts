/** Reads of the watches room: what a person watches, what they were told, and how they want to be told. */
import { type SQL, sql } from "drizzle-orm";
import { EXACT_COUNT } from "shared/page.ts";
import type { Notification, Watched } from "shared/watches/contract.ts";
import { DEFAULT_RHYTHM, type MailRhythm, MOST_UNREAD, postKinds } from "shared/watches/rules.ts";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { hears, isServed, mayReadBoard } from "./reading.ts";

type Reading = Pick<Queries, "execute">;

/** Whose notifications, as far as this instance serves their boards. */
export interface Told {
  personId: number;
  regions: readonly string[];
}

/** Null: nothing was chosen. */
export async function watchLevel(
  db: Reading,
  personId: number,
  { kind, target }: Pick<Watched, "kind" | "target">,
): Promise<Watched["level"] | null> {
  const { rows } = await db.execute<Pick<Watched, "level">>(
    sql`select level from watches where person_id = ${personId} and kind = ${kind} and target = ${target}`,
  );
  return rows[0]?.level ?? null;
}

export interface WatchRow extends Watched {
  /** Of a thread its title; of a board its names by language. */
  title: string | null;
  language: string | null;
  names: Record<string, string> | null;
  slug: string | null;
  region: string | null;
}

/** What a person watches or does not want to hear of, the newest choice first; what they may not read is left out. */
export async function watchesOf(
  db: Reading,
  { personId, regions }: Told,
  limit: number,
): Promise<WatchRow[]> {
  const { rows } = await db.execute<WatchRow & Record<string, unknown>>(sql`
    select w.kind, w.target, w.level, t.title, t.language, b.names, b.slug, coalesce(b.region, c.region) as region
    from watches w
      left join threads t on t.id = case w.kind when 'thread' then w.target::bigint end and t.state = 'visible'
      left join boards b on b.id = case w.kind when 'thread' then t.board_id when 'board' then w.target::bigint end
      left join countries c on w.kind = 'country' and c.iso2 = w.target
    where w.person_id = ${personId} and case when w.kind = 'country' then c.region = any(${textArray(regions)})
      else b.id is not null and ${isServed(regions)} and ${mayReadBoard(sql`w.person_id`)} end
    order by w.at desc, w.kind, w.target limit ${limit}`);
  return rows;
}

const THREADS_AND_BOARDS = sql`left join threads t on t.id = n.thread_id left join boards b on b.id = t.board_id
  left join posts po on po.id = n.post_id`;

/** Of a post its thread can be read; what a moderator decided is told whatever became of the post. */
const isReadable = ({ personId, regions }: Told) => sql`(t.id is not null and t.state = 'visible'
  and ${isServed(regions)} and ${mayReadBoard(sql`${personId}::bigint`)})`;

/** Whether it is still to be told: of a post that is there, in a thread that may be read, by somebody one hears. */
export function isTold(told: Told): SQL {
  return sql`(n.kind <> all(${textArray(postKinds)}) or (po.state = 'visible' and ${isReadable(told)}
    and ${hears(sql`n.person_id`, sql`n.actor_id`)}))`;
}

interface NotificationRow {
  id: number;
  kind: string;
  createdAt: string;
  read: boolean;
  actor: string | null;
  thread: number | null;
  title: string | null;
  language: string | null;
  region: string | null;
  number: number | null;
  data: Record<string, string | number>;
}

/** The next ones after an id, newest first. */
export async function notificationsOf(
  db: Reading,
  told: Told,
  { before, limit }: { before: number | null; limit: number },
): Promise<Notification[]> {
  const { rows } = await db.execute<NotificationRow & Record<string, unknown>>(sql`
    select n.id, n.kind, n.created_at as "createdAt", n.read_at is not null as read, a.handle as actor, n.data,
      case when ${isReadable(told)} then t.id end as thread, t.title, t.language, b.region, po.number
    from notifications n ${THREADS_AND_BOARDS} left join people a on a.id = n.actor_id
    where n.person_id = ${told.personId} and n.id < ${before ?? Number.MAX_SAFE_INTEGER} and ${isTold(told)}
    order by n.id desc limit ${limit}`);
  return rows.map(({ thread, title, language, region, createdAt, number, ...row }) => ({
    ...row,
    createdAt: new Date(createdAt).toISOString(),
    thread: thread === null ? null : { id: thread, title: title ?? "", language: language ?? "", region },
    number: thread === null ? null : number,
  }));
}

async function countOf(db: Reading, told: Told, condition: SQL, most: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from notifications n ${THREADS_AND_BOARDS}
      where n.person_id = ${told.personId} and ${condition} and ${isTold(told)} limit ${most}) as counted`);
  return rows[0]?.count ?? 0;
}

/** Up to one more than lists count exactly. */
export function countNotifications(db: Reading, told: Told): Promise<number> {
  return countOf(db, told, sql`true`, EXACT_COUNT + 1);
}

export function countUnread(db: Reading, told: Told): Promise<number> {
  return countOf(db, told, sql`n.read_at is null`, MOST_UNREAD);
}

/** How often letters come, and what others are shown; who chose nothing is shown to nobody. */
export async function boardSettingsOf(
  db: Reading,
  personId: number,
): Promise<{ mail: MailRhythm; presence: boolean; typing: boolean }> {
  const { rows } = await db.execute<{ mail: MailRhythm; presence: boolean; typing: boolean }>(
    sql`select mail, presence, typing from board_settings where person_id = ${personId}`,
  );
  return rows[0] ?? { mail: DEFAULT_RHYTHM, presence: false, typing: false };
}
