/** What follows posts once they are committed (telling, finding): done once, by one node, and again where it failed. */
import { doPostWork } from "db/board/work.ts";
import type { Transaction } from "db/transaction.ts";
import type { App } from "../app.ts";

export type WorkKind = "tell" | "find";

/** Catches what a failed try, or a node that ended, left. */
const AGAIN_MS = 30_000;
const AT_ONCE = 50;
/** Between two batches; under load some four fifths of the time are left to others. */
const SHORTEST_REST_MS = 50;
const LONGEST_REST_MS = 2_000;
const REST_PER_WORK = 4;

/**
 * `handle` does it for these posts in the given transaction, in which the work is taken off too; posts may stand several
 * times over the hours, and may have changed again since. Resolves the function to wait for all that is there: for tests.
 */
export function workOnPosts(
  app: App,
  kind: WorkKind,
  handle: (tx: Transaction, postIds: number[]) => Promise<void>,
): () => Promise<void> {
  let working: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let resting: NodeJS.Timeout | null = null;
  /** Whoever writes and reads goes first: after some work comes a longer rest. */
  const work = async () => {
    const begun = performance.now();
    const done = await doPostWork(app.db, kind, AT_ONCE, handle);
    if (done === 0) return;
    const rest = Math.max(SHORTEST_REST_MS, (performance.now() - begun) * REST_PER_WORK);
    resting = setTimeout(awake, Math.min(rest, LONGEST_REST_MS)).unref();
  };
  const awake = () => {
    resting = null;
    soon();
  };
  const soon = () => {
    if (closed) return;
    again = working !== null;
    working ??= work()
      .catch((error: unknown) => app.fastify.log.error({ err: error, kind }, "work on posts failed"))
      .finally(() => {
        working = null;
        if (again && resting === null) soon();
      });
  };
  app.heard((changed) => {
    if (resting === null && changed.some((topic) => topic === "boards" || topic.startsWith("thread:")))
      soon();
  });
  const timer = setInterval(soon, AGAIN_MS);
  timer.unref();
  app.fastify.addHook("onClose", async () => {
    clearInterval(timer);
    closed = true;
    if (resting !== null) clearTimeout(resting);
    again = false;
    await working;
  });
  return async () => {
    for (;;) {
      soon();
      while (working) await working;
      if (resting === null) return;
      clearTimeout(resting);
      resting = null;
    }
  };
}
