/**
 * The folder of the database's socket: beside the cluster, or in /tmp when that path is too long for a socket.
 */
import { createHash } from "node:crypto";
import { chown, lstat, mkdir, rmdir } from "node:fs/promises";
import path from "node:path";
import { StartFailure } from "shared/startFailure.ts";
import type { Account } from "./account.ts";
import type { Place } from "./place.ts";
import { codeOf } from "./trouble.ts";

/** macOS allows 103 bytes, Linux 107; "/.s.PGSQL.12345" comes after the folder. */
const LONGEST_FOLDER_BYTES = 103 - "/.s.PGSQL.12345".length;

/** A folder that only `account` (and root) can enter; the same at each start, so that an address stays true. */
export async function openSocketFolder(place: Place, account: Account | null): Promise<string> {
  const folder = socketFolderOf(place);
  try {
    await mkdir(folder, { mode: 0o700 });
    if (account) await chown(folder, account.uid, account.gid);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  const found = await lstat(folder);
  const owner = account?.uid ?? process.getuid?.();
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return folder;
  throw new StartFailure(`${folder} is needed for the database's socket and is someone else's: remove it.`);
}

/** A folder in /tmp is not left behind; one that another start is about to use makes that start try again. */
export async function closeSocketFolder({ folder }: Place, socketFolder: string): Promise<void> {
  if (!socketFolder.startsWith(folder)) await rmdir(socketFolder).catch(() => {});
}

function socketFolderOf({ folder }: Place): string {
  const beside = path.join(folder, "socket");
  if (Buffer.byteLength(beside) <= LONGEST_FOLDER_BYTES) return beside;
  return `/tmp/acp-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
}
