/** A copy of this checkout in a folder of its own, as if it had just been cloned by some user. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface User {
  uid: number;
  gid: number;
}

export interface Started {
  origin: string;
  said(): string;
  stop(): Promise<void>;
}

export interface Checkout {
  folder: string;
  emptyHome: string;
  /** `npm start`, until it says that it is ready. */
  start(env?: Record<string, string>): Promise<Started>;
  run(program: string, args: string[]): Promise<{ code: number; output: string }>;
  /** Files that are neither in the checkout nor ignored by git. */
  strangers(): Promise<string[]>;
  remove(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, "../..");
const NOT_CLONED = /(^|\/)(node_modules|dist|\.git|\.stamp[^/]*)(\/|$)|^data(\/|$)|\.log$/;

/** TEST_USER, whom CI makes, else the one that every Unix has. */
export function ordinaryUser(): User {
  const name = process.env.TEST_USER ?? "nobody";
  const id = (kind: string) => Number(execFileSync("id", [kind, name]));
  return { uid: id("-u"), gid: id("-g") };
}

export async function copyCheckout(user: User | null): Promise<Checkout> {
  const folder = await mkdtemp(path.join(tmpdir(), "acp-fresh-"));
  const clone = path.join(folder, "clone");
  await cp(ROOT, clone, { recursive: true, filter: (file) => !NOT_CLONED.test(path.relative(ROOT, file)) });
  const homes = { home: path.join(folder, "home"), emptyHome: path.join(folder, "empty") };
  for (const home of Object.values(homes)) await mkdir(home);
  const before = await namesIn(clone);
  if (user) await giveAway(folder, user);
  await chmod(folder, 0o700);
  const how = { cwd: clone, ...user };
  const environment = (more = {}) => ({ ...hostEnvironment(), HOME: homes.home, PORT: "0", ...more });
  return {
    folder: clone,
    emptyHome: homes.emptyHome,
    start: (env) =>
      untilReady(spawn("npm", ["start"], { ...how, env: environment(env), detached: true, stdio: "pipe" })),
    run: async (program, args) => {
      const child = spawn(program, args, { ...how, env: environment(), stdio: "pipe" });
      const said = listen(child);
      const [code] = await once(child, "close");
      return { code, output: said() };
    },
    strangers: async () => (await namesIn(clone)).filter((name) => !before.includes(name)),
    remove: async () => {
      const note = await readFile(path.join(clone, "data/database.json"), "utf8").catch(() => "");
      if (note) await rm(JSON.parse(note).folder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => !NOT_CLONED.test(name));
}

async function giveAway(folder: string, { uid, gid }: User): Promise<void> {
  for (const name of await readdir(folder, { recursive: true }))
    await chown(path.join(folder, name), uid, gid);
  await chown(folder, uid, gid);
}

const ADDED = /^(npm_|VITEST|NODE_|TEST|CI$|DATABASE_URL)/;

/** The home folder is another one, and with it the person's npm settings. */
function registry(): string {
  return execFileSync("npm", ["config", "get", "registry"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** As a person's own shell has it: none of what npm and vitest add. */
function hostEnvironment(): Record<string, string | undefined> {
  const PATH = (process.env.PATH ?? "").split(":").filter((folder) => !folder.includes("node_modules"));
  const own = Object.entries(process.env).filter(([name]) => !ADDED.test(name));
  return { ...Object.fromEntries(own), PATH: PATH.join(":"), npm_config_registry: registry() };
}

function listen(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  }
  return () => said;
}

async function untilReady(child: ChildProcess): Promise<Started> {
  const said = listen(child);
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const ready = /^Ready at (\S+)/m.exec(said());
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once("close", (code) => reject(new Error(`npm start ended with ${code}:\n${said()}`)));
  });
  return { origin, said, stop: () => endGroup(child) };
}

/** As Ctrl-C does: the signal reaches npm and all that it runs. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, "close");
  process.kill(-child.pid, "SIGINT");
  await ended;
}
