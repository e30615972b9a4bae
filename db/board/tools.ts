/** What moderators do with threads: move, split, merge; and who writes live coverage. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { changeThread } from "./changing.ts";
import { posts, threadAuthors, threads } from "./tables.ts";

/** Readers of one board may not be those of the other: open sockets are looked at again. */
async function accessChanged(tx: Transaction): Promise<void> {
  await tx.execute(sql`insert into changes (room) values ('access')`);
}

/** False where the thread changed since that version. */
export async function moveThread(
  tx: Transaction,
  { threadId, boardId, version }: { threadId: number; boardId: number; version: number },
): Promise<boolean> {
  const raised = await changeThread(tx, threadId, { boardId, pinned: false }, version);
  if (raised === null) return false;
  await findAgain(tx, threadId);
  await accessChanged(tx);
  return true;
}

/** Searches tell by board and title. */
async function findAgain(tx: Transaction, threadId: number): Promise<void> {
  await tx.execute(
    sql`insert into post_work (kind, post_id) select 'find', id from posts where thread_id = ${threadId}`,
  );
}

export interface Split {
  threadId: number;
  /** Own version of the thread. */
  version: number;
  /** Numbers, both included; the first post stays where it is. */
  from: number;
  to: number;
  title: string;
}

/**
 * The new thread's id; null where the thread changed since, or nothing stands there. The posts themselves go, with their
 * ids and all that hangs on them; in each one's place stays a post that says where it is.
 */
export async function splitThread(tx: Transaction, split: Split): Promise<number | null> {
  const { threadId, from, to, title, version } = split;
  const raised = await changeThread(tx, threadId, {}, version);
  if (raised === null) return null;
  const moving = await tx
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.threadId, threadId),
        sql`${posts.number} between ${from} and ${to}`,
        sql`${posts.state} <> 'moved'`,
      ),
    )
    .orderBy(posts.number);
  const [first] = moving;
  if (!first) return null;
  const made = await newThread(tx, { threadId, title, first, count: moving.length });
  await tx.execute(sql`update posts p set thread_id = ${made}, number = m.place, version = 1, created_version = 1,
      reply_to = (select n.place from (${placesOf(moving)}) as n where n.number = p.reply_to)
    from (${placesOf(moving)}) as m where p.thread_id = ${threadId} and p.number = m.number`);
  await tx.insert(posts).values(moving.map((post) => placeholder(post, raised)));
  await tx.execute(
    sql`update threads set answer = null where id = ${threadId} and answer between ${from} and ${to}`,
  );
  await tellNewPlace(tx, made);
  return made;
}

type Post = typeof posts.$inferSelect;

/** Old numbers with new ones, which have no gaps. */
function placesOf(moving: readonly Post[], after = 0) {
  const rows = moving.map(({ number }, index) => sql`(${number}::int, ${after + index + 1}::int)`);
  return sql`select * from (values ${sql.join(rows, sql`, `)}) as v (number, place)`;
}

async function newThread(
  tx: Transaction,
  { threadId, title, first, count }: { threadId: number; title: string; first: Post; count: number },
): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into threads (board_id, title, kind, language, countries, specializations, author_id, organisation_id,
      last_number, created_at, last_post_at)
    select board_id, ${title}, 'discussion', language, countries, specializations, ${first.authorId}::bigint,
      ${first.organisationId}::bigint, ${count}::int, ${first.createdAt.toISOString()}::timestamptz, last_post_at
    from threads where id = ${threadId} returning id`);
  const [row] = rows;
  if (!row) throw new Error("a new thread gave no id");
  return row.id;
}

/** In a moved post's place: the writer's own id of it stays too, so that sent again it is not written twice. */
function placeholder(post: Post, version: number): typeof posts.$inferInsert {
  const { threadId, number, createdVersion, authorId, clientId, language, createdAt, id } = post;
  return {
    ...{ threadId, number, createdVersion, version, authorId, clientId, language, createdAt },
    ...{ body: "", html: "", state: "moved", movedTo: id },
  };
}

/** Its last moment, where its posts are told of, and where they are found. */
async function tellNewPlace(tx: Transaction, threadId: number): Promise<void> {
  await tx.execute(sql`update threads set last_post_at = coalesce(
      (select max(created_at) from posts where thread_id = ${threadId} and state = 'visible'), last_post_at)
    where id = ${threadId}`);
  await tx.execute(sql`update notifications n set thread_id = p.thread_id from posts p
    where p.id = n.post_id and p.thread_id = ${threadId} and n.thread_id <> p.thread_id`);
  await findAgain(tx, threadId);
}

export interface Merge {
  threadId: number;
  version: number;
  into: number;
}

/** False where the thread changed since. Its posts go to the end of the other; the thread itself says where it went on. */
export async function mergeThread(tx: Transaction, { threadId, version, into }: Merge): Promise<boolean> {
  // In the order of ids, so that two who merge at once do not wait for each other for ever.
  await tx
    .select({ id: threads.id })
    .from(threads)
    .where(inArray(threads.id, [threadId, into]))
    .orderBy(threads.id)
    .for("update");
  const left = await changeThread(
    tx,
    threadId,
    { state: "merged", mergedInto: into, pinned: false, answer: null },
    version,
  );
  if (left === null) return false;
  const raised = await changeThread(tx, into, {});
  if (raised === null) throw new Error("a thread was merged into none");
  await tx.execute(sql`with target as (select last_number from threads where id = ${into}), moved as (
      update posts p set thread_id = ${into}, number = p.number + t.last_number, version = ${raised},
        created_version = ${raised}, reply_to = p.reply_to + t.last_number,
        client_id = case when exists (select from posts o where o.thread_id = ${into} and o.author_id = p.author_id
          and o.client_id = p.client_id) then null else p.client_id end
      from target t where p.thread_id = ${threadId} returning p.id)
    update threads set last_number = last_number + (select count(*)::int from moved) where id = ${into}`);
  await tx.execute(sql`insert into watches (person_id, kind, target, level)
    select person_id, kind, ${String(into)}, level from watches where kind = 'thread' and target = ${String(threadId)}
    on conflict do nothing`);
  await tx.update(threads).set({ mergedInto: into }).where(eq(threads.mergedInto, threadId));
  await tellNewPlace(tx, into);
  return true;
}

/** Who writes entries of live coverage, beside who started it. */
export async function keepThreadAuthor(
  tx: Transaction,
  { threadId, personId, isAuthor }: { threadId: number; personId: number; isAuthor: boolean },
): Promise<void> {
  if (isAuthor) await tx.insert(threadAuthors).values({ threadId, personId }).onConflictDoNothing();
  else {
    await tx
      .delete(threadAuthors)
      .where(and(eq(threadAuthors.threadId, threadId), eq(threadAuthors.personId, personId)));
  }
  await changeThread(tx, threadId, {});
}
