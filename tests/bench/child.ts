/** Starts a server as a process of its own and waits until it says where it listens. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface Served {
  origin: string;
  stop(): Promise<void>;
}

export async function startChild(
  script: string,
  environment: NodeJS.ProcessEnv,
  flags: string[] = [],
): Promise<Served> {
  const child = spawn(process.execPath, [...flags, script], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await ready(child, script);
  return {
    origin,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function ready(child: ChildProcess, script: string): Promise<string> {
  if (!child.stdout) throw new Error(`${script} has no output`);
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^Ready at (\S+)/.exec(line)?.[1];
    if (origin) {
      // What it says later is not read; the pipe must not fill.
      child.stdout.resume();
      return origin;
    }
  }
  throw new Error(`${script} ended before it was ready`);
}
