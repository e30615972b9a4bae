/** Changes of posts by their author: what they say, and that they are no more; and what they said before. */
import { and, desc, eq, gt, lte, sql } from "drizzle-orm";
import type { PostState } from "shared/board/rules.ts";
import type { Queries } from "../connect.ts";
import { setPostFiles } from "../files/uploads.ts";
import type { Transaction } from "../transaction.ts";
import { changePost, changeThread } from "./changing.ts";
import { mentions, postFiles, postRevisions, posts, postTranslations, reactions, threads } from "./tables.ts";

export interface PostAt {
  threadId: number;
  number: number;
}

type LockedPost = typeof posts.$inferSelect;

/** The thread first, as every change of a post does: two changes at once wait for each other and not in a circle. */
export async function lockedPost(tx: Transaction, { threadId, number }: PostAt): Promise<LockedPost | null> {
  await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("update");
  const isHere = and(eq(posts.threadId, threadId), eq(posts.number, number));
  const [post] = await tx.select().from(posts).where(isHere);
  return post ?? null;
}

const isThere = ({ state }: LockedPost) => state === "visible" || state === "pending";

export interface NewText {
  /** The thread's version that the author saw: what was said since is not written over. */
  seen: number;
  body: string;
  html: string;
  digest: string | null;
  state: PostState;
  mentions: { people: readonly number[]; organisations: readonly number[] };
  /** Sets of uploads that it shows. */
  files: readonly string[];
  personId: number;
  now: Date;
}

/** "stale": it says something else since; "gone": it was hidden, moved or deleted meanwhile. */
export async function editPost(
  tx: Transaction,
  at: PostAt,
  text: NewText,
): Promise<"edited" | "same" | "stale" | "gone"> {
  const post = await lockedPost(tx, at);
  if (!post || !isThere(post)) return "gone";
  if (post.body === text.body) return "same";
  if (await saidSince(tx, post.id, text.seen)) return "stale";
  const { body, html, digest, now, personId } = text;
  const state = post.state === "pending" ? "pending" : text.state;
  const isNewlyNamed = await nameAgain(tx, post.id, text.mentions);
  await setPostFiles(tx, post.id, text.files);
  const version = await changePost(
    tx,
    post,
    { body, html, digest, state, edits: post.edits + 1, editedAt: now },
    { tell: isNewlyNamed && state === "visible" },
  );
  const before = { body: post.body, html: post.html };
  await tx.insert(postRevisions).values({ postId: post.id, ...before, version, personId, at: now });
  return "edited";
}

async function saidSince(tx: Transaction, postId: number, seen: number): Promise<boolean> {
  const later = and(eq(postRevisions.postId, postId), gt(postRevisions.version, seen));
  const rows = await tx.select({ id: postRevisions.id }).from(postRevisions).where(later).limit(1);
  return rows.length > 0;
}

/** How often this person corrected a post since then, counted no further than `most`. */
export async function editsSince(db: Queries, personId: number, since: Date, most: number): Promise<number> {
  const { rows } = await db.execute<{
    count: number;
  }>(sql`select count(*)::int as count from (select from post_revisions
    where person_id = ${personId} and at > ${since.toISOString()}::timestamptz limit ${most}) as few`);
  return rows[0]?.count ?? 0;
}

/** Whether somebody is named who was not before. */
async function nameAgain(tx: Transaction, postId: number, named: NewText["mentions"]): Promise<boolean> {
  const before = await tx.delete(mentions).where(eq(mentions.postId, postId)).returning();
  const rows = [
    ...named.people.map((personId) => ({ postId, personId })),
    ...named.organisations.map((organisationId) => ({ postId, organisationId })),
  ];
  if (rows.length > 0) await tx.insert(mentions).values(rows);
  return (
    named.people.some((id) => !before.some(({ personId }) => personId === id)) ||
    named.organisations.some((id) => !before.some(({ organisationId }) => organisationId === id))
  );
}

/** Its place stays, and says so; what it said goes, with all that it said before. False: it was not there any more. */
export async function deletePost(tx: Transaction, at: PostAt): Promise<boolean> {
  const post = await lockedPost(tx, at);
  if (!post || !isThere(post)) return false;
  for (const table of [postRevisions, mentions, postFiles, reactions, postTranslations])
    await tx.delete(table).where(eq(table.postId, post.id));
  await changePost(tx, post, { state: "deleted", body: "", html: "", digest: null, reactions: {} });
  await unanswered(tx, at);
  return true;
}

/** A question whose answer is gone has none; a thread in which nobody else wrote goes with its only post. */
async function unanswered(tx: Transaction, { threadId, number }: PostAt): Promise<void> {
  const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId));
  if (thread?.answer === number) await changeThread(tx, threadId, { answer: null });
  if (thread?.lastNumber === 1) await changeThread(tx, threadId, { state: "deleted" });
}

export interface RevisionRow {
  id: number;
  /** What it said until then. */
  body: string;
  at: Date;
}

/** The last first; `upTo`: from this revision on, itself included. */
export async function revisionsOf(
  db: Queries,
  postId: number,
  { upTo, limit }: { upTo?: number | undefined; limit: number },
): Promise<RevisionRow[]> {
  const older = upTo === undefined ? undefined : lte(postRevisions.id, upTo);
  const [rows, dark] = await Promise.all([
    db
      .select({ id: postRevisions.id, body: postRevisions.body, at: postRevisions.at })
      .from(postRevisions)
      .where(and(eq(postRevisions.postId, postId), older))
      .orderBy(desc(postRevisions.id))
      .limit(limit),
    darkNames(db),
  ]);
  return dark === null ? rows : rows.map((row) => ({ ...row, body: row.body.replace(dark, "@…") }));
}

/** CSOs that hide themselves, as texts name them: mentions tell only whom a post names now, not whom it named before. */
async function darkNames(db: Queries): Promise<RegExp | null> {
  const { rows } = await db.execute<{ slug: string }>(
    sql`select slug from organisations where status = 'hidden'`,
  );
  const slugs = rows.map(({ slug }) => RegExp.escape(slug)).join("|");
  return slugs === "" ? null : new RegExp(`@(?:${slugs})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`, "giu");
}
