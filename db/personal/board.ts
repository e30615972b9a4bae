/** Ends what a person wrote on the board, and their name in what others wrote; live pages and caches follow by the threads' versions. */
import { type SQL, sql } from "drizzle-orm";
import { changePosts } from "../board/changing.ts";
import { unlistPosts } from "../search/posts.ts";
import type { Transaction } from "../transaction.ts";

interface Leaving {
  personId: number;
  handle: string | null;
  /** Their posts stay, without a name; otherwise their words go. */
  keepPosts: boolean;
}

/** What stands where a name stood. */
const NOBODY = "@…";
const NO_TITLE = "…";

/** Before the registry's references, since these find the posts by their author. */
export async function erasePosts(tx: Transaction, leaving: Leaving): Promise<void> {
  await takeBackReactions(tx, leaving.personId);
  if (leaving.handle !== null) await unname(tx, leaving.personId, leaving.handle);
  const own = sql`author_id = ${leaving.personId}`;
  if (leaving.keepPosts) {
    await keepFiles(tx, leaving.personId);
    await changePosts(tx, own, sql`author_id = null, client_id = null`);
  } else await emptyPosts(tx, leaving.personId, own);
  await tx.execute(sql`update threads set author_id = null, client_id = null, version = version + 1,
    own_version = version + 1 where author_id = ${leaving.personId}`);
}

async function emptyPosts(tx: Transaction, personId: number, own: SQL): Promise<void> {
  const ids = sql`(select id from posts where ${own})`;
  for (const table of ["post_revisions", "post_files", "mentions", "reactions"])
    await tx.execute(sql`delete from ${sql.identifier(table)} where post_id in ${ids}`);
  await unlistPosts(tx, own);
  // What was moved already says nothing in this place.
  await changePosts(
    tx,
    own,
    sql`author_id = null, organisation_id = null, client_id = null, body = '', html = '', digest = null,
      reactions = '{}', state = case when p.state = 'moved' then p.state else 'deleted' end`,
  );
  // Where others answered, their words stay, below a title that is nobody's.
  await tx.execute(sql`update threads t set title = ${NO_TITLE}, organisation_id = null,
    state = case when t.state = 'merged' or exists (select from posts p where p.thread_id = t.id
      and p.state not in ('deleted', 'moved')) then t.state else 'deleted' end
    where t.author_id = ${personId}`);
}

/** The numbers beside a post are those of the people who are still there. */
async function takeBackReactions(tx: Transaction, personId: number): Promise<void> {
  await changePosts(
    tx,
    sql`id in (select post_id from reactions where person_id = ${personId})`,
    sql`reactions = coalesce((select jsonb_object_agg(kind, many) from (select kind, count(*) as many
      from reactions r where r.post_id = p.id and r.person_id <> ${personId} group by kind) as others), '{}')`,
  );
}

/** What others wrote no longer names them: in posts, their former versions, and titles. */
async function unname(tx: Transaction, personId: number, handle: string): Promise<void> {
  const name = `@${handle.replace(/[^\p{L}\p{M}\p{N}_]/gu, "\\$&")}(?![[:alnum:]_]|[.-][[:alnum:]])`;
  const has = (column: string) =>
    sql`${sql.identifier(column)} ilike ${`%@${handle.replace(/[\\%_]/g, "\\$&")}%`}`;
  const plain = (column: SQL) => sql`regexp_replace(${column}, ${name}, ${NOBODY}, 'gi')`;
  const marked = `<(b|span|a)[^>]*class="mention"[^>]*>${NOBODY}</\\1>`;
  const html = (column: SQL) => sql`regexp_replace(${plain(column)}, ${marked}, ${NOBODY}, 'g')`;
  const said = sql`(${has("body")} or ${has("html")}) and author_id is distinct from ${personId}`;
  await unlistPosts(tx, said);
  await changePosts(tx, said, sql`body = ${plain(sql`p.body`)}, html = ${html(sql`p.html`)}, digest = null`);
  await tx.execute(sql`update post_revisions r set body = ${plain(sql`r.body`)}, html = ${html(sql`r.html`)}
    where ${has("body")} or ${has("html")}`);
  await tx.execute(sql`update threads t set title = ${plain(sql`t.title`)}, version = t.version + 1,
    own_version = t.version + 1 where ${has("title")}`);
}

/** Pictures in posts that stay are the posts' from now on. */
async function keepFiles(tx: Transaction, personId: number): Promise<void> {
  await tx.execute(sql`update files f set owner_kind = 'post', owner_id = shown.post_id
    from (select file_set, min(post_id) as post_id from post_files where post_id in
      (select id from posts where author_id = ${personId}) group by file_set) as shown
    where f.set = shown.file_set and f.owner_kind = 'person' and f.owner_id = ${personId}`);
}
