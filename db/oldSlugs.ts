/** Finds where a renamed record stands now. */
import { and, eq } from "drizzle-orm";
import type { Queries } from "./connect.ts";
import { oldSlugs } from "./tables.ts";

/** The slug that a record of this kind ("article", "event", "organisation") has today, by one it had before; or null. */
export async function currentSlug(db: Queries, kind: string, slug: string): Promise<string | null> {
  const rows = await db
    .select({ slug: oldSlugs.slug })
    .from(oldSlugs)
    .where(and(eq(oldSlugs.kind, kind), eq(oldSlugs.oldSlug, slug)));
  return rows[0]?.slug ?? null;
}
