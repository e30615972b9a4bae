/** The public log of decisions: what was decided, never about whom, by whom or in which words. */
import { sql } from "drizzle-orm";
import type { DecisionAction, Ground, Outcome } from "shared/moderation/rules.ts";
import { countUpTo, EXACT_COUNT } from "shared/page.ts";
import { iso, type Reading } from "./queries.ts";

export interface LogRow extends Record<string, unknown> {
  id: number;
  at: string;
  action: DecisionAction;
  ground: Ground;
  until: string | null;
  /** Null: of a board that not everybody may read, or that is gone. */
  board: { slug: string; region: string | null; names: Record<string, string> } | null;
  /** Of the appeal, if there was one; null: it waits, or there was none. */
  outcome: Outcome | null;
  appealed: boolean;
}

/** Approvals are the ordinary course, and say nothing but that somebody is new. */
const logged = (region: string) => sql`(d.region = ${region} or d.region is null) and d.action <> 'approve'`;

export async function logOf(
  db: Reading,
  region: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<{ items: LogRow[]; total: number; totalIsAtLeast?: true; next: number | null }> {
  const { rows } = await db.execute<LogRow>(sql`
    select d.id, ${iso(sql`d.at`)} as at, d.action, d.ground, ${iso(sql`d.until`)} as until,
      (select json_build_object('slug', b.slug, 'region', b.region, 'names', b.names) from boards b
        where b.id = d.board_id and b.visibility = 'public') as board,
      a.outcome, a.id is not null as appealed
    from decisions d left join appeals a on a.decision_id = d.id
    where ${logged(region)} and ${before === undefined ? sql`true` : sql`d.id < ${before}`}
    order by d.id desc limit ${limit + 1}`);
  const counted = await db.execute<{ count: number }>(sql`select count(*)::int as count from
    (select from decisions d where ${logged(region)} limit ${EXACT_COUNT + 1}) as few`);
  const items = rows.slice(0, limit);
  const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null;
  return { items, ...countUpTo(counted.rows[0]?.count ?? 0), next };
}
