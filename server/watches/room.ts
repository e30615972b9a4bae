/** Telling: after each post, whoever is told of it; and the letters that follow, at once or in the morning. */
import { tellOfPosts, watchOwn } from "db/watches/telling.ts";
import { DIGEST_CRON, GATHER_MS } from "shared/watches/rules.ts";
import type { App } from "../app.ts";
import { workOnPosts } from "../board/work.ts";
import { sendAtOnce } from "./atOnce.ts";
import { sendBoardDigests } from "./digest.ts";
import { AT_ONCE_QUEUE, letterSoon } from "./soon.ts";

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
  const wakeLater = laterWakes(app);
  workOnPosts(app, "tell", async (tx, posts) => {
    await watchOwn(tx, posts, app.now());
    const told = await tellOfPosts(tx, posts, app.now());
    if (await letterSoon(app, tx, told)) wakeLater();
  });
}

/** While this node runs, its own clock makes sure that nobody waits for the next poll. */
function laterWakes(app: App): () => void {
  const timers = new Set<NodeJS.Timeout>();
  app.fastify.addHook("onClose", async () => {
    for (const timer of timers) clearTimeout(timer);
  });
  return () => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      app.jobs.wake([AT_ONCE_QUEUE]);
    }, GATHER_MS + WAKE_AFTER_MS);
    timers.add(timer.unref());
  };
}
