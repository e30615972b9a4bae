/** The embedded database from start to stop: reached, watched, and ended by the last process that uses it. */
import { realpath } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "shared/startFailure.ts";
import { type Cluster, openCluster } from "./cluster.ts";
import { urlOf } from "./connection.ts";
import { findPlace } from "./place.ts";
import { isPostmasterOf, readPidFile, shutDown } from "./postmaster.ts";
import { type HowToRun, type Reached, reach } from "./reach.ts";
import { closeSocketFolder } from "./socket.ts";
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
  /** false: no protection against a crash of the host, for tests. */
  durable?: boolean;
}

/** Between two tries to bring back a database that ended: long enough not to fill the log when the disk is full. */
const RESTART_PAUSE_MS = 2_000;

/** Starts the database of `dataDir`, made on the first start. Throws StartFailure with a sentence for the operator. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, port, log = () => {}, durable = true } = options;
  try {
    const cluster = await openCluster(dataDir, durable, log);
    return watch(cluster, { port, durable }, await reach(cluster, { port, durable }), log);
  } catch (error) {
    if (error instanceof StartFailure || !codeOf(error)) throw error;
    throw troubleWith(`${codeOf(error)} ${String(error)}`, dataDir, path.join(dataDir, "database.log"));
  }
}

/** The running one's url, or null: for commands beside a running server (import, admin, demo). */
export async function findEmbedded(dataDir: string): Promise<string | null> {
  const folder = await realpath(dataDir).catch(() => null);
  const place = folder && (await findPlace(folder));
  if (!place) return null;
  const running = await readPidFile(place);
  if (!running?.ready || !(await isPostmasterOf(running.pid, place))) return null;
  return urlOf(place, running.socketFolder, running.port);
}

/** Brings the database back when its postmaster is killed while the platform runs: pools then simply reconnect. */
function watch(
  cluster: Cluster,
  how: HowToRun,
  first: Reached,
  log: (line: string) => void,
): EmbeddedDatabase {
  let reached = Promise.resolve(first);
  let stopped: Promise<void> | undefined;
  const follow = ({ use }: Reached) =>
    void use.lost.then(() => {
      if (stopped) return;
      log("The embedded database ended; starting it again.");
      reached = again();
      reached.then(follow, () => {});
    });
  const again = async (): Promise<Reached> => {
    for (;;) {
      try {
        return await reach(cluster, how);
      } catch (error) {
        if (stopped) throw error;
        log(error instanceof Error ? error.message : String(error));
        await sleep(RESTART_PAUSE_MS, undefined, { ref: false });
      }
    }
  };
  follow(first);
  return {
    url: first.url,
    adopted: first.adopted,
    stop: () =>
      (stopped ??= reached.then(
        (last) => end(cluster, last, log),
        () => {},
      )),
  };
}

async function end({ place }: Cluster, { use }: Reached, log: (line: string) => void): Promise<void> {
  if (!(await use.end())) {
    log("The embedded database stays on: another process uses it.");
    return;
  }
  const running = await readPidFile(place);
  if (!running) return;
  await shutDown(running.pid, place);
  await closeSocketFolder(place, running.socketFolder);
}
