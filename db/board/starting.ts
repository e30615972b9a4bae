/** Threads that are started: the thread and its first post, at once; and boards as a region begins with them. */
import { and, eq, isNull, sql } from "drizzle-orm";
import type { PostState } from "shared/board/rules.ts";
import { people } from "../accounts/tables.ts";
import type { Transaction } from "../transaction.ts";
import { boards, mentions, postFiles, posts, postTranslations, postWork, reads, threads } from "./tables.ts";

export interface NewThreadRow {
  boardId: number;
  authorId: number;
  organisationId: number | null;
  clientId: string | null;
  title: string;
  kind: string;
  language: string;
  countries: readonly string[];
  specializations: readonly string[];
  body: string;
  html: string;
  digest: string | null;
  state: PostState & ("visible" | "pending");
  via: "web" | "mail";
  pinned?: boolean;
  now: Date;
  mentions: { people: readonly number[]; organisations: readonly number[] };
  files: readonly string[];
}

/** Its id, and whether it was made now: the same person's same clientId names the same thread. */
export async function insertThread(
  tx: Transaction,
  thread: NewThreadRow,
): Promise<{ id: number; postId: number | null; created: boolean }> {
  const {
    boardId,
    authorId,
    organisationId,
    clientId,
    title,
    kind,
    language,
    state,
    pinned = false,
    now,
  } = thread;
  const countries = [...thread.countries];
  const specializations = [...thread.specializations];
  const [made] = await tx
    .insert(threads)
    .values({
      ...{
        boardId,
        authorId,
        organisationId,
        clientId,
        title,
        kind,
        language,
        countries,
        specializations,
        state,
      },
      ...{ pinned, lastNumber: 1, createdAt: now, lastPostAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: threads.id });
  if (!made) return { id: await sentBefore(tx, thread), postId: null, created: false };
  const postId = await insertFirst(tx, made.id, thread);
  return { id: made.id, postId, created: true };
}

async function sentBefore(tx: Transaction, { boardId, authorId, clientId }: NewThreadRow): Promise<number> {
  const [row] = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(eq(threads.boardId, boardId), eq(threads.authorId, authorId), eq(threads.clientId, clientId ?? "")),
    );
  if (!row) throw new Error("a thread is neither new nor there");
  return row.id;
}

async function insertFirst(tx: Transaction, threadId: number, thread: NewThreadRow): Promise<number> {
  const { authorId, organisationId, clientId, body, html, language, state, via, digest, now } = thread;
  const [post] = await tx
    .insert(posts)
    .values({
      ...{ threadId, number: 1, createdVersion: 1, version: 1, authorId, organisationId, clientId },
      ...{ body, html, language, state, via, digest, createdAt: now },
    })
    .returning({ id: posts.id });
  if (!post) throw new Error("a new post gave no id");
  const postId = post.id;
  await tx.insert(postWork).values(["tell", "find"].map((kind) => ({ kind, postId })));
  await tx.insert(reads).values({ personId: authorId, threadId, number: 1, at: now });
  const named = [
    ...thread.mentions.people.map((personId) => ({ postId, personId })),
    ...thread.mentions.organisations.map((organisationId) => ({ postId, organisationId })),
  ];
  if (named.length > 0) await tx.insert(mentions).values(named);
  if (thread.files.length > 0)
    await tx.insert(postFiles).values(thread.files.map((fileSet) => ({ postId, fileSet })));
  return postId;
}

/** The platform's own person, who has neither address nor password. */
export async function keepSystemPerson(tx: Transaction, handle: string): Promise<number> {
  const system = and(sql`lower(${people.handle}) = lower(${handle})`, isNull(people.email));
  const [known] = await tx.select({ id: people.id }).from(people).where(system);
  if (known) return known.id;
  const [made] = await tx.insert(people).values({ handle }).returning({ id: people.id });
  if (!made) throw new Error("a new person gave no id");
  return made.id;
}

/** Regions that have no board yet; null stands for all regions together. */
export async function regionsWithoutBoards(tx: Transaction): Promise<(string | null)[]> {
  const { rows } = await tx.execute<{ region: string | null }>(sql`
    select slug as region from regions r where not exists (select from boards b where b.region = r.slug)
    union all select null where not exists (select from boards b where b.region is null)`);
  return rows.map(({ region }) => region);
}

export async function insertBoard(tx: Transaction, board: typeof boards.$inferInsert): Promise<number> {
  const [made] = await tx.insert(boards).values(board).returning({ id: boards.id });
  if (!made) throw new Error("a new board gave no id");
  return made.id;
}

export async function insertTranslation(
  tx: Transaction,
  translation: typeof postTranslations.$inferInsert,
): Promise<void> {
  await tx.insert(postTranslations).values(translation);
}
