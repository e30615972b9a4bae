/** Fingerprints of what installing and building depend on, and the stamps that remember them. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PACKAGES = ["shared", "db", "server", "web", "tests"];
const NOT_SOURCES = new Set(["dist", "node_modules"]);

export function installFingerprint() {
  const manifests = ["", ...PACKAGES].map((folder) => path.join(folder, "package.json"));
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests];
  return fingerprint(files, [process.platform, process.arch]);
}

export function buildFingerprint() {
  return fingerprint(["pnpm-lock.yaml", ...["web", "shared", "db", "server"].flatMap(filesUnder)]);
}

function fingerprint(files, words = []) {
  const hash = createHash("sha256").update(words.join(" "));
  for (const file of files) {
    const full = path.join(ROOT, file);
    hash.update(`\0${file}\0`).update(existsSync(full) ? readFileSync(full) : "absent");
  }
  return hash.digest("hex");
}

function filesUnder(folder) {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name) && !entry.name.startsWith("."))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(file) : [file];
    });
}

export function isStamped(stamp, value) {
  try {
    return readFileSync(path.join(ROOT, stamp), "utf8") === value;
  } catch {
    return false;
  }
}

export function putStamp(stamp, value) {
  const file = path.join(ROOT, stamp);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, value);
}
