/** Reaches a cluster's postmaster: the one that runs already, or one launched now. */
import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "shared/startFailure.ts";
import type { Cluster } from "./cluster.ts";
import { beginUse, type Use, urlOf } from "./connection.ts";
import { isAlive, isPostmasterOf, launch, type PidFile, readPidFile } from "./postmaster.ts";
import { serverSettings } from "./settings.ts";
import { openSocketFolder } from "./socket.ts";
import { codeOf, troubleWith } from "./trouble.ts";

export interface Reached {
  url: string;
  use: Use;
  adopted: boolean;
}

export interface HowToRun {
  port?: number;
  durable: boolean;
}

/** For one that is stopping, recovering after a crash, or whose killed postmaster's last processes are ending. */
const SETTLED_WITHIN_MS = 60_000;
const TRY_AGAIN_MS = 50;
/** What PostgreSQL says when another start was faster, when processes of a killed postmaster still end, or when
 * a stop has just removed the socket's folder. */
const WORTH_ANOTHER_TRY =
  /lock file ".*" already exists|pre-existing shared memory block|create lock file ".*": No such file/;
/** Passwords, roles and databases that do not fit will not fit a moment later. */
const WILL_NOT_CHANGE = /^(28|3D)/;

export async function reach(cluster: Cluster, how: HowToRun): Promise<Reached> {
  const { place } = cluster;
  let adopted = true;
  for (const end = Date.now() + SETTLED_WITHIN_MS; Date.now() < end; await sleep(TRY_AGAIN_MS)) {
    const found = await readPidFile(place);
    if (!found || !(await isPostmasterOf(found.pid, place))) {
      adopted = !(await launched(cluster, how, found));
    }
    const running = await readPidFile(place);
    if (!running) continue;
    const url = await urlOf(place, running.socketFolder, running.port);
    const use = await tryUse(url, cluster);
    if (use) return { url, use, adopted };
  }
  throw new StartFailure(
    `The database in ${place.folder} does not answer: see ${place.log}, and end the process named in ${place.cluster}/postmaster.pid.`,
  );
}

/** False when another start was faster. */
async function launched(cluster: Cluster, how: HowToRun, left: PidFile | null): Promise<boolean> {
  const { place, account, binaries } = cluster;
  const socketFolder = await openSocketFolder(place, account);
  const settings = serverSettings({ socketFolder, port: how.port }, how.durable);
  const reusedPid = left && isAlive(left.pid) ? left.pid : null;
  const said = await launch({ place, binaries, account, settings, reusedPid });
  if (said === "ready") return true;
  if (WORTH_ANOTHER_TRY.test(said)) return false;
  throw troubleWith(said, place.folder, place.log);
}

async function tryUse(url: string, { place }: Cluster): Promise<Use | null> {
  try {
    return await beginUse(url);
  } catch (error) {
    if (!WILL_NOT_CHANGE.test(codeOf(error))) return null;
    throw new StartFailure(
      `The database in ${place.folder} refuses its own password: bring ${place.passwordFile} back from a backup.`,
    );
  }
}
