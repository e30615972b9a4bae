/** Reads of the dumps: which state of the data a file shows. */
import { sql } from "drizzle-orm";
import type { DumpName } from "shared/dumps/addresses.ts";
import type { Queries } from "../connect.ts";

const countryTables = ["countries", "reviews", "review_documents", "parallel_reports", "commitments"];

/** The tables whose rows stand in a file; countries count their organisations, news names them. */
const tablesOf: Record<DumpName, readonly string[]> = {
  organisations: ["organisations", "activities"],
  countries: [...countryTables, "organisations"],
  reviews: ["countries", "reviews", "review_documents"],
  events: ["events"],
  news: ["articles", "organisations"],
  resources: ["resources"],
};

/** What changes without a version: the days on which reviews were looked at, which only go forward. */
const checkedDays = sql`(select sum(checked_on - date '2000-01-01') from reviews)`;

/**
 * A text that differs after every change of these tables: rows that come and go change their number, rows that are
 * edited their version. It is the same on every node, and after a restart.
 */
export async function stateOf(db: Queries, dumps: readonly DumpName[]): Promise<string> {
  const tables = [...new Set(dumps.flatMap((dump) => tablesOf[dump]))];
  const states = tables.map(
    (table) => sql`(select concat_ws(' ', count(*), sum(version), extract(epoch from max(updated_at)))
      from ${sql.identifier(table)})`,
  );
  const result = await db.execute<{ state: string }>(
    sql`select md5(concat_ws(',', ${checkedDays}, ${sql.join(states, sql`, `)})) as state`,
  );
  return result.rows[0]?.state ?? "";
}
