/** The databases that a test file is given: one per worker to read, and new ones to write. */
import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { addressOf, copyTemplate, createEmpty, exists } from "./template.ts";

/** A copy of the real data that files of one worker share one after another: to be read only. */
export async function readersDatabase(): Promise<string> {
  const databases = inject("databases");
  const name = `reader_${process.env.VITEST_POOL_ID ?? "1"}`;
  return (await exists(databases, name)) ? addressOf(databases, name) : copyTemplate(databases, name);
}

/** A copy of the real data of one's own, to be written to. */
export function freshDatabase(): Promise<string> {
  return copyTemplate(inject("databases"), `fresh_${randomBytes(4).toString("hex")}`);
}

/** A database of one's own with nothing in it, not even tables. */
export function emptyDatabase(): Promise<string> {
  return createEmpty(inject("databases"), `empty_${randomBytes(4).toString("hex")}`);
}
