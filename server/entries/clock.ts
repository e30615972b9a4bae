/** Publishes what was scheduled, on time: a timer to the next one, and the database, so that a restart loses none. */
import { updateEntry } from "db/entries/changes.ts";
import { lockEntry, mayStillPublish } from "db/entries/locks.ts";
import { dueEntries, type EntryRow, entryAt, nextDue } from "db/entries/queries.ts";
import { transaction } from "db/transaction.ts";
import { Failure } from "shared/failure.ts";
import type { App } from "../app.ts";
import { Refused } from "../form.ts";
import { publishable } from "./checks.ts";
import { writtenKinds } from "./kinds.ts";
import { publishIn } from "./publishing.ts";

/** A timer holds no longer (2³¹ ms are 24 days); and another node's clock may differ. */
const LONGEST_MS = 60 * 60 * 1000;

export function scheduledEntries(app: App): void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let turn = Promise.resolve();

  const look = async () => {
    if (stopped) return;
    try {
      await publishDue(app);
      const at = await nextDue(app.db.queries);
      const wait = at === null ? LONGEST_MS : at.getTime() - app.now().getTime();
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(soon, Math.min(Math.max(wait, 0), LONGEST_MS)).unref();
    } catch (error) {
      app.fastify.log.error({ err: error }, "what is scheduled could not be looked at");
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(soon, 10_000).unref();
    }
  };
  const soon = () => {
    turn = turn.then(look);
  };
  app.heard((changed) => {
    if (changed.includes("entries")) soon();
  });
  app.fastify.addHook("onListen", async () => soon());
  app.fastify.addHook("onClose", async () => {
    stopped = true;
    clearTimeout(timer);
    await turn;
  });
}

/** All that are due, each in a transaction of its own: one that cannot be published waits as a draft that says why. */
export async function publishDue(app: App): Promise<void> {
  for (const due of await dueEntries(app.db.queries, app.now())) {
    const entry = await entryAt(app.db.queries, due);
    if (entry && writtenKinds.includes(entry.kind)) await publishScheduled(app, entry);
  }
}

async function publishScheduled(app: App, entry: EntryRow): Promise<void> {
  try {
    if (!(await mayStillPublish(app.db.queries, entry))) throw new Failure("forbidden");
    const content = await publishable(app, entry.kind, entry.content);
    await transaction(app.db, async (tx) => {
      // Another node was quicker, or a curator changed it meanwhile.
      if (!(await lockEntry(tx, entry))) return;
      const record =
        entry.recordVersion === null || entry.recordId === null
          ? null
          : { id: entry.recordId, version: entry.recordVersion };
      await publishIn(app, tx, {
        kind: entry.kind,
        region: entry.region,
        actor: null,
        personId: entry.changedBy,
        content,
        regions: regionsIn(entry),
        record,
        entry,
      });
    });
  } catch (error) {
    if (error instanceof Refused) return setAside(app, entry, "invalid");
    if (!(error instanceof Failure)) throw error;
    await setAside(app, entry, error.code);
  }
}

function regionsIn({ content, region }: EntryRow): string[] {
  return Array.isArray(content.regions) ? content.regions.map(String) : [region];
}

async function setAside(app: App, entry: EntryRow, problem: string): Promise<void> {
  await transaction(app.db, (tx) =>
    updateEntry(tx, entry, { state: "draft", publishAt: null, problem }),
  ).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
  });
}
