/** A row that is not written, read as those of its table are: what a preview shows. */
import { type SQL, sql } from "drizzle-orm";

/** Values by the names of the table's columns in code; what is not said is null. */
export function unwrittenRow(table: SQL, values: Record<string, unknown>): SQL {
  const columns = Object.entries(values).map(([name, value]) => [
    name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
    value,
  ]);
  return sql`jsonb_populate_record(null::${table}, ${JSON.stringify(Object.fromEntries(columns))}::jsonb)`;
}
