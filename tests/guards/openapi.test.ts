/** A second reader finds nothing wrong with the description of the data. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { testApp } from "../setup/app.ts";

const CONFIG = fileURLToPath(new URL("redocly.yaml", import.meta.url));
/** It is a program, not a library: the file that its name on the command line stands for. */
const redocly = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "bin/cli.js",
);

interface Report {
  totals: { errors: number };
  problems: { ruleId: string; severity: string; message: string; location: { pointer?: string }[] }[];
}

test("redocly finds no error in it", { timeout: 60_000 }, async () => {
  const app = await testApp();
  const folder = await mkdtemp(path.join(tmpdir(), "openapi-"));
  try {
    const file = path.join(folder, "openapi.json");
    await writeFile(file, (await app.get("/api/openapi.json")).text);
    const report = await lint(file);
    const errors = report.problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
    expect(report.totals.errors).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
    await app.close();
  }
});

async function lint(file: string): Promise<Report> {
  const run = promisify(execFile);
  const asked = ["lint", file, "--config", CONFIG, "--format=json", "--max-problems=1000"];
  // It asks nobody for anything, neither for news of itself.
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const done = run(process.execPath, [redocly, ...asked], { env, maxBuffer: 64 * 1024 ** 2 });
  const { stdout } = await done.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout);
}
