/** Under which account PostgreSQL runs: it refuses root, so a start as root borrows a system user. */
import { stat } from "node:fs/promises";
import { StartFailure } from "shared/startFailure.ts";
import { runProgram } from "./run.ts";

export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** A user of its own, so that no other service of the host can read the database. */
const OWN_USER = "acp-database";
/** Where no user can be made (no useradd, a read-only /etc): users that most systems have. */
const FALLBACK_USERS = ["postgres", "nobody"];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whose an existing cluster is, or null when it is our own. */
export async function ownerOf(cluster: string): Promise<Account | null> {
  const { uid, gid } = await stat(cluster);
  if (uid === process.getuid?.()) return null;
  if (isRoot()) return { uid, gid, name: String(uid) };
  throw new StartFailure(
    `The database in ${cluster} belongs to the user with number ${uid}: start as that user or as root, or set DATA_DIR to another folder.`,
  );
}

/** Who shall own a new cluster; null: whoever we are. */
export async function accountForNew(): Promise<Account | null> {
  if (!isRoot()) return null;
  const account = (await find(OWN_USER)) ?? (await create()) ?? (await findFallback());
  if (account === null) {
    throw new StartFailure(
      `PostgreSQL does not run as root, and the system user "${OWN_USER}" could not be made: start as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return account;
}

async function find(name: string): Promise<Account | null> {
  const [uid, gid] = await Promise.all([idOf("-u", name), idOf("-g", name)]);
  return uid && gid ? { uid, gid, name } : null;
}

async function idOf(flag: string, name: string): Promise<number> {
  const { code, output } = await runProgram("id", [flag, name], { account: null });
  return code === 0 ? Number(output) : 0;
}

async function create(): Promise<Account | null> {
  const home = ["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  await runProgram("useradd", ["--system", "--user-group", ...home, OWN_USER], { account: null });
  // Looked up rather than trusting the exit code: another start may have made it just now.
  return find(OWN_USER);
}

async function findFallback(): Promise<Account | null> {
  for (const name of FALLBACK_USERS) {
    const account = await find(name);
    if (account) return account;
  }
  return null;
}
