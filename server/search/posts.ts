/** What was written on the board becomes findable soon after, and is found in one board. */
import { threadsById } from "db/board/queries.ts";
import type { BoardRow, ThreadRow } from "db/board/rows.ts";
import { planSearch } from "db/search/plan.ts";
import { indexPosts, searchThreads } from "db/search/posts.ts";
import { DEFAULT_LIMIT, type List } from "shared/page.ts";
import type { App } from "../app.ts";
import { workOnPosts } from "../board/work.ts";

/** Resolves the function to wait for all that is there: for tests. */
export function findPosts(app: App): () => Promise<void> {
  return workOnPosts(app, "find", indexPosts);
}

interface Asked {
  q: string;
  limit?: number | undefined;
  after?: string | undefined;
}

interface Found<T> extends List<T> {
  /** The words that were looked for, where some were misspelt. */
  corrected: string | null;
}

/** Threads of a board in which a post has these words, the best first. */
export async function threadsIn(
  app: App,
  board: Pick<BoardRow, "id">,
  asked: Asked,
): Promise<Found<ThreadRow>> {
  const plan = await planSearch(app.db.queries, asked.q);
  const { refs, ...rest } = await searchThreads(app.db.queries, {
    ...partOf(board, asked),
    search: { plan, strictness: "all" },
  });
  const ids = refs.map(Number);
  const rows = ids.length > 0 ? await threadsById(app.db.queries, ids) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  // A thread that was hidden or moved a moment ago may still be in the index.
  const items = ids.flatMap((id) => {
    const row = byId.get(id);
    return row?.state === "visible" && row.boardId === board.id ? [row] : [];
  });
  return { ...rest, items, corrected: plan.corrected };
}

function partOf(board: Pick<BoardRow, "id">, { limit = DEFAULT_LIMIT, after }: Asked) {
  return { boardIds: [board.id], limit, after };
}
