/** Brings the real data into the database: repeatable, all or nothing, and never over what a person changed. */
import { fileURLToPath } from "node:url";
import { notInArray, sql } from "drizzle-orm";
import type { Database } from "../connect.ts";
import { reviewCycles } from "../countries/tables.ts";
import { withLock } from "../lock.ts";
import { hideDarkNames } from "../organisations/dark.ts";
import { specializations } from "../organisations/tables.ts";
import { cycleRows, regionRows } from "../regions/seed.ts";
import { regions } from "../regions/tables.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { importCountry } from "./countries.ts";
import { Importer, type Report } from "./importer.ts";
import { readSeed, type Seed } from "./read.ts";
import * as rooms from "./rooms.ts";

export const SEED_FOLDER = fileURLToPath(new URL("../seed", import.meta.url));

/** Reads and checks every file first; writes in one transaction. Throws a SeedFailure that names the bad record. */
export async function importSeed(db: Database, folder: string = SEED_FOLDER): Promise<Report> {
  const seed = await readSeed(folder);
  return withLock(db, "import", () => transaction(db, (tx) => importAll(tx, seed)));
}

/** Whether this database has ever had an import. */
export async function isImported(db: Database): Promise<boolean> {
  const rows = await db.queries.execute(sql`select 1 from seed_rows limit 1`);
  return rows.rows.length > 0;
}

async function importAll(tx: Transaction, seed: Seed): Promise<Report> {
  await importFixedRows(tx, seed);
  const importer = await Importer.begin(tx);
  for (const record of seed.countries) await importCountry(importer, record);
  for (const record of seed.organisations) await rooms.importOrganisation(importer, record);
  for (const record of seed.articles) await rooms.importArticle(importer, record);
  await hideDarkNames(tx);
  for (const record of seed.events) await rooms.importEvent(importer, record);
  for (const record of seed.resources) await rooms.importResource(importer, record);
  for (const record of seed.partners) await rooms.importPartner(importer, record);
  for (const record of seed.commitments) await rooms.importCommitment(importer, record);
  for (const record of seed.guides) await rooms.importGuide(importer, record);
  return importer.report;
}

/** Regions, cycles and the vocabulary of specialisations, which stewards and code refer to by slug. */
async function importFixedRows(tx: Transaction, seed: Seed): Promise<void> {
  await tx.insert(regions).values(regionRows).onConflictDoNothing();
  await tx.insert(reviewCycles).values(cycleRows).onConflictDoNothing();
  const subjects = seed.specializations.map((record, position) => ({ ...record, position }));
  await tx
    .insert(specializations)
    .values(subjects)
    .onConflictDoUpdate({
      target: specializations.slug,
      set: {
        name: sql`excluded.name`,
        position: sql`excluded.position`,
        uncacArticles: sql`excluded.uncac_articles`,
      },
    });
  const slugs = subjects.map((subject) => subject.slug);
  if (slugs.length > 0) await tx.delete(specializations).where(notInArray(specializations.slug, slugs));
}
