/** Reads of the intake room: a person's file of a region, and what its rows are held against. */
import { and, eq, sql } from "drizzle-orm";
import { textArray } from "../conditions.ts";
import type { Queries } from "../connect.ts";
import { events } from "../events/tables.ts";
import { resources } from "../resources/tables.ts";
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

/** Of these addresses, those of CSOs of other regions, and of all that hide themselves: neither can be told from the other. */
export async function organisationsElsewhere(
  db: Pick<Queries, "execute">,
  region: string,
  slugs: readonly string[],
): Promise<string[]> {
  const { rows } = await db.execute<{ slug: string }>(sql`
    select slug from organisations
    where slug = any(${textArray(slugs)}) and (region <> ${region} or status = 'hidden')`);
  return rows.map(({ slug }) => slug);
}

/** CSOs of all regions that hide themselves: no file may make one of them public again. */
export async function hiddenOrganisations(
  db: Pick<Queries, "execute">,
): Promise<{ name: string; iso2: string }[]> {
  const { rows } = await db.execute<{ name: string; iso2: string }>(
    sql`select name, iso2 from organisations where status = 'hidden'`,
  );
  return rows;
}

/** The versions of the records of a room that stand in a region, or in all. */
export async function recordVersions(
  db: Pick<Queries, "execute">,
  kind: "events" | "resources",
  region: string,
): Promise<Map<number, number>> {
  const { rows } = await db.execute<{ id: number; version: number }>(sql`
    select id::int as id, version from ${tables[kind]} where regions @> ${textArray([region])} or regions = '{}'`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Of these addresses, those that stand in other regions alone. */
export async function recordsElsewhere(
  db: Pick<Queries, "execute">,
  kind: "events" | "resources",
  region: string,
  slugs: readonly string[],
): Promise<string[]> {
  const { rows } = await db.execute<{ slug: string }>(sql`
    select slug from ${tables[kind]} where slug = any(${textArray(slugs)})
      and not regions @> ${textArray([region])} and regions <> '{}'`);
  return rows.map(({ slug }) => slug);
}

const tables = { events, resources };
