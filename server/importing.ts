/** Loads the real data and tells what was read, written and kept. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
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

const COMMAND = fileURLToPath(new URL("import.ts", import.meta.url));

/**
 * The same in a process of its own, whose memory goes with it: what a first start needs once is not kept for good. It
 * says by itself what it did, or why not. `started` is given the process, to end it with this one.
 */
export async function importApart(
  { url }: Pick<Database, "url">,
  secret: string,
  started: (child: ChildProcess) => void,
): Promise<void> {
  const env = { ...process.env, DATABASE_URL: url, SESSION_SECRET: secret };
  const child = spawn(process.execPath, [COMMAND], { env, stdio: ["ignore", "inherit", "inherit"] });
  started(child);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new StartFailure("The data could not be loaded, so the platform does not start.");
}
