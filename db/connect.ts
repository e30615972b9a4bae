/** Opens the database: one pool, one drizzle over it, the same for the embedded PostgreSQL and for one's own. */
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

export type Queries = NodePgDatabase<Record<string, never>>;

export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly queries: Queries;
  close(): Promise<void>;
}

/** Two cores answer no faster with more; each further connection costs the database some MiB. */
const CONNECTIONS = 8;

// int8 is used for ids only, which stay far below 2^53; dates stay the text that they are.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, String);

export function connect(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? CONNECTIONS,
    application_name: "platforms",
  });
  // An idle connection that the server ends must not end the process: the next query opens another.
  pool.on("error", () => {});
  return { url, pool, queries: drizzle(pool, { casing: "snake_case" }), close: () => pool.end() };
}

/** Resolves when the database answers; rejects with the driver's reason. */
export async function ping(db: Database): Promise<void> {
  await db.pool.query("select 1");
}
