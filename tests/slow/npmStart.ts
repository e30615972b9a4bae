/** Starts this checkout by the very line that `npm start` runs, with the pinned Node first on the path. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Running {
  origin: string;
  /** Of the server itself: the line ends in `exec`. */
  pid: number;
  stop(): Promise<void>;
}

export async function startAsNpmDoes(environment: Record<string, string>): Promise<Running> {
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8"));
  const PATH = `${path.join(ROOT, "node_modules/.bin")}:${process.env.PATH}`;
  const child = spawn("sh", ["-c", scripts.start], {
    cwd: ROOT,
    env: { ...process.env, PATH, PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const origin = /^Ready at (\S+)/.exec(line)?.[1];
    if (!origin || child.pid === undefined) continue;
    child.stdout.resume();
    const stop = async () => {
      child.kill("SIGTERM");
      await exited;
    };
    return { origin, pid: child.pid, stop };
  }
  throw new Error("npm start's line ended before it was ready");
}
