/** What some tests need of the host beside Node: found, installed where that is simple, or named as missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser, findProgram } from "./setup/browser.ts";

interface Need {
  name: string;
  /** Debian's packages. */
  packages: string[];
  isThere(): boolean;
}

const NEEDS: Need[] = [
  // The fonts, so that Arabic and Thai are measured as they are read.
  {
    name: "Chromium or Chrome",
    packages: ["chromium", "fonts-noto-core"],
    isThere: () => findBrowser() !== null,
  },
  {
    name: "exiftool",
    packages: ["libimage-exiftool-perl"],
    isThere: () => findProgram(["exiftool"]) !== null,
  },
  {
    name: "redis-server",
    packages: ["redis-server"],
    isThere: () => findProgram(["redis-server"]) !== null,
  },
];

/** Gives the names of what is missing, after trying to install it where this runs as root on Debian. */
export function missingNeeds(): string[] {
  const missing = NEEDS.filter((need) => !need.isThere());
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) install(missing);
  return missing.filter((need) => !need.isThere()).map(({ name }) => name);
}

function install(missing: Need[]): void {
  process.stdout.write(`Installing what tests need: ${missing.map(({ name }) => name).join(", ")} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const aptGet = (...args: string[]) => spawnSync("apt-get", ["-q", "-y", ...args], { env, stdio: "ignore" });
  aptGet("update");
  aptGet("install", "--no-install-recommends", ...missing.flatMap(({ packages }) => packages));
}
