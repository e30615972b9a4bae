/** What decides who may do what with a CSO; also of one that is hidden or dark. */
import { sql } from "drizzle-orm";
import type { Queries } from "../connect.ts";

export interface OwnOrganisation {
  id: number;
  slug: string;
  name: string;
  region: string;
  iso2: string;
  status: "listed" | "claimed" | "hidden";
  /** Hides itself at present. */
  dark: boolean;
  version: number;
}

/** Null where there is no such CSO. */
export async function regionOfOrganisation(db: Pick<Queries, "execute">, id: number): Promise<string | null> {
  const result = await db.execute<{ region: string }>(sql`select region from organisations where id = ${id}`);
  return result.rows[0]?.region ?? null;
}

export async function ownOrganisation(
  db: Queries,
  region: string,
  slug: string,
): Promise<OwnOrganisation | null> {
  const result = await db.execute<OwnOrganisation & Record<string, unknown>>(sql`
    select id, slug, name, region, iso2, status, dark_since is not null as dark, version
    from organisations where region = ${region} and slug = ${slug}`);
  return result.rows[0] ?? null;
}
