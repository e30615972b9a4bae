/** Loads the real data and tells what was read, written and kept. */
import type { Database } from "db/connect.ts";
import { SeedFailure } from "db/import/failure.ts";
import { importSeed } from "db/import/seed.ts";
import { StartFailure } from "shared/startFailure.ts";
import type { Say } from "./database.ts";

/** A malformed record stops it with nothing half-written; its sentence names file, index and field. */
export async function importData(db: Database, say: Say, folder?: string): Promise<void> {
  try {
    const report = await importSeed(db, folder);
    for (const [kind, { written, unchanged, kept }] of report) {
      say(
        `  ${kind}: ${written + unchanged + kept} read, ${written} written, ${unchanged} unchanged, ${kept} kept as changed here`,
      );
    }
  } catch (error) {
    if (error instanceof SeedFailure)
      throw new StartFailure(`Nothing was imported. ${error.message}`, { cause: error });
    throw error;
  }
}
