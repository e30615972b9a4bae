/** Brings a database to the newest migration; many nodes may start at once. */
import { fileURLToPath } from "node:url";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import type { Database } from "./connect.ts";
import { withLock } from "./lock.ts";

const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

/** Returns how many migrations were run. */
export async function migrate(db: Database): Promise<number> {
  return withLock(db, "migrate", async () => {
    const before = await appliedMigrations(db);
    await runMigrations(db.queries, { migrationsFolder: MIGRATIONS });
    return (await appliedMigrations(db)) - before;
  });
}

async function appliedMigrations(db: Database): Promise<number> {
  const known = await db.pool.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (known.rows[0].name === null) return 0;
  const applied = await db.pool.query("select count(*) as count from drizzle.__drizzle_migrations");
  return applied.rows[0].count;
}
