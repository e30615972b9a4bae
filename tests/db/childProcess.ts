/** Starts embeddedChild.ts, as this or another user, and ends it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

export interface Child {
  pid: number;
  said: { url?: string; adopted?: boolean; failure?: string; message?: string };
  end(signal: NodeJS.Signals): Promise<void>;
}

interface HowToStart {
  durable?: boolean;
  user?: { uid: number; gid: number };
  /** Of another checkout than this one. */
  root?: string;
  env?: NodeJS.ProcessEnv;
}

const ROOT = path.resolve(import.meta.dirname, "../..");

export async function startChild(dataDir: string, how: HowToStart = {}): Promise<Child> {
  const root = how.root ?? ROOT;
  const script = path.join(root, "tests/db/embeddedChild.ts");
  const node = path.join(root, "node_modules/.bin/node");
  const child = spawn(node, [script, dataDir, how.durable ? "durable" : "quick"], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: "/",
    env: how.env ?? process.env,
    ...how.user,
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { pid: child.pid ?? 0, said: JSON.parse(line), end: (signal) => endChild(child, signal) };
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}
