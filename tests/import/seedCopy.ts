/** Copies of the seed with one file changed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SEED_FOLDER } from "db/import/seed.ts";
import { onTestFinished } from "vitest";

// biome-ignore lint/suspicious/noExplicitAny: what a test breaks in a record has no type.
export type Records = any;

/** Gone when the test is over. */
export function seedWith(file: string, change: (records: Records) => void): string {
  const folder = mkdtempSync(path.join(tmpdir(), "seed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(SEED_FOLDER, folder, { recursive: true });
  const records: Records = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  change(records);
  writeFileSync(path.join(folder, file), JSON.stringify(records));
  return folder;
}
