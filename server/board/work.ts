/** What follows posts once they are committed (telling, finding): done once, by one node, and again where it failed. */
import { doPostWork } from "db/board/work.ts";
import type { Transaction } from "db/transaction.ts";
import type { App } from "../app.ts";

export type WorkKind = "tell" | "find";

/** Catches what a failed try, or a node that ended, left. */
const AGAIN_MS = 30_000;
const AT_ONCE = 50;

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
  const work = async () => {
    while ((await doPostWork(app.db, kind, AT_ONCE, handle)) === AT_ONCE);
  };
  const soon = () => {
    if (closed) return;
    again = working !== null;
    working ??= work()
      .catch((error: unknown) => app.fastify.log.error({ err: error, kind }, "work on posts failed"))
      .finally(() => {
        working = null;
        if (again) soon();
      });
  };
  app.heard((changed) => {
    if (changed.some((topic) => topic === "boards" || topic.startsWith("thread:"))) soon();
  });
  const timer = setInterval(soon, AGAIN_MS);
  timer.unref();
  app.fastify.addHook("onClose", async () => {
    clearInterval(timer);
    closed = true;
    again = false;
    await working;
  });
  return async () => {
    soon();
    while (working) await working;
  };
}
