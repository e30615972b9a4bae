/** A PostgreSQL server that is not the embedded one: that of TEST_DATABASE_URL, or Debian's in a temporary folder. */
import { execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface OwnServer {
  url: string;
  close(): void;
}

const DEBIAN = "/usr/lib/postgresql";
const NEWEST_FIRST = (one: string, other: string) => Number(other) - Number(one);

/** Null where the host has none. Debian's is made only where CI is set: it costs a second run of many tests. */
export function findOwnServer(): OwnServer | null {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, close: () => {} };
  const bin = process.env.CI === "true" ? debianBinaries() : null;
  return bin ? startDebians(bin) : null;
}

function debianBinaries(): string | null {
  try {
    const [version] = readdirSync(DEBIAN).toSorted(NEWEST_FIRST);
    return version ? path.join(DEBIAN, version, "bin") : null;
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root: there it belongs to the user that Debian's package made. */
function startDebians(bin: string): OwnServer {
  const folder = mkdtempSync(path.join(tmpdir(), "acp-own-"));
  const asRoot = process.getuid?.() === 0;
  const run = (program: string, ...args: string[]) => {
    const command = [path.join(bin, program), ...args];
    const [file = "", ...rest] = asRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file, rest, { cwd: "/", stdio: ["ignore", "ignore", "inherit"] });
  };
  if (asRoot) chownSync(folder, Number(execFileSync("id", ["-u", "postgres"])), -1);
  const cluster = path.join(folder, "cluster");
  run(
    "initdb",
    "-D",
    cluster,
    "-U",
    "tests",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  );
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  run("pg_ctl", "-D", cluster, "-w", "-l", path.join(folder, "log"), "-o", options, "start");
  return {
    url: `postgres://tests@${encodeURIComponent(folder)}/postgres`,
    close: () => {
      run("pg_ctl", "-D", cluster, "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
