/**
 * Where the database is kept: in DATA_DIR, or in a system folder when root's DATA_DIR is closed to the system user.
 */
import { createHash } from "node:crypto";
import { chmod, chown, mkdir, mkdtemp, realpath, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { StartFailure } from "shared/startFailure.ts";
import { type Account, isRoot } from "./account.ts";
import { exists } from "./exists.ts";
import { noteFile, readNote, refuseCopy, writeNote } from "./note.ts";
import { runProgram } from "./run.ts";
import { codeOf } from "./trouble.ts";

export const SYSTEM_FOLDER = "/var/lib/anti-corruption-platforms";
/** A new cluster takes 50 MB, its first write-ahead log and the real data as much again; below this it soon stops. */
const LEAST_FREE_MB = 200;

export interface Place {
  /** Holds all of the database; made in one piece, so that it is there whole or not at all. */
  folder: string;
  cluster: string;
  passwordFile: string;
  log: string;
}

export function placeAt(folder: string, dataDir: string): Place {
  return {
    folder,
    cluster: path.join(folder, "cluster"),
    passwordFile: path.join(folder, "password"),
    log: path.join(dataDir, "database.log"),
  };
}

/** DATA_DIR without symbolic links, made when missing. */
export async function openDataDir(dataDir: string): Promise<string> {
  await makeFolder(path.resolve(dataDir));
  return realpath(dataDir);
}

/** Not `recursive`, with which Node never ends where a file system answers ENOENT to any mkdir, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (await exists(path.join(folder, "."))) return;
  const parent = path.dirname(folder);
  if (!(await exists(parent))) await makeFolder(parent);
  // Root's is open to passing through, so that the system user reaches its own folder below.
  await mkdir(folder, isRoot() ? 0o711 : 0o700).catch((error) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
}

/** Where an existing database is, or null. */
export async function findPlace(dataDir: string): Promise<Place | null> {
  const note = await readNote(dataDir);
  if (note) await refuseCopy(dataDir, note);
  const folder = note?.folder ?? path.join(dataDir, "database");
  if (await exists(folder)) return placeAt(folder, dataDir);
  if (!note?.made) return null;
  throw new StartFailure(
    `${noteFile(dataDir)} says that the database is in ${folder}, which is not there: bring that folder back, or remove the note to begin with an empty database.`,
  );
}

/** Where a new database shall be; in a system folder it is noted in DATA_DIR before anything is made. */
export async function choosePlace(dataDir: string, account: Account | null): Promise<Place> {
  const note = await readNote(dataDir);
  if (note) return placeAt(note.folder, dataDir);
  if (account === null || (await canReach(dataDir, account))) {
    return placeAt(path.join(dataDir, "database"), dataDir);
  }
  const folder = await freeSystemFolder(dataDir);
  await writeNote(dataDir, { folder, dataDir, made: false });
  return placeAt(folder, dataDir);
}

/** From here on a missing system folder is a loss, no longer an unfinished first start. */
export async function markMade(dataDir: string, place: Place): Promise<void> {
  if (await readNote(dataDir)) await writeNote(dataDir, { folder: place.folder, dataDir, made: true });
}

async function canReach(dataDir: string, account: Account): Promise<boolean> {
  const probe = await mkdtemp(path.join(dataDir, "database-probe-"));
  try {
    await chown(probe, account.uid, account.gid);
    const script = 'cd "$1" && : > written';
    return (await runProgram("/bin/sh", ["-c", script, "sh", probe], { account })).code === 0;
  } catch {
    // A network folder may not let root give files away.
    return false;
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

/** Open to passing through whatever the umask, so that the system user reaches what is its own below. */
export async function openSystemFolder(): Promise<void> {
  await mkdir(SYSTEM_FOLDER, { recursive: true });
  await chmod(SYSTEM_FOLDER, 0o755);
}

async function freeSystemFolder(dataDir: string): Promise<string> {
  await openSystemFolder();
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const first = path.join(SYSTEM_FOLDER, hash);
  // DATA_DIR was removed while its database stayed: someone may still want that one, so it is never reused or removed.
  let folder = first;
  for (let n = 2; await exists(folder); n++) folder = `${first}-${n}`;
  return folder;
}

/** Refuses a full disk before PostgreSQL does so half-way. */
export async function refuseFullDisk(folder: string): Promise<void> {
  const { bavail, bsize, blocks } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  // Some virtual file systems report no size at all.
  if (blocks === 0 || free >= LEAST_FREE_MB) return;
  throw new StartFailure(
    `The disk that holds ${folder} has ${free} MB left, and the database needs at least ${LEAST_FREE_MB} MB: make room, or set DATA_DIR to a folder on another disk.`,
  );
}
