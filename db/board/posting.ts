/** The two statements of a reply: what decides whether it may be written, and writing it with all that belongs to it. */
import type { PostState, ThreadKind, Visibility } from "shared/board/rules.ts";
import type { Database } from "../connect.ts";

export interface Gate {
  threadId: number;
  boardId: number;
  region: string | null;
  boardSlug: string;
  visibility: Visibility;
  starters: "members" | "moderators";
  closed: boolean;
  kind: ThreadKind;
  state: "visible" | "pending" | "hidden" | "deleted" | "merged";
  locked: boolean;
  authorId: number | null;
  mergedInto: number | null;
  /** Of live coverage. */
  isThreadAuthor: boolean;
  inGroup: boolean;
  standing: Standing;
  /** The post with this client's id that was written before. */
  sent: number | null;
}

/** What the rules of rate, likeness and standing go by. */
export interface Standing {
  /** Suspensions and bans that hold; `region` null: of all regions. */
  limits: { kind: "suspended" | "banned"; region: string | null; until: string | null }[];
  /** Of a load test's demonstration. */
  unlimited: boolean;
  joinedAt: Date;
  /** Visible posts, counted no further than the rules ask. */
  approved: number;
  /** Own posts within the window of the rate rule. */
  recent: number;
  /** When the person last posted in this thread, and in this board. */
  lastInThread: Date | null;
  lastInBoard: Date | null;
  /** The slower of the thread's and the board's pace, in seconds. */
  slowSeconds: number;
  /** The same words were posted elsewhere within the window of the likeness rule. */
  repeats: boolean;
}

interface GateAsked {
  threadId: number;
  personId: number;
  clientId: string;
  digest: string;
  now: Date;
  /** Of the rate and likeness rules, in seconds; and how many approved posts end the newcomer's stage. */
  rateSeconds: number;
  likenessSeconds: number;
  enoughApproved: number;
}

const inGroup = `exists (select from board_members m where m.board_id = b.id and (m.person_id = $2
  or m.organisation_id in (select organisation_id from memberships where person_id = $2)))`;

const GATE = `select t.id as "threadId", t.board_id as "boardId", b.region, b.slug as "boardSlug", b.visibility, b.starters,
  b.closed_at is not null as closed, t.kind, t.state, t.locked_at is not null as locked, t.author_id as "authorId",
  t.merged_into as "mergedInto", greatest(t.slow_seconds, b.slow_seconds) as "slowSeconds",
  exists (select from thread_authors a where a.thread_id = t.id and a.person_id = $2) as "isThreadAuthor",
  ${inGroup} as "inGroup",
  (select id from posts where thread_id = t.id and author_id = $2 and client_id = $3) as sent,
  coalesce((select json_agg(json_build_object('kind', s.kind, 'region', s.region, 'until', s.until)) from standings s
    where s.person_id = $2 and s.ended_at is null and (s.until is null or s.until > $5)), '[]') as limits,
  p.unlimited, p.created_at as "joinedAt",
  (select count(*)::int from (select from posts where author_id = $2 and state = 'visible' limit $8) as few) as approved,
  (select count(*)::int from posts where author_id = $2 and created_at > $5::timestamptz - make_interval(secs => $6)) as recent,
  (select max(created_at) from posts where author_id = $2 and thread_id = t.id
    and created_at > $5::timestamptz - interval '1 day') as "lastInThread",
  case when b.slow_seconds > 0 then (select max(o.created_at) from posts o join threads ot on ot.id = o.thread_id
    where o.author_id = $2 and ot.board_id = b.id and o.created_at > $5::timestamptz - interval '1 day') end as "lastInBoard",
  exists (select from posts o where o.author_id = $2 and o.created_at > $5::timestamptz - make_interval(secs => $7)
    and o.digest = $4 and o.thread_id <> t.id) as repeats
  from threads t join boards b on b.id = t.board_id join people p on p.id = $2
  where t.id = $1`;

/** One query for all that a reply depends on; null where there is no such thread. */
export async function gateOf(db: Database, asked: GateAsked): Promise<Gate | null> {
  const { threadId, personId, clientId, digest, now, rateSeconds, likenessSeconds, enoughApproved } = asked;
  const { rows } = await db.pool.query({
    name: "board gate",
    text: GATE,
    values: [threadId, personId, clientId, digest, now, rateSeconds, likenessSeconds, enoughApproved],
  });
  const [row] = rows;
  if (!row) return null;
  const {
    limits,
    unlimited,
    joinedAt,
    approved,
    recent,
    lastInThread,
    lastInBoard,
    slowSeconds,
    repeats,
    ...gate
  } = row;
  const standing = {
    limits,
    unlimited,
    joinedAt,
    approved,
    recent,
    lastInThread,
    lastInBoard,
    slowSeconds,
    repeats,
  };
  return { ...gate, standing };
}

export interface NewPostRow {
  threadId: number;
  boardId: number;
  authorId: number;
  organisationId: number | null;
  clientId: string;
  body: string;
  html: string;
  language: string;
  state: PostState;
  replyTo: number | null;
  via: "web" | "mail";
  digest: string;
  now: Date;
  /** Moderators write in locked threads too. */
  pastLock: boolean;
  mentions: { people: readonly number[]; organisations: readonly number[] };
  /** Sets of uploads that the post shows. */
  files: readonly string[];
}

export interface PostRow {
  id: number;
  number: number;
  version: number;
  createdAt: Date;
}

const WRITE = `with raised as (
    update threads set version = version + 1, last_number = last_number + 1,
      last_post_at = case when $8 = 'visible' then greatest(last_post_at, $12) else last_post_at end
    where id = $1 and board_id = $2 and state = 'visible' and (locked_at is null or $13)
    returning version, last_number
  ), written as (
    insert into posts (thread_id, number, created_version, version, author_id, organisation_id, client_id, body, html,
      language, state, reply_to, via, digest, created_at)
    select $1, last_number, version, version, $3, $4, $5, $6, $7, $9, $8, $10, $11, $14, $12 from raised
    returning id, number, version, created_at
  ), work as (
    insert into post_work (kind, post_id) select kind, id from written, unnest(array['tell', 'find']) as kind
  ), named as (
    insert into mentions (post_id, person_id) select id, person from written, unnest($15::bigint[]) as person
  ), spoken as (
    insert into mentions (post_id, organisation_id) select id, cso from written, unnest($16::bigint[]) as cso
  ), shown as (
    insert into post_files (post_id, file_set) select id, kept from written, unnest($17::text[]) as kept
  ), seen as (
    insert into reads (person_id, thread_id, number, at) select $3, $1, number, $12 from written
    on conflict (person_id, thread_id) do update set number = greatest(reads.number, excluded.number), at = excluded.at
  )
  select id, number, version, created_at as "createdAt" from written`;

/** PostgreSQL's unique_violation. */
const TAKEN = "23505";

/** Null where the thread was locked, moved or hidden a moment ago; "sent" where the same post is there already. */
export async function writePost(db: Database, post: NewPostRow): Promise<PostRow | "sent" | null> {
  try {
    const { rows } = await db.pool.query({
      name: "board post",
      text: WRITE,
      values: [
        post.threadId,
        post.boardId,
        post.authorId,
        post.organisationId,
        post.clientId,
        post.body,
        post.html,
        post.state,
        post.language,
        post.replyTo,
        post.via,
        post.now,
        post.pastLock,
        post.digest,
        post.mentions.people,
        post.mentions.organisations,
        post.files,
      ],
    });
    return rows[0] ?? null;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === TAKEN && constraint === "posts_once") return "sent";
    throw error;
  }
}
