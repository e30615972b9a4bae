/** `npm run dev`: the pages are rebuilt and the server is restarted as their files change; both end together. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./fingerprint.mjs";
import { PINNED_NODE } from "./run.mjs";

const BUILD = path.join(ROOT, "web/build.ts");
const COMMANDS = [["--watch", "server/main.ts"], ...(existsSync(BUILD) ? [["web/build.ts", "--watch"]] : [])];

const children = COMMANDS.map((args) => spawn(PINNED_NODE, args, { cwd: ROOT, stdio: "inherit" }));

let ending = false;
/** Once: a second signal would cut the server's draining short. */
function end(signal) {
  if (ending) return;
  ending = true;
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}

// Handled, so that this waits for both; each then ends by itself, the server after draining its requests.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(signal));

for (const child of children) {
  child.on("error", (error) => {
    console.error(`${PINNED_NODE} cannot be run: ${error.message}`);
    process.exitCode = 1;
    end("SIGTERM");
  });
  child.on("exit", (code) => {
    process.exitCode ||= code ?? 0;
    end("SIGTERM");
  });
}
