/** Gives one file of a kind at a time to a process of its own, within a time and a memory that no honest file needs. */
import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Failure } from "shared/failure.ts";
import { DECODING_MIB, DECODING_SECONDS, MAX_WAITING_PICTURES } from "shared/files/rules.ts";

const LOOK_MS = 100;

/** One after another; who stands in one waits for no other. */
interface Line {
  last: Promise<unknown>;
  waiting: number;
}

const newLine = (): Line => ({ last: Promise.resolve(), waiting: 0 });
const lines = { files: newLine(), feeds: newLine() };

interface Limits {
  seconds: number;
  mebibytes: number;
  /** That of the files unless said. */
  line?: keyof typeof lines;
}

const forFiles: Limits = { seconds: DECODING_SECONDS, mebibytes: DECODING_MIB };

/** What the process answers to the message; null where it crashed, took too long or grew too large. */
export async function apart<T>(program: string, message: unknown, limits = forFiles): Promise<T | null> {
  const line = lines[limits.line ?? "files"];
  if (line.waiting >= MAX_WAITING_PICTURES) throw new Failure("unavailable");
  line.waiting += 1;
  const turn = line.last.then(() => ask<T>(program, message, limits));
  line.last = turn.then(
    () => {},
    () => {},
  );
  return turn.finally(() => {
    line.waiting -= 1;
  });
}

function ask<T>(program: string, message: unknown, { seconds, mebibytes }: Limits): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      serialization: "advanced",
      // It needs none of the server's settings, and so none of its secrets.
      env: {},
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      timeout: seconds * 1000,
      killSignal: "SIGKILL",
    });
    const guard = setInterval(() => void endIfLarge(child, mebibytes), LOOK_MS);
    child.once("error", reject);
    child.once("message", (answer) => resolve(answer as T));
    child.once("exit", () => {
      clearInterval(guard);
      resolve(null);
    });
    child.send(message as object, () => {});
  });
}

/** Where the system tells it (Linux); elsewhere its time alone limits it. */
async function endIfLarge(child: ChildProcess, mebibytes: number): Promise<void> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  const kib = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  if (kib > mebibytes * 1024) child.kill("SIGKILL");
}
