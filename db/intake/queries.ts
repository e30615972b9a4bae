/** Reads of the intake room: a person's file of a region, and what its rows are held against. */
import { and, eq, sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { intakes } from "./tables.ts";

export type Intake = typeof intakes.$inferSelect;

export async function intakeOf(db: Queries, region: string, personId: number): Promise<Intake | null> {
  const [row] = await db
    .select()
    .from(intakes)
    .where(and(eq(intakes.region, region), eq(intakes.personId, personId)));
  return row ?? null;
}

export async function countriesOfRegion(db: Pick<Queries, "execute">, region: string): Promise<string[]> {
  const { rows } = await db.execute<{ iso2: string }>(
    sql`select iso2 from countries where region = ${region} order by iso2`,
  );
  return rows.map(({ iso2 }) => iso2);
}

export async function specializationSlugs(db: Pick<Queries, "execute">): Promise<string[]> {
  const { rows } = await db.execute<{ slug: string }>(sql`select slug from specializations`);
  return rows.map(({ slug }) => slug);
}

export interface Versioned {
  id: number;
  version: number;
  status: string;
}

/** The versions of a region's CSOs that are shown, and whose they are. */
export async function organisationVersions(
  db: Pick<Queries, "execute">,
  region: string,
): Promise<Map<number, Versioned>> {
  const { rows } = await db.execute<Versioned & Record<string, unknown>>(
    sql`select id::int as id, version, status from organisations where region = ${region} and status <> 'hidden'`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of these addresses, those of CSOs of other regions that are shown. */
export async function organisationsElsewhere(
  db: Pick<Queries, "execute">,
  region: string,
  slugs: readonly string[],
): Promise<string[]> {
  const { rows } = await db.execute<{ slug: string }>(sql`
    select slug from organisations where slug = any(${textArray(slugs)}) and region <> ${region} and status <> 'hidden'`);
  return rows.map(({ slug }) => slug);
}
