/** Lists of threads: pinned ones first, then by last post or by start, read on by key at the same cost anywhere. */
import { type SQL, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import { type Cursor, readCursor, writeCursor } from "shared/page.ts";
import { allOf, isAnyOf, overlaps } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { type ThreadRow, threadColumns, threadFrom } from "./rows.ts";

/** A part of a list, and where to read on. */
export interface Part {
  rows: ThreadRow[];
  next: string | null;
}

export interface ThreadFilter {
  boardId: number;
  sort: "latest" | "new";
  /** Of those that ask for one: an announcement and live coverage wait for no reply. */
  unanswered?: boolean;
  /** With those that wait for approval or were hidden: for moderators. */
  seesWaiting?: boolean;
  kind?: readonly string[] | undefined;
  country?: readonly string[] | undefined;
  specialization?: readonly string[] | undefined;
}

const keyOf = { latest: sql`w.last_post_at`, new: sql`w.created_at` };

/** One more than `limit` where there is more; pinned ones stand before the first part alone. */
export async function threadsOf(
  db: Queries,
  filter: ThreadFilter,
  { limit, after: cursor }: { limit: number; after?: string | undefined },
): Promise<Part & { pinned: ThreadRow[] }> {
  const key = keyOf[filter.sort];
  const where = allOf({
    board: sql`w.board_id = ${filter.boardId}`,
    state: filter.seesWaiting ? sql`w.state in ('visible', 'pending', 'hidden')` : sql`w.state = 'visible'`,
    kind: isAnyOf(sql`w.kind`, filter.kind),
    country: overlaps(sql`w.countries`, filter.country),
    specialization: overlaps(sql`w.specializations`, filter.specialization),
    unanswered: filter.unanswered
      ? sql`(w.last_number = 1 or (w.kind = 'question' and w.answer is null)) and w.kind in ('discussion', 'question')`
      : undefined,
  });
  const read = (more: SQL, most: SQL) =>
    db.execute<ThreadRow>(sql`select ${threadColumns} from ${threadFrom}
      where ${where} and ${more} order by ${key} desc, w.id desc ${most}`);
  const [pinned, others] = await Promise.all([
    cursor === undefined ? read(sql`w.pinned`, sql`limit ${limit}`).then(({ rows }) => rows) : [],
    read(sql`not w.pinned and ${after(filter.sort, cursor)}`, sql`limit ${limit + 1}`).then(
      ({ rows }) => rows,
    ),
  ]);
  return { pinned, ...partOf(others, filter.sort, limit) };
}

/** Cuts a reading of one row more than asked, and says where to read on. */
export function partOf(read: ThreadRow[], sort: ThreadFilter["sort"], limit: number): Part {
  const rows = read.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: read.length > limit && last ? cursorOf(sort, last) : null };
}

/** Threads after the one that the cursor stands for; all where there is none. Throws `invalid` naming `after`. */
export function after(sort: ThreadFilter["sort"], cursor: string | undefined): SQL {
  return cursor === undefined ? sql`true` : sql`(${keyOf[sort]}, w.id) < ${positionOf(cursor)}`;
}

function cursorOf(sort: ThreadFilter["sort"], row: ThreadRow): string {
  return writeCursor([sort === "latest" ? row.lastPostAt : row.createdAt, row.id]);
}

/** Moments are told to the millisecond, and written so. */
function positionOf(after: string): SQL {
  const [at, id]: Cursor = readCursor(after, 2);
  if (typeof at !== "string" || Number.isNaN(Date.parse(at)) || !Number.isSafeInteger(id)) {
    throw new Failure("invalid", {
      problems: [{ parameter: "after", message: "is not a cursor of this list" }],
    });
  }
  return sql`(${new Date(at).toISOString()}::timestamptz, ${id}::bigint)`;
}
