/** Refuses a database that cannot hold or search the platform's languages, embedded or one's own. */
import type { Pool } from "pg";
import { StartFailure } from "shared/startFailure.ts";
import { codeOf } from "./trouble.ts";

const OLDEST_MAJOR = 15;
const RECIPE = "create one with: createdb -T template0 -E UTF8 --locale=C.UTF-8 NAME";
/** Two nodes that add the extension at the same moment: the slower one is told so, and has it. */
const ALREADY_THERE = ["23505", "42710"];

/** Throws StartFailure for a PostgreSQL older than 15, a database that is not UTF8, or one whose pg_trgm is blind to Cyrillic. */
export async function checkEncoding(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ number: string; version: string; encoding: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding",
  );
  const { number = "0", version = "", encoding = "" } = rows[0] ?? {};
  if (Number(number) < OLDEST_MAJOR * 10_000) {
    throw new StartFailure(
      `This PostgreSQL is version ${version}, and the platform needs ${OLDEST_MAJOR} or later: upgrade it, or leave DATABASE_URL unset.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new StartFailure(`This database's encoding is ${encoding}, and the platform needs UTF8: ${RECIPE}`);
  }
  await addTrigrams(pool);
  const trigrams = await pool.query<{ seen: boolean }>("select cardinality(show_trgm('ж')) > 0 as seen");
  if (trigrams.rows[0]?.seen) return;
  throw new StartFailure(
    `This database's locale knows no letters but the Latin ones, so searching would find nothing else: ${RECIPE}`,
  );
}

async function addTrigrams(pool: Pool): Promise<void> {
  try {
    await pool.query("create extension if not exists pg_trgm");
  } catch (error) {
    if (ALREADY_THERE.includes(codeOf(error))) return;
    throw new StartFailure(
      "The extension pg_trgm cannot be added to this database: install PostgreSQL's contrib package (postgresql-contrib), and let the user of DATABASE_URL own the database.",
    );
  }
}
