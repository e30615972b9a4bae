/** The postmaster's process: whether one runs on a cluster, starting one, ending one. */
import { execFile, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import type { Place } from "./place.ts";
import { CLEAN_ENVIRONMENT, identity } from "./run.ts";

/** Short against a start of about 50 ms. */
const LOOK_AGAIN_MS = 10;
/** A fast shutdown waits for no client; it only writes out what is in memory. */
const FAST_STOP_WITHIN_MS = 30_000;
const LARGEST_LOG_BYTES = 1_000_000;

/** What the file postmaster.pid says. */
export interface PidFile {
  pid: number;
  port: number;
  socketFolder: string;
  ready: boolean;
}

export async function readPidFile({ cluster }: Place): Promise<PidFile | null> {
  const text = await readFile(`${cluster}/postmaster.pid`, "utf8").catch(() => "");
  const [pid, , , port, socketFolder, , , status] = text.split("\n");
  if (!pid || !Number(pid)) return null;
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder ?? "",
    ready: status?.trim() === "ready",
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether `pid` is a postmaster of this cluster, and not a process that got its number after a power cut. */
export async function isPostmasterOf(pid: number, { cluster }: Place): Promise<boolean> {
  return isAlive(pid) && (await commandLine(pid)).includes(`\0-D\0${cluster}\0`);
}

/** The arguments, each ended by NUL. From /proc where there is one: small containers have no `ps`. */
async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === "linux") return await readFile(`/proc/${pid}/cmdline`, "utf8");
    const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
    // ps joins the arguments with spaces; ours stand around the folder in this order.
    return stdout.replace(/ -D (.*?) -c /, "\0-D\0$1\0");
  } catch {
    return "";
  }
}

interface Launch {
  place: Place;
  binaries: Binaries;
  account: Account | null;
  settings: string[];
  /** The pid in a left postmaster.pid that another process has now. */
  reusedPid: number | null;
}

/** What a launch came to: "ready", or what the postmaster said before it ended. */
export async function launch({ place, binaries, account, settings, reusedPid }: Launch): Promise<string> {
  await keepLogSmall(place.log);
  const file = openSync(place.log, "a", 0o600);
  const before = (await stat(place.log)).size;
  const child = spawn(binaries.postgres, ["-D", place.cluster, ...settings], {
    // A session of its own: Ctrl-C in the terminal reaches the platform alone, which drains and then stops this.
    detached: true,
    stdio: ["ignore", file, file],
    cwd: "/",
    // So PostgreSQL is told which pid in its lock files is no postmaster; its other checks stay in force.
    env: { ...CLEAN_ENVIRONMENT, ...(reusedPid === null ? {} : { PG_GRANDPARENT_PID: String(reusedPid) }) },
    ...identity(account),
  });
  closeSync(file);
  child.unref();
  let ended: string | null = null;
  child.once("error", (error) => (ended = error.message));
  child.once("exit", (code, signal) => (ended = `ended with ${code ?? signal}`));
  while (ended === null) {
    const found = await readPidFile(place);
    if (found?.pid === child.pid && found?.ready) return "ready";
    await sleep(LOOK_AGAIN_MS);
  }
  const said = (await readFile(place.log)).subarray(before).toString("utf8");
  return `${said}\n${ended}`;
}

async function keepLogSmall(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_LOG_BYTES) await rename(log, `${log}.old`);
}

/** Ends the postmaster and waits until it is gone; without clients to wait for, at once if it must be. */
export async function shutDown(pid: number, place: Place): Promise<void> {
  if (!(await isPostmasterOf(pid, place))) return;
  signal(pid, "SIGINT");
  if (await gone(pid, place, FAST_STOP_WITHIN_MS)) return;
  // Loses nothing: the next start replays the log.
  signal(pid, "SIGQUIT");
  await gone(pid, place, FAST_STOP_WITHIN_MS);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Ended in between.
  }
}

async function gone(pid: number, place: Place, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(LOOK_AGAIN_MS)) {
    if (!(await isPostmasterOf(pid, place))) return true;
  }
  return false;
}
