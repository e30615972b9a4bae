// The embedded database from start to stop: found, made, adopted or launched, watched, and ended by its last user.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "shared/startFailure.ts";
import { type Account, accountForNew, ownerOf } from "./account.ts";
import { type Binaries, installedBinaries, reachableBinaries } from "./binaries.ts";
import { beginUse, type Use, urlOf } from "./connection.ts";
import { createCluster } from "./create.ts";
import { choosePlace, findPlace, markMade, openDataDir, type Place, refuseFullDisk } from "./place.ts";
import { isPostmasterOf, launch, readPidFile, shutDown } from "./postmaster.ts";
import { type Listening, portOf, serverSettings } from "./settings.ts";
import { openSocketFolder } from "./socket.ts";
import { codeOf, troubleWith } from "./trouble.ts";

/** A running embedded cluster. `adopted` tells that a postmaster left by a killed server was found alive and taken over. */
export interface EmbeddedDatabase {
  url: string;
  adopted: boolean;
  /** Ends the database, unless another process still uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Also listen on 127.0.0.1 at this port; without it the database is on a private socket alone. */
  port?: number;
  log?: (line: string) => void;
  /** false: no protection against a crash, for tests. */
  durable?: boolean;
}

/** A cluster that is stopping, recovering after a crash, or whose orphans of a killed postmaster are ending. */
const SETTLED_WITHIN_MS = 60_000;
const TRY_AGAIN_MS = 50;

/** Starts the database of `dataDir`, making it on the first start. Throws StartFailure with a sentence for the operator. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await start(options, options.log ?? (() => {}));
  } catch (error) {
    if (error instanceof StartFailure || !codeOf(error)) throw error;
    const text = `${codeOf(error)} ${error instanceof Error ? error.message : ""}`;
    throw troubleWith(text, options.dataDir, path.join(options.dataDir, "database.log"));
  }
}
