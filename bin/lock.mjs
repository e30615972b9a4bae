/** Lets one start at a time prepare a checkout; a lock whose owner was killed is taken over. */
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./fingerprint.mjs";

const LOCK = path.join(ROOT, ".stamp-lock");
const LOOK_AGAIN_MS = 200;
const RENEW_MS = 5_000;
/** A lock that is not renewed belongs to nobody, even if some process has its owner's number now. */
const FORGOTTEN_AFTER_MS = 60_000;

/** Runs `work` while no other start does; `onWait` is called once if it has to wait. */
export async function alone(work, onWait) {
  for (let waited = false; !take(); await sleep(LOOK_AGAIN_MS)) {
    if (!waited) onWait();
    waited = true;
  }
  const renewing = setInterval(() => renew(), RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    rmSync(LOCK, { force: true });
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return removeIfLeft() && take();
  }
}

function renew() {
  try {
    utimesSync(LOCK, new Date(), new Date());
  } catch {
    // Removed by hand: the work goes on.
  }
}

/** True when it may be taken now. */
function removeIfLeft() {
  const left = ownerIfLeft();
  if (left === null) return false;
  const aside = `${LOCK}-${process.pid}`;
  try {
    renameSync(LOCK, aside);
    // Between looking and renaming another start may have taken it over: then it is given back.
    if (readFileSync(aside, "utf8") !== left) linkSync(aside, LOCK);
  } catch {
    // Another start was faster.
  }
  rmSync(aside, { force: true });
  return true;
}

/** What the lock says if its owner is gone, or null. */
function ownerIfLeft() {
  try {
    const owner = readFileSync(LOCK, "utf8");
    const age = Date.now() - statSync(LOCK).mtimeMs;
    // Empty for a moment while it is being written.
    if (owner === "") return age > RENEW_MS ? owner : null;
    return age > FORGOTTEN_AFTER_MS || !isAlive(Number(owner)) ? owner : null;
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
