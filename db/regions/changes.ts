/** Writes of the regions room: a region with its countries and its maps. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { Failure } from "shared/failure.ts";
import { countryName } from "shared/regions/names.ts";
import { worldCountry } from "shared/regions/world.ts";
import { indexCountry } from "../countries/found.ts";
import { countries } from "../countries/tables.ts";
import { dropDocument } from "../search/changes.ts";
import type { Transaction } from "../transaction.ts";
import { regionMaps, regions } from "./tables.ts";

interface Edges {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface RegionRow {
  names: Record<string, string>;
  languages: string[];
  bounds: Edges;
  accent: string;
  secretariat: { name: string; url: string | null; email: string | null } | null;
}

/** At the end of the list; throws `conflict` where the slug is another region's. */
export async function insertRegion(tx: Transaction, slug: string, row: RegionRow): Promise<void> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from regions)`;
  const made = await tx
    .insert(regions)
    .values({ slug, position, ...row })
    .onConflictDoNothing()
    .returning({ slug: regions.slug });
  if (made.length === 0) throw new Failure("conflict");
}

/** Throws `stale` where it is not of that version any more. */
export async function updateRegion(
  tx: Transaction,
  { slug, version }: { slug: string; version: number },
  row: Partial<RegionRow>,
): Promise<void> {
  const changed = await tx
    .update(regions)
    .set({ ...row, updatedAt: new Date() })
    .where(and(eq(regions.slug, slug), eq(regions.version, version)))
    .returning({ slug: regions.slug });
  if (changed.length === 0) throw new Failure("stale");
}

/**
 * With what is known of them: codes and names. Nothing is said of capital, languages or the Convention. Throws `conflict`
 * where one is in a region already.
 */
export async function insertCountries(
  tx: Transaction,
  region: string,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  const rows = codes.map((iso2) => ({
    ...{ iso2, iso3: worldCountry(iso2)?.iso3 ?? "", name: countryName(iso2, "en"), region },
    ...{ languages: [], uncacStatus: "unknown" },
  }));
  const made = await tx
    .insert(countries)
    .values(rows)
    .onConflictDoNothing()
    .returning({ iso2: countries.iso2 });
  if (made.length < codes.length) throw new Failure("conflict");
}

/** Throws `conflict` where something of them is recorded: a review, a CSO, a report. */
export async function removeCountries(
  tx: Transaction,
  region: string,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  try {
    await tx.delete(countries).where(and(eq(countries.region, region), inArray(countries.iso2, [...codes])));
  } catch (error) {
    throw isReferred(error) ? new Failure("conflict", { cause: error }) : error;
  }
  for (const iso2 of codes) await dropDocument(tx, "countries", iso2);
}

/** PostgreSQL's foreign_key_violation, where drizzle wraps it or not. */
function isReferred(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause && cause.code === "23503";
}

/** By their own names and in the region's languages. */
export async function indexCountries(tx: Transaction, codes: readonly string[]): Promise<void> {
  for (const iso2 of codes) await indexCountry(tx, iso2);
}

export interface KeptMaps {
  region: string;
  countries: string[];
  bounds: Edges;
  maps: unknown;
}

export async function keepMaps(tx: Transaction, row: KeptMaps): Promise<void> {
  const { region, ...drawn } = row;
  await tx
    .insert(regionMaps)
    .values(row)
    .onConflictDoUpdate({ target: regionMaps.region, set: { ...drawn, updatedAt: new Date() } })
    .returning({ region: regionMaps.region });
}
