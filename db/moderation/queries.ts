/** Reads of the moderation room: a post as its moderators need it, decisions and appeals, who could decide. */
import { type SQL, sql } from "drizzle-orm";
import type { PostState, Visibility } from "shared/board/rules.ts";
import type { Limit } from "shared/moderation/posting.ts";
import type { DecisionAction, FlagGround, Ground, Moderator, Outcome } from "shared/moderation/rules.ts";
import { shownText } from "../board/rows.ts";
import type { Queries } from "../connect.ts";

export type Reading = Pick<Queries, "execute">;

/** As JSON has moments. */
export const iso = (moment: SQL) =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A post with what surrounds it. */
export interface JudgedPost extends Record<string, unknown> {
  id: number;
  threadId: number;
  number: number;
  state: PostState;
  html: string;
  language: string;
  createdAt: string;
  edits: number;
  authorId: number | null;
  handle: string | null;
  /** The author is the platform itself. */
  system: boolean;
  /** May not write where the post stands at present. */
  limited: boolean;
  title: string;
  threadLanguage: string;
  threadState: string;
  locked: boolean;
  /** How many posts the thread has. */
  lastNumber: number;
  boardId: number;
  boardSlug: string;
  boardNames: Record<string, string>;
  region: string | null;
  visibility: Visibility;
  /** The last decision about it; 0: there is none. */
  decided: number;
  flags: { ground: FlagGround; note: string; at: string }[];
}

export const judgedColumns = sql`p.id, p.thread_id as "threadId", p.number, p.state, ${shownText(sql`p.id`, sql`p.html`)} as html, p.language,
  ${iso(sql`p.created_at`)} as "createdAt", p.edits, p.author_id as "authorId", author.handle,
  author.handle is not null and author.email is null as system,
  exists (select from standings s where s.person_id = p.author_id and s.ended_at is null
    and (s.until is null or s.until > now()) and s.region is not distinct from b.region) as limited,
  t.title, t.language as "threadLanguage", t.state as "threadState", t.locked_at is not null as locked,
  t.last_number as "lastNumber", b.id as "boardId", b.slug as "boardSlug", b.names as "boardNames", b.region, b.visibility,
  coalesce((select max(d.id) from decisions d where d.post_id = p.id), 0)::int8 as decided,
  coalesce((select json_agg(json_build_object('ground', f.ground, 'note', f.note, 'at', ${iso(sql`f.created_at`)})
    order by f.created_at) from flags f where f.post_id = p.id and f.decided_at is null), '[]') as flags`;

export const judgedFrom = sql`posts p join threads t on t.id = p.thread_id join boards b on b.id = t.board_id
  left join people author on author.id = p.author_id`;

/** Of the region's boards, or of those of all regions. */
export const keptIn = (region: string) => sql`(b.region = ${region} or b.region is null)`;

export async function judgedPost(db: Reading, region: string, id: number): Promise<JudgedPost | null> {
  const { rows } = await db.execute<JudgedPost>(
    sql`select ${judgedColumns} from ${judgedFrom} where p.id = ${id} and ${keptIn(region)}`,
  );
  return rows[0] ?? null;
}

/** The same wherever it stands: for who decides an appeal from another region. */
export async function judgedPostOf(db: Reading, id: number): Promise<JudgedPost | null> {
  const { rows } = await db.execute<JudgedPost>(
    sql`select ${judgedColumns} from ${judgedFrom} where p.id = ${id}`,
  );
  return rows[0] ?? null;
}

export interface Neighbour extends Record<string, unknown> {
  number: number;
  handle: string | null;
  html: string;
  language: string;
}

/** The post before it that can be read, and the one that it answers. */
export async function contextOf(
  db: Reading,
  { threadId, number, id }: Pick<JudgedPost, "threadId" | "number" | "id">,
): Promise<Neighbour[]> {
  const { rows } = await db.execute<Neighbour>(sql`
    select p.number, author.handle, ${shownText(sql`p.id`, sql`p.html`)} as html, p.language from posts p left join people author on author.id = p.author_id
    where p.thread_id = ${threadId} and p.state = 'visible' and (p.number = (select max(number) from posts
      where thread_id = ${threadId} and number < ${number} and state = 'visible')
      or p.number = (select reply_to from posts where id = ${id})) order by p.number`);
  return rows;
}

export interface DecisionRow extends Record<string, unknown> {
  id: number;
  action: DecisionAction;
  ground: Ground;
  reason: string;
  until: string | null;
  at: string;
  region: string | null;
  boardId: number | null;
  threadId: number | null;
  postId: number | null;
  personId: number | null;
  moderatorId: number | null;
  about: number | null;
  /** Those who had flagged what it is about. */
  flaggers: number[];
  appeal: {
    id: number;
    personId: number | null;
    words: string;
    createdAt: string;
    outcome: Outcome | null;
    answer: string;
  } | null;
}

const decisionColumns = sql`d.id, d.action, d.ground, d.reason, ${iso(sql`d.until`)} as until, ${iso(sql`d.at`)} as at,
  d.region, d.board_id as "boardId", d.thread_id as "threadId", d.post_id as "postId", d.person_id as "personId",
  d.moderator_id as "moderatorId", d.about,
  coalesce((select json_agg(f.person_id) from flags f where f.decision_id = d.id and f.person_id is not null), '[]')
    as flaggers,
  (select json_build_object('id', a.id, 'personId', a.person_id, 'words', a.words, 'createdAt', ${iso(sql`a.created_at`)},
    'outcome', a.outcome, 'answer', a.answer) from appeals a where a.decision_id = d.id) as appeal`;

export async function decisionById(db: Reading, id: number): Promise<DecisionRow | null> {
  const { rows } = await db.execute<DecisionRow>(
    sql`select ${decisionColumns} from decisions d where d.id = ${id}`,
  );
  return rows[0] ?? null;
}

/** What was decided about a post, the last first. */
export async function decisionsAbout(db: Reading, postId: number, limit: number): Promise<DecisionRow[]> {
  const { rows } = await db.execute<DecisionRow>(
    sql`select ${decisionColumns} from decisions d where d.post_id = ${postId} order by d.id desc limit ${limit}`,
  );
  return rows;
}

/** What was decided about a person, or about what they flagged, the last first. */
export async function decisionsFor(db: Reading, personId: number, limit: number): Promise<DecisionRow[]> {
  const { rows } = await db.execute<DecisionRow>(sql`select ${decisionColumns} from decisions d
    where d.action in ('keep', 'hide', 'show', 'approve', 'reject', 'lock', 'unlock', 'warn', 'suspend', 'ban', 'lift')
      and (d.person_id = ${personId} or d.id in (select decision_id from flags where person_id = ${personId}))
    order by d.id desc limit ${limit}`);
  return rows;
}

/** Who could decide in which region, with a second factor or without: a role that sleeps can be woken. */
export async function moderatorsOf(db: Reading): Promise<Moderator[]> {
  const { rows } = await db.execute<Moderator & Record<string, unknown>>(sql`
    select r.person_id as "personId", r.region from roles r join people p on p.id = r.person_id
    where r.role in ('moderator', 'admin') and r.region is not null and p.erased_at is null`);
  return rows;
}

/** The person's flags since then, and whether they flagged this post as it reads now. */
export async function flagsBy(
  db: Reading,
  personId: number,
  { postId, since }: { postId: number; since: Date },
): Promise<{ recent: number; again: boolean }> {
  const { rows } = await db.execute<{ recent: number; again: boolean }>(sql`select
    (select count(*)::int from flags where person_id = ${personId} and created_at > ${since}) as recent,
    exists (select from flags f join posts p on p.id = f.post_id where f.post_id = ${postId} and f.person_id = ${personId}
      and (f.decided_at is null or p.edited_at is null or p.edited_at < f.created_at)) as again`);
  return rows[0] ?? { recent: 0, again: false };
}

/** Suspensions and bans that were not lifted. */
export async function limitsOf(db: Reading, personId: number): Promise<Limit[]> {
  const { rows } = await db.execute<Limit & Record<string, unknown>>(sql`
    select kind, region, ${iso(sql`until`)} as until from standings where person_id = ${personId} and ended_at is null`);
  return rows;
}

export interface Recipient extends Record<string, unknown> {
  id: number;
  email: string | null;
  language: string;
}

export async function recipientsOf(db: Reading, ids: readonly number[]): Promise<Recipient[]> {
  const { rows } = await db.execute<Recipient>(sql`
    select id, email, language from people where id = any(${sql.param([...ids])}::bigint[]) and erased_at is null`);
  return rows;
}
