/** The server as a process of its own, as `npm start` runs it, with settings of the test's choice. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const READY = /^Ready at (\S+)/m;

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface ServerProcess {
  origin: string;
  child: ChildProcess;
  ended: Promise<Ended>;
}

type Settings = Record<string, string>;

/** Only what is given, so that no setting of the host plays in. */
function start(settings: Settings): { child: ChildProcess; ended: Promise<Ended>; ready: Promise<string> } {
  const env = {
    PATH: process.env.PATH ?? "",
    TMPDIR: tmpdir(),
    PORT: "0",
    SESSION_SECRET: "s".repeat(32),
    ...settings,
  };
  const child = spawn(path.join(ROOT, "node_modules/.bin/node"), ["server/dist/main.js"], {
    cwd: ROOT,
    env,
    stdio: "pipe",
  });
  const said = { stdout: "", stderr: "" };
  const ready = Promise.withResolvers<string>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (chunk) => {
      said[name] += chunk;
      const origin = READY.exec(said.stdout)?.[1];
      if (origin) ready.resolve(origin);
    });
  }
  const ended = once(child, "close").then(([code]) => ({ code, ...said }));
  void ended.then(({ stderr }) => ready.reject(new Error(`The server ended: ${stderr}`)));
  ready.promise.catch(() => {});
  return { child, ended, ready: ready.promise };
}

/** A server that is expected to come up. */
export async function startServer(settings: Settings): Promise<ServerProcess> {
  const { child, ended, ready } = start(settings);
  return { origin: await ready, child, ended };
}

/** A server that gets SIGINT as soon as it has said something: what it said, and with which code it ended. */
export async function interruptedStart(settings: Settings, said: string): Promise<Ended> {
  const { child, ended } = start(settings);
  let heard = "";
  let told = false;
  child.stdout?.on("data", (chunk) => {
    heard += chunk;
    if (!told && heard.includes(said)) told = child.kill("SIGINT");
  });
  return ended;
}

/** A server that is expected to refuse: what it said, and with which code it ended. */
export async function refusedStart(settings: Settings): Promise<Ended> {
  const { child, ended, ready } = start(settings);
  const ran = await Promise.race([
    ended,
    ready.then(
      () => null,
      () => ended,
    ),
  ]);
  if (ran) return ran;
  child.kill("SIGKILL");
  throw new Error("The server started, and was expected to refuse.");
}

export async function stopServer({ child, ended }: ServerProcess): Promise<Ended> {
  child.kill("SIGTERM");
  return ended;
}
