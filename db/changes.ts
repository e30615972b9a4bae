/** Follows committed changes: which rooms changed since the last look, whatever the order of commits. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Database } from "./connect.ts";
import { CHANGES_CHANNEL } from "./transaction.ts";

/** Catches what a lost notification did not tell; an outdated page lives no longer than this. */
const POLL_MS = 2_000;
/** Rows older than this have been seen by every node that runs. */
const KEEP = "1 day";
const CLEAN_MS = 3_600_000;
/** Readers do not notice it, and a hundred writers cost no more looks than one who writes without a pause. */
const LOOK_APART_MS = 15;
const TELL_APART_MS = 25;

interface Closing {
  close(): Promise<void>;
}

export interface Follower extends Closing {
  /** Resolves when all that was committed before is known here: whoever wrote then reads what was written. */
  caughtUp(): Promise<void>;
  /** Something was just committed: looks at once, and tells the other nodes, once for all who say so meanwhile. */
  wake(): void;
}

/** Calls `changed` with the rooms whose rows changed, soon after each commit on any node or by any command. */
export async function followChanges(
  db: Database,
  changed: (rooms: string[]) => void | Promise<void>,
  failed: (error: unknown) => void,
): Promise<Follower> {
  let snapshot = (await db.pool.query("select pg_current_snapshot()::text as snapshot")).rows[0].snapshot;
  const clean = () => db.pool.query(`delete from changes where at < now() - interval '${KEEP}'`);
  await clean();
  let looking: Promise<void> | null = null;
  let again = false;

  const look = async () => {
    const { rows } = await db.pool.query(
      `select pg_current_snapshot()::text as snapshot, array(select distinct room from changes
        where tx >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(tx, $1::pg_snapshot)) as rooms`,
      [snapshot],
    );
    snapshot = rows[0].snapshot;
    if (rows[0].rooms.length > 0) await changed(rows[0].rooms);
  };
  const lookSoon = () => {
    again = looking !== null;
    looking ??= look()
      .catch(failed)
      .finally(() => {
        looking = null;
        if (again) lookSoon();
      });
  };

  const self = randomUUID();
  // At once where it is quiet; of many writers at once, some are told together, which leaves the database to them.
  const lookTogether = together(LOOK_APART_MS, lookSoon);
  const tell = together(TELL_APART_MS, () => {
    db.pool.query("select pg_notify($1, $2)", [CHANGES_CHANNEL, self]).catch(failed);
  });

  const listener = await listen(db.url, (from) => from !== self && lookTogether.soon(), failed);
  const timer = setInterval(lookSoon, POLL_MS);
  timer.unref();
  const cleaning = setInterval(() => void clean().catch(failed), CLEAN_MS);
  cleaning.unref();
  return {
    async caughtUp() {
      // A look that has begun may have seen less than the caller wrote; the next one sees it.
      if (looking !== null) await looking;
      lookSoon();
      await looking;
    },
    wake() {
      lookTogether.soon();
      tell.soon();
    },
    async close() {
      lookTogether.end();
      tell.end();
      clearInterval(timer);
      clearInterval(cleaning);
      again = false;
      await looking;
      await listener.close();
    },
  };
}

/** Does it now, or together with all who ask for it within so many milliseconds after the last time. */
function together(apartMs: number, act: () => void): { soon(): void; end(): void } {
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  const now = () => {
    timer = null;
    last = performance.now();
    act();
  };
  return {
    soon() {
      if (timer !== null) return;
      const rest = last + apartMs - performance.now();
      if (rest <= 0) now();
      else timer = setTimeout(now, rest);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Listens on a connection of its own, and opens it again when it breaks; until then the poll does the work. */
async function listen(
  url: string,
  heard: (from?: string) => void,
  failed: (error: unknown) => void,
): Promise<Closing> {
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const open = async () => {
    const next = new pg.Client({ connectionString: url, application_name: "platforms changes" });
    next.on("error", failed);
    next.on("end", () => {
      client = null;
      if (!closed) retry = setTimeout(reopen, POLL_MS);
    });
    next.on("notification", ({ payload }) => heard(payload));
    await next.connect();
    await next.query(`LISTEN ${CHANGES_CHANNEL}`);
    client = next;
    heard();
  };
  const reopen = () => void open().catch(failed);
  await open();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
