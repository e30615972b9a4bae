/** The public log of decisions, for its page and as data. */
import { type LogRow, logOf } from "db/moderation/log.ts";
import { Failure } from "shared/failure.ts";
import type { LoggedDecision } from "shared/moderation/contract.ts";
import { LOG_PAGE } from "shared/moderation/rules.ts";
import { type List, readCursor, writeCursor } from "shared/page.ts";
import type { App } from "../app.ts";

interface Asked {
  region: string;
  limit?: number | undefined;
  after?: string | undefined;
}

/** With the names of public boards, for the page. */
export async function loggedDecisions(
  app: App,
  { region, limit = LOG_PAGE, after }: Asked,
): Promise<List<LoggedDecision & { names: Record<string, string> | null }>> {
  const before = after === undefined ? undefined : positionOf(after);
  const { next, ...log } = await logOf(app.db.queries, region, { before, limit });
  return {
    ...log,
    items: log.items.map((row) => ({ ...presentLogged(row), names: row.board?.names ?? null })),
    next: next === null ? null : writeCursor([next]),
  };
}

export function presentLogged({ at, board, action, ground, outcome, appealed }: LogRow): LoggedDecision {
  return {
    on: at.slice(0, 10),
    board: board && { slug: board.slug, region: board.region },
    ...{ action, ground },
    appeal: appealed ? (outcome ?? "waiting") : null,
  };
}

function positionOf(after: string): number {
  const [id] = readCursor(after, 1);
  if (typeof id === "number" && Number.isSafeInteger(id)) return id;
  throw new Failure("invalid", {
    problems: [{ parameter: "after", message: "is not a cursor of this list" }],
  });
}
