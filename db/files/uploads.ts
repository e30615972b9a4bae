/** Files of posts: what an account uploaded, which posts show a file, and which no post shows any more. */
import { sql } from "drizzle-orm";
import type { BoardFacts, PostState, ThreadKind, threadStates } from "shared/board/rules.ts";
import type { Queries } from "../connect.ts";
import type { Transaction } from "../transaction.ts";
import { isCover } from "./covers.ts";
import type { StoredFile } from "./queries.ts";

/** How many files an account uploaded since then, and the bytes of all that it has. */
export async function uploadsOf(
  db: Queries | Transaction,
  personId: number,
  since: Date,
): Promise<{ recent: number; bytes: number }> {
  const { rows } = await db.execute<{ recent: number; bytes: number }>(sql`
    select count(distinct set) filter (where created_at > ${since})::int as recent, coalesce(sum(size), 0)::bigint as bytes
    from files where owner_kind in ('person', 'cover') and owner_id = ${personId}`);
  return rows[0] ?? { recent: 0, bytes: 0 };
}

/** A file of a set as its page shows it. */
export interface SetFile extends StoredFile, Record<string, unknown> {
  set: string;
  width: number | null;
  height: number | null;
}

const columns = sql`f.id, f.hash, f.type, f.variant, f.size, f.owner_kind as "ownerKind", f.owner_id as "ownerId", f.set, f.width, f.height`;

/** All sizes and kinds of the picture, or the document, that one of these addresses belongs to. */
export async function filesAround(db: Queries | Transaction, hashes: readonly string[]): Promise<SetFile[]> {
  const { rows } = await db.execute<SetFile>(sql`select ${columns} from files f
    where f.set in (select set from files where hash = any(${sql.param([...hashes])}::text[])) order by f.width, f.id`);
  return rows;
}

/** The same file uploaded once more is the one that is there; it is fresh again. */
export async function freshen(tx: Transaction, set: string, now: Date): Promise<void> {
  await tx.execute(sql`update files set created_at = ${now} where set = ${set}`);
}

/** A post that shows a file, as the rules of reading want it. */
export interface Showing extends Record<string, unknown> {
  post: { authorId: number | null; state: PostState; createdAt: string };
  board: BoardFacts;
  thread: {
    authorId: number | null;
    kind: ThreadKind;
    locked: boolean;
    state: (typeof threadStates)[number];
  };
}

/** Whoever may read none of the newest few posts that show it is told that there is nothing. */
const MOST_POSTS = 100;

export async function postsShowing(db: Queries, set: string): Promise<Showing[]> {
  const { rows } = await db.execute<Showing>(sql`
    select json_build_object('authorId', p.author_id, 'state', p.state, 'createdAt', p.created_at) as post,
      json_build_object('id', b.id, 'region', b.region, 'visibility', b.visibility, 'starters', b.starters,
        'closed', b.closed_at is not null) as board,
      json_build_object('authorId', t.author_id, 'kind', t.kind, 'locked', t.locked_at is not null, 'state', t.state) as thread
    from post_files s join posts p on p.id = s.post_id join threads t on t.id = p.thread_id
      join boards b on b.id = t.board_id
    where s.file_set = ${set} order by p.id desc limit ${MOST_POSTS}`);
  return rows;
}

/** What a post shows from now on. */
export async function setPostFiles(tx: Transaction, postId: number, sets: readonly string[]): Promise<void> {
  await tx.execute(
    sql`delete from post_files where post_id = ${postId} and not file_set = any(${sql.param([...sets])}::text[])`,
  );
  await tx.execute(sql`insert into post_files (post_id, file_set)
    select ${postId}, set from unnest(${sql.param([...sets])}::text[]) as set on conflict do nothing`);
}

/** Uploads from before `before` that stand in no post, on no record, and in no draft of their uploader. Returns how many files went. */
export async function dropUnshown(db: Queries, before: Date): Promise<number> {
  const { rowCount } = await db.execute(sql`delete from files f
    where f.owner_kind in ('person', 'post', 'cover') and f.created_at < ${before} and not ${isCover}
      and not exists (select from post_files s join posts p on p.id = s.post_id
        where s.file_set = f.set and p.state <> 'deleted')
      and not exists (select from drafts d join files same on same.set = f.set
        where d.person_id = f.owner_id and f.owner_kind = 'person' and strpos(d.fields::text, same.hash) > 0)`);
  return rowCount ?? 0;
}
