/** Opens the database: one pool, one drizzle over it, the same for the embedded PostgreSQL and for one's own. */
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

export type Queries = NodePgDatabase<Record<string, never>>;

export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly queries: Queries;
  /**
   * A statement of every request or reply, planned once for each connection: `name` stands for one text. On connections of
   * their own, since planning such a query anew costs more than answering it, while others are better planned by their
   * values.
   */
  planned<R extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** Two cores answer no faster with more; each further connection costs the database some MiB. */
const CONNECTIONS = 8;
/** Of those for planned statements, each of which takes a millisecond. */
const PLANNED_CONNECTIONS = 4;

// int8 is used for ids only, which stay far below 2^53; dates stay the text that they are.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, String);

export function connect(url: string, options: { connections?: number } = {}): Database {
  const pool = poolOf(url, { max: options.connections ?? CONNECTIONS });
  const planning = poolOf(url, {
    max: Math.min(PLANNED_CONNECTIONS, options.connections ?? PLANNED_CONNECTIONS),
    options: "-c plan_cache_mode=force_generic_plan",
  });
  return {
    url,
    pool,
    queries: drizzle(pool, { casing: "snake_case" }),
    planned: async (name, text, values) => (await planning.query({ name, text, values })).rows,
    close: async () => {
      await Promise.all([pool.end(), planning.end()]);
    },
  };
}

function poolOf(connectionString: string, config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString, application_name: "platforms", ...config });
  // An idle connection that the server ends must not end the process: the next query opens another.
  pool.on("error", () => {});
  // Nor one that ends between two statements of a transaction: its next statement is the one that fails.
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  return pool;
}

/** Resolves when the database answers; rejects with the driver's reason. */
export async function ping(db: Database): Promise<void> {
  await db.pool.query("select 1");
}
