/** What waits for a region's moderators: flagged posts, posts to approve, appeals; the oldest first. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import { countUpTo, type List, readCursor, writeCursor } from "shared/page.ts";
import { iso, type JudgedPost, judgedColumns, judgedFrom, keptIn, type Reading } from "./queries.ts";

/** Of an appeal `id` is the appeal's, of everything else the post's. */
export interface Waiting extends Record<string, unknown> {
  kind: "flag" | "approval" | "appeal";
  id: number;
  since: string;
}

/** `id` of the post, and `since`. A post that was flagged while it waits for approval waits once. */
export function waitingPosts(kind: "flag" | "approval", region: string): SQL {
  return kind === "flag"
    ? sql`select p.id, min(f.created_at) as since from flags f join posts p on p.id = f.post_id
        join threads t on t.id = p.thread_id join boards b on b.id = t.board_id
        where f.decided_at is null and p.state <> 'pending' and ${keptIn(region)} group by p.id`
    : sql`select p.id, p.created_at as since from posts p join threads t on t.id = p.thread_id
        join boards b on b.id = t.board_id where p.state = 'pending' and ${keptIn(region)}`;
}

const waitingIn = (region: string) => sql`
  select 'flag' as kind, id, since from (${waitingPosts("flag", region)}) as flagged
  union all select 'approval', id, since from (${waitingPosts("approval", region)}) as pending
  union all select 'appeal', a.id, a.created_at from appeals a where a.decided_at is null
    and (a.region = ${region} or a.region is null)`;

async function countWaiting(db: Reading, region: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (${waitingIn(region)}) as waiting`,
  );
  return rows[0]?.count ?? 0;
}

/** Moments are told, and read on from, to the millisecond. */
const told = sql`date_trunc('milliseconds', waiting.since)`;

export async function waitingFor(
  db: Reading,
  region: string,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<List<Waiting>> {
  const from = after === undefined ? sql`true` : sql`(${told}, kind, id) > ${positionOf(after)}`;
  const { rows } = await db.execute<Waiting>(sql`
    select kind, id, ${iso(sql`since`)} as since from (${waitingIn(region)}) as waiting where ${from}
    order by ${told}, kind, id limit ${limit + 1}`);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? writeCursor([last.since, last.kind, last.id]) : null;
  return { items, ...countUpTo(await countWaiting(db, region)), next };
}

function positionOf(after: string): SQL {
  const [since, kind, id] = readCursor(after, 3);
  if (typeof since !== "string" || Number.isNaN(Date.parse(since)) || !Number.isSafeInteger(id)) {
    throw new Failure("invalid", {
      problems: [{ parameter: "after", message: "is not a cursor of this list" }],
    });
  }
  return sql`(${new Date(since).toISOString()}::timestamptz, ${String(kind)}::text, ${id}::bigint)`;
}

/** Those posts, by id. */
export async function judgedPosts(db: Reading, ids: readonly number[]): Promise<Map<number, JudgedPost>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<JudgedPost>(sql`select ${judgedColumns} from ${judgedFrom}
    where p.id = any(${sql.param([...ids])}::bigint[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface AppealRow extends Record<string, unknown> {
  id: number;
  decisionId: number;
  region: string | null;
  personId: number | null;
  words: string;
  createdAt: string;
  decidedAt: string | null;
}

const appealColumns = sql`a.id, a.decision_id as "decisionId", a.region, a.person_id as "personId", a.words,
  ${iso(sql`a.created_at`)} as "createdAt", ${iso(sql`a.decided_at`)} as "decidedAt"`;

/** One that was asked of this region's moderators, or of any's. */
export async function appealAt(db: Reading, region: string, id: number): Promise<AppealRow | null> {
  const { rows } = await db.execute<AppealRow>(sql`select ${appealColumns} from appeals a
    where a.id = ${id} and (a.region = ${region} or a.region is null)`);
  return rows[0] ?? null;
}
