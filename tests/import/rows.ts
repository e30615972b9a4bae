/** What the tables hold, so that a test may say that nothing changed. */
import type { Database } from "db/connect.ts";

const TABLES = ["countries", "reviews", "organisations", "activities", "articles", "events", "seed_rows"];

/** A digest of each table's rows. */
export async function allRows(db: Database): Promise<string[]> {
  const digests = TABLES.map((table) =>
    db.pool.query(`select md5(string_agg(row::text, '' order by row::text)) as rows from ${table} as row`),
  );
  return (await Promise.all(digests)).map(({ rows }) => rows[0].rows);
}
