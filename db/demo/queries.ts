/** Reads of the demonstration. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

export async function demoIsThere(db: Queries): Promise<boolean> {
  const found = await db.execute(sql`select 1 from people where demonstration and erased_at is null limit 1`);
  return found.rows.length > 0;
}
