/** Opens the database that the settings name, ready for use: reached, checked, migrated. */
import { connect, type Database, ping } from "db/connect.ts";
import { checkEncoding } from "db/embedded/encoding.ts";
import { startEmbedded } from "db/embedded/start.ts";
import { migrate } from "db/migrate.ts";
import { StartFailure } from "shared/startFailure.ts";
import type { Config } from "./config.ts";

export interface OpenDatabase {
  db: Database;
  /** Closes the connections, and the embedded database unless another process uses it. */
  close(): Promise<void>;
}

export type Say = (line: string) => void;

export async function openDatabase(config: Config, say: Say): Promise<OpenDatabase> {
  if (config.DATABASE_URL) {
    const db = connect(config.DATABASE_URL);
    await prepare(db, say, () => db.close());
    return { db, close: () => db.close() };
  }
  say("Starting the database …");
  const embedded = await startEmbedded({ dataDir: config.DATA_DIR, log: say });
  if (embedded.adopted) say("The database was still running: taken over.");
  const db = connect(embedded.url);
  const close = async () => {
    await db.close();
    await embedded.stop();
  };
  await prepare(db, say, close);
  return { db, close };
}

async function prepare(db: Database, say: Say, undo: () => Promise<void>): Promise<void> {
  try {
    await ping(db).catch((cause: unknown) => {
      throw unreachable(cause);
    });
    await checkEncoding(db.pool);
    const migrated = await migrate(db).catch((cause: unknown) => {
      throw mayNotWrite(cause);
    });
    if (migrated > 0) say(`Brought the database up to date: ${migrated} migrations.`);
  } catch (error) {
    await undo();
    throw error;
  }
}

/** The reason in PostgreSQL's words, never the address: it holds a password. */
function unreachable(cause: unknown): StartFailure {
  const reason = cause instanceof AggregateError ? cause.errors[0] : cause;
  const text = reason instanceof Error ? reason.message : "no answer";
  return new StartFailure(
    `The database of DATABASE_URL cannot be reached (${text}): check the address and that it runs.`,
    {
      cause,
    },
  );
}

/** What PostgreSQL answers one who has no right to write, or whose every transaction is read-only. */
const MAY_NOT_WRITE = ["42501", "25006"];

function mayNotWrite(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  const refused = cause instanceof Error && "code" in cause && MAY_NOT_WRITE.includes(String(cause.code));
  if (!refused) return error;
  return new StartFailure(
    `The user of DATABASE_URL may not make the platform's tables (${cause.message}): let that user own the database.`,
    { cause: error },
  );
}
