/** Follows committed changes: which rooms changed since the last look, whatever the order of commits. */
import pg from "pg";
import type { Database } from "./connect.ts";
import { CHANGES_CHANNEL } from "./transaction.ts";

/** Catches what a lost notification did not tell; an outdated page lives no longer than this. */
const POLL_MS = 2_000;
/** Rows older than this have been seen by every node that runs. */
const KEEP = "1 day";
const CLEAN_MS = 3_600_000;

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

  let telling = false;
  let tellAgain = false;
  const tell = () => {
    if (telling) {
      tellAgain = true;
      return;
    }
    telling = true;
    void db.pool
      .query(`NOTIFY ${CHANGES_CHANNEL}`)
      .catch(failed)
      .finally(() => {
        telling = false;
        if (!tellAgain) return;
        tellAgain = false;
        tell();
      });
  };

  const listener = await listen(db.url, lookSoon, failed);
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
      lookSoon();
      tell();
    },
    async close() {
      clearInterval(timer);
      clearInterval(cleaning);
      again = false;
      await looking;
      await listener.close();
    },
  };
}

/** Listens on a connection of its own, and opens it again when it breaks; until then the poll does the work. */
async function listen(url: string, heard: () => void, failed: (error: unknown) => void): Promise<Closing> {
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
    next.on("notification", heard);
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
