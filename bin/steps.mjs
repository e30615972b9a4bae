/** The two steps that ready a checkout: installing the packages, building the pages. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure, installFailure, systemFailure } from "./failure.mjs";
import { buildFingerprint, installFingerprint, isStamped, putStamp, ROOT } from "./fingerprint.mjs";
import { alone } from "./lock.mjs";
import { hostEnvironment, PINNED_NODE, run } from "./run.mjs";

const INSTALLED = "node_modules/.stamp-install";
const BUILT = "web/dist/.stamp";
/** The pages, and then the server with them in it. */
const BUILDS = ["web/build.ts", "server/build.ts"];
/** npx has brought the very pnpm that package.json names: pnpm need not look after its own version as well. */
const INSTALL = ["install", "--frozen-lockfile", "--config.pm-on-fail=ignore"];

export async function prepare() {
  // Looked at before taking the lock: a start with nothing to do writes nothing, so a read-only checkout runs.
  if (isInstalled() && isBuilt()) return;
  try {
    await alone(
      async () => {
        if (!isInstalled())
          await timed("Installing packages, which takes a minute or two the first time", install);
        if (!isBuilt()) await timed("Building the pages", build);
      },
      () => say("Another start is preparing this folder: waiting for it."),
    );
  } catch (error) {
    if (error.name === "Failure" || !error.code) throw error;
    throw systemFailure(
      `${error.code} ${error.message}`,
      `This folder could not be made ready: ${error.message}`,
    );
  }
}

function isInstalled() {
  return existsSync(PINNED_NODE) && isStamped(INSTALLED, installFingerprint());
}

function isBuilt() {
  return isStamped(BUILT, buildFingerprint());
}

async function install() {
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const fingerprint = installFingerprint();
  rmSync(path.join(ROOT, INSTALLED), { force: true });
  const env = {
    ...hostEnvironment(),
    // Without a terminal pnpm would stop to ask before it replaces packages of another platform.
    CI: "true",
    npm_config_prefer_offline: "true",
    npm_config_update_notifier: "false",
    // Without a network npm would wait 70 seconds before it says so.
    npm_config_fetch_retry_mintimeout: "1000",
    npm_config_fetch_retry_maxtimeout: "5000",
  };
  const { code, output } = await run("npx", ["--yes", packageManager, ...INSTALL], env);
  if (code !== 0)
    throw installFailure(output, `The packages could not be installed: ${keep("install.log", output)}`);
  await refuseDeafRuntime();
  putStamp(INSTALLED, fingerprint);
}

async function refuseDeafRuntime() {
  const { code } = await run(PINNED_NODE, ["--version"]);
  if (code === 0) return;
  throw new Failure(
    "The Node that was installed does not run on this system: it needs macOS, or a Linux with glibc 2.28 or later (Debian, Ubuntu, Fedora …, not Alpine).",
  );
}

async function build() {
  const fingerprint = buildFingerprint();
  for (const file of BUILDS) {
    const { code, output } = await run(PINNED_NODE, [file]);
    if (code !== 0) throw systemFailure(output, `The pages could not be built: ${keep("build.log", output)}`);
  }
  putStamp(BUILT, fingerprint);
}

/** Keeps a program's whole output beside the checkout's files (git ignores it) and names its last words. */
function keep(name, output) {
  writeFileSync(path.join(ROOT, name), output);
  const lines = output.split("\n").map((line) => line.trim());
  const telling = lines.find((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
  return `${telling} (all of it in ${name})`;
}

async function timed(what, work) {
  const begun = Date.now();
  say(`${what}…`);
  await work();
  say(`  done in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function say(line) {
  console.log(line);
}
