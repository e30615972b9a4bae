/** Telling: after each post, whoever is told of it; and the letters that follow, at once or in the morning. */
import type { Transaction } from "db/transaction.ts";
import { anyAtOnce } from "db/watches/letters.ts";
import { tellOfPosts, watchOwn } from "db/watches/telling.ts";
import { DIGEST_CRON, GATHER_MS } from "shared/watches/rules.ts";
import type { App } from "../app.ts";
import { workOnPosts } from "../board/work.ts";
import { sendAtOnce } from "./atOnce.ts";
import { sendBoardDigests } from "./digest.ts";

const AT_ONCE_QUEUE = "board-letters";
const DIGEST_QUEUE = "board-digests";
/** Many posts ask for the same look: they are answered together. */
const LOOKS_AT_ONCE = 100;
/** The database's clock may be a little behind. */
const WAKE_AFTER_MS = 500;

export function telling(app: App): void {
  app.jobs.declare({
    name: AT_ONCE_QUEUE,
    queue: { retryLimit: 5, retryDelay: 30, expireInSeconds: 900, deleteAfterSeconds: 60 },
    atOnce: LOOKS_AT_ONCE,
    handle: async (jobs) => {
      await sendAtOnce(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
  app.jobs.declare({
    name: DIGEST_QUEUE,
    queue: { retryLimit: 3, retryDelay: 600, expireInSeconds: 3600, deleteAfterSeconds: 3600 },
    cron: DIGEST_CRON,
    handle: async (jobs) => {
      await sendBoardDigests(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
  const lookSoon = laterLooks(app);
  workOnPosts(app, "tell", async (tx, posts) => {
    await watchOwn(tx, posts, app.now());
    const told = await tellOfPosts(tx, posts, app.now());
    if (told.length > 0 && (await anyAtOnce(tx, told))) await lookSoon(tx);
  });
}

/** The job is there also when this node ends; while it runs, its own clock makes sure that nobody waits for the next poll. */
function laterLooks(app: App): (tx: Transaction) => Promise<void> {
  const timers = new Set<NodeJS.Timeout>();
  app.fastify.addHook("onClose", async () => {
    for (const timer of timers) clearTimeout(timer);
  });
  return async (tx) => {
    await app.jobs.send(tx, AT_ONCE_QUEUE, {}, { startAfter: new Date(Date.now() + GATHER_MS) });
    const timer = setTimeout(() => {
      timers.delete(timer);
      app.jobs.wake([AT_ONCE_QUEUE]);
    }, GATHER_MS + WAKE_AFTER_MS);
    timers.add(timer.unref());
  };
}
