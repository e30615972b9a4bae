/** Makes a new cluster with its role and database: in a folder aside, then moved into place in one step. */
import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { DATABASE, ROLE } from "./connection.ts";
import { exists } from "./exists.ts";
import { type Place, placeAt } from "./place.ts";
import { isAlive } from "./postmaster.ts";
import { runProgram } from "./run.ts";
import { troubleWith } from "./trouble.ts";

interface NewCluster {
  place: Place;
  binaries: Binaries;
  account: Account | null;
  durable: boolean;
}

/** Leaves the whole database at `place`, whoever made it: of two starts at once the slower throws its own away. */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const { folder, log } = cluster.place;
  await removeHalfMade(folder);
  const aside = placeAt(`${folder}-new-${process.pid}-${randomBytes(4).toString("hex")}`, path.dirname(log));
  try {
    await fill(aside, cluster);
    await rename(aside.folder, folder);
    if (cluster.durable) await flush(path.dirname(folder));
  } catch (error) {
    await rm(aside.folder, { recursive: true, force: true });
    if (!(await exists(path.join(folder, "cluster", "PG_VERSION")))) throw error;
  }
}

async function fill(aside: Place, { binaries, account, durable }: NewCluster): Promise<void> {
  await mkdir(aside.folder, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("hex");
  await writeFile(aside.passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    await chown(aside.passwordFile, account.uid, account.gid);
    await chown(aside.folder, account.uid, account.gid);
  }
  const step = async (program: string, args: string[], input = ""): Promise<void> => {
    const { code, output } = await runProgram(program, args, { account, input });
    // Single-user postgres ends with 0 even when a statement failed.
    if (code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(output))
      throw troubleWith(output, aside.folder, aside.log);
  };
  await step(binaries.initdb, initdbArguments(aside, durable));
  const single = ["--single", "-D", aside.cluster, ...(durable ? [] : ["-c", "fsync=off"]), "postgres"];
  await step(binaries.postgres, single, firstStatements(password));
}

function initdbArguments(aside: Place, durable: boolean): string[] {
  // Without an explicit locale a host without LANG gives SQL_ASCII, where pg_trgm sees no Cyrillic or Arabic at all.
  const locale =
    process.platform === "darwin"
      ? ["--locale=C", "--lc-ctype=UTF-8"]
      : ["--locale=C.UTF-8", "--lc-messages=C"];
  return [
    `--pgdata=${aside.cluster}`,
    "--encoding=UTF8",
    ...locale,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${aside.passwordFile}`,
    ...(durable ? [] : ["--no-sync"]),
  ];
}

/** The platform's role owns its database and is no superuser: no query of ours can reach files or programs. */
function firstStatements(password: string): string {
  return `create role ${ROLE} login createdb password '${password}'\ncreate database ${DATABASE} owner ${ROLE}\n`;
}

/** What a start that was killed while it made a cluster has left. */
async function removeHalfMade(folder: string): Promise<void> {
  const prefix = `${path.basename(folder)}-new-`;
  const parent = path.dirname(folder);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/** Makes the rename itself survive a power cut. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
