/** Opens the cluster of a data folder: finds it or makes it, and knows who runs it with which programs. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { StartFailure } from "shared/startFailure.ts";
import { type Account, accountForNew, ownerOf } from "./account.ts";
import { type Binaries, installedBinaries, reachableBinaries } from "./binaries.ts";
import { createCluster } from "./create.ts";
import { choosePlace, findPlace, markMade, openDataDir, type Place, refuseFullDisk } from "./place.ts";
import { codeOf } from "./trouble.ts";

export interface Cluster {
  place: Place;
  account: Account | null;
  binaries: Binaries;
}

/** `log` hears of the first start alone, which takes a second or two. */
export async function openCluster(
  dataDir: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<Cluster> {
  const installed = await installedBinaries();
  const folder = await openDataDir(dataDir);
  const found = await findPlace(folder);
  if (found) return openFound(found, installed);
  const account = await accountForNew();
  const binaries = await reachableBinaries(installed, account);
  const place = await choosePlace(folder, account);
  await refuseFullDisk(path.dirname(place.folder));
  log(`Making the database in ${place.folder}…`);
  await createCluster({ place, binaries, account, durable });
  await markMade(folder, place);
  return { place, account, binaries };
}

async function openFound(place: Place, installed: Binaries): Promise<Cluster> {
  const account = await ownerOf(place.folder);
  await refuseOtherVersion(place, installed);
  await refuseFullDisk(place.folder);
  return { place, account, binaries: await reachableBinaries(installed, account) };
}

async function refuseOtherVersion({ cluster, folder }: Place, { major }: Binaries): Promise<void> {
  const version = await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch((error) => {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return "";
    throw error;
  });
  if (version.trim() === major) return;
  throw new StartFailure(
    version.trim() === ""
      ? `${folder} is not a database that this platform made (it holds no cluster/PG_VERSION): move it away, or set DATA_DIR to another folder.`
      : `The database in ${folder} was made by PostgreSQL ${version.trim()}, and this release brings PostgreSQL ${major}: start it with the release that made it, or run PostgreSQL ${version.trim()} on it and set DATABASE_URL, or set DATA_DIR to another folder.`,
  );
}
