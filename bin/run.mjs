/** Runs a program to its end in the checkout and keeps what it said. */
import { spawn } from "node:child_process";
import path from "node:path";
import { ROOT } from "./fingerprint.mjs";

export const PINNED_NODE = path.join(ROOT, "node_modules/.bin/node");

/** Resolves to `{ code, output }`; a program that cannot be started has a code of null and the reason as output. */
export function run(file, args, env = process.env) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(file, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: Buffer.concat(chunks).toString("utf8") }));
  });
}

/** The environment as it was outside `npm run`, which puts the pinned Node first: the host's npm runs on the host's Node. */
export function hostEnvironment() {
  const own = path.join(ROOT, "node_modules");
  const PATH = (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(own))
    .join(path.delimiter);
  return { ...process.env, PATH };
}
