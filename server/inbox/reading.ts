/** Reads the feeds that are due, one after another, each on one node alone; what failed is tried ever more seldom. */
import {
  type ClaimedFeed,
  claimDue,
  claimFeed,
  forgetOld,
  keepAnswer,
  keepFailure,
  keepItems,
} from "db/inbox/reading.ts";
import { transaction } from "db/transaction.ts";
import { askedPause, CLAIM_MS, pauseAfter, READ_EVERY_MS, RUN_MS } from "shared/inbox/rules.ts";
import type { App } from "../app.ts";
import { askFeed, FeedProblem } from "./asking.ts";

/** Feeds that are due are found in the database, so that a restart loses none. */
export function feedReading(app: App): void {
  app.jobs.declare({
    name: "read-feeds",
    // The next run finds what this one did not come to.
    queue: { retryLimit: 0, expireInSeconds: (2 * RUN_MS) / 1000 },
    cron: "*/5 * * * *",
    handle: async (jobs) => {
      const end = Date.now() + RUN_MS;
      await readDueFeeds(app, () => Date.now() > end || jobs.some(({ signal }) => signal.aborted));
      return jobs.map(({ id }) => ({ id, status: "completed" as const }));
    },
  });
  app.jobs.declare({
    name: "forget-feed-items",
    queue: { retryLimit: 3 },
    cron: "50 3 * * *",
    handle: async (jobs) => {
      await transaction(app.db, (tx) => forgetOld(tx, app.now()));
      return jobs.map(({ id }) => ({ id, status: "completed" as const }));
    },
  });
}

/** Until nothing is due, or it is time to end; how many were read. */
export async function readDueFeeds(app: App, isOver: () => boolean = () => false): Promise<number> {
  let read = 0;
  while (!isOver()) {
    const feed = await transaction(app.db, (tx) => claimDue(tx, claimNow(app)));
    if (!feed) return read;
    await readClaimed(app, feed);
    read += 1;
  }
  return read;
}

/** That feed, due or not; false while it is being asked, or where there is none. */
export async function readFeedAt(app: App, region: string, id: number): Promise<boolean> {
  const feed = await transaction(app.db, (tx) => claimFeed(tx, claimNow(app), region, id));
  if (feed) await readClaimed(app, feed);
  return feed !== null;
}

function claimNow(app: App): { now: Date; until: Date } {
  const now = app.now();
  return { now, until: new Date(now.getTime() + CLAIM_MS) };
}

async function readClaimed(app: App, feed: ClaimedFeed): Promise<void> {
  try {
    const { feed: content, ...answer } = await askFeed(app, feed.url, feed);
    const now = app.now();
    await transaction(app.db, async (tx) => {
      if (content) await keepItems(tx, feed, content.items, now);
      await keepAnswer(tx, feed.id, { ...answer, now, nextAt: new Date(now.getTime() + READ_EVERY_MS) });
    });
  } catch (error) {
    await failed(app, feed, error);
  }
}

async function failed(app: App, feed: ClaimedFeed, error: unknown): Promise<void> {
  const problem = error instanceof FeedProblem ? error : new FeedProblem("unreadable");
  // It must not stand in the way of all that are due after it.
  if (problem !== error) app.fastify.log.error({ err: error }, "feed not read");
  const now = app.now();
  const pause = pauseAfter(feed.failures + 1, askedPause(problem.retryAfter, now));
  await transaction(app.db, (tx) =>
    keepFailure(tx, feed.id, {
      now,
      nextAt: new Date(now.getTime() + pause),
      problem: problem.code,
      forGood: problem.code === "gone",
    }),
  );
}
