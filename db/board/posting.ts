/** The two statements of a reply: what decides whether it may be written, and writing it with all that belongs to it. */
import type { PostState, ThreadKind, Visibility } from "shared/board/rules.ts";
import type { Standing } from "shared/moderation/posting.ts";
import type { Database } from "../connect.ts";
import { gathered } from "../gather.ts";
import { type StandingAsked, standingColumns, standingOf, standingValues } from "../moderation/standing.ts";

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

type GateRow = Omit<Gate, "standing"> & Standing;

interface GateAsked extends StandingAsked {
  threadId: number;
  clientId: string;
}

const inGroup = `exists (select from board_members m where m.board_id = b.id and (m.person_id = $2
  or m.organisation_id in (select organisation_id from memberships where person_id = $2)))`;

const GATE = `select t.id as "threadId", t.board_id as "boardId", b.region, b.slug as "boardSlug", b.visibility, b.starters,
  b.closed_at is not null as closed, t.kind, t.state, t.locked_at is not null as locked, t.author_id as "authorId",
  t.merged_into as "mergedInto",
  exists (select from thread_authors a where a.thread_id = t.id and a.person_id = $2) as "isThreadAuthor",
  ${inGroup} as "inGroup",
  (select id from posts where thread_id = t.id and author_id = $2 and client_id = $3) as sent,
  ${standingColumns({ thread: true })}
  from threads t join boards b on b.id = t.board_id join people p on p.id = $2
  where t.id = $1`;

/** The names under which what is asked stands in a row of many, in the order of the numbers above. */
const ASKED = ["thread_id", "person_id", "client_id", "now", "digest", "words"] as const;

/** `offset 0` keeps the planner from joining tables whole: each is looked up for itself, as it would be alone. */
const GATES = `select asked.place, gate.* from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[],
  $6::text[]) with ordinality as asked (${ASKED.join(", ")}, place)
  cross join lateral (${GATE.replace(/\$([1-6])/g, (_, number) => `asked.${ASKED[number - 1]}`)} offset 0) gate`;

/** One query for all that a reply depends on, and for all replies that came together; null where there is no such thread. */
export const gateOf = gathered<GateAsked, Gate | null>(async (db, all) => {
  const values = all.map((asked) => [
    asked.threadId,
    asked.personId,
    asked.clientId,
    ...standingValues(asked),
  ]);
  const columns = ASKED.map((_, column) => values.map((row) => row[column]));
  const rows = await db.planned<GateRow & { place: number }>("board gates", GATES, columns);
  const byPlace = new Map(rows.map(({ place, ...row }) => [place, { ...row, standing: standingOf(row) }]));
  return all.map((_, index) => byPlace.get(index + 1) ?? null);
});

const STARTING = `select (select id from threads where board_id = b.id and author_id = $2 and client_id = $3) as sent,
  ${standingColumns({ thread: false })}
  from boards b join people p on p.id = $2 where b.id = $1`;

/** The same for a thread that is being started; `sent`: it was started before under this client's id. */
export async function startingGateOf(
  db: Database,
  asked: StandingAsked & { boardId: number; clientId: string },
): Promise<{ sent: number | null; standing: Standing } | null> {
  const { boardId, personId, clientId } = asked;
  const { rows } = await db.pool.query(STARTING, [boardId, personId, clientId, ...standingValues(asked)]);
  const [row] = rows;
  return row ? { sent: row.sent, standing: standingOf(row) } : null;
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
  digest: string | null;
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
    const [row] = await db.planned<PostRow>("board post", WRITE, [
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
    ]);
    return row ?? null;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === TAKEN && constraint === "posts_once") return "sent";
    throw error;
  }
}
