/** `npm test`: all tests but the slow ones, on the embedded PostgreSQL and, where there is one, on one's own too. */
import { readdirSync } from "node:fs";
import { missingNeeds } from "./needs.ts";
import { findOwnServer } from "./ownServer.ts";
import { add, type Count, lineOf, runPass } from "./pass.ts";

/** Folders whose tests do not depend on which PostgreSQL answers. */
const ANY_DATABASE = new Set([
  "setup",
  "slow",
  "bench",
  "units",
  "db",
  "guards",
  "journeys",
  "process",
  "node_modules",
]);

function rooms(): string[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !ANY_DATABASE.has(entry.name))
    .map((entry) => `tests/${entry.name}/**/*.test.ts`);
}

/** Under CI what is skipped has failed: nothing may be missing there. */
function strictly(count: Count): Count {
  if (process.env.CI !== "true") return count;
  return { passed: count.passed, failed: count.failed + count.skipped, skipped: 0 };
}

export async function runTests(): Promise<Count> {
  const missing = missingNeeds();
  const own = findOwnServer();
  const count = { passed: 0, failed: 0, skipped: 0 };
  try {
    add(
      count,
      await runPass({
        name: "On the embedded PostgreSQL",
        include: ["tests/**/*.test.ts"],
        exclude: ["tests/slow/**"],
      }),
    );
    if (own)
      add(count, await runPass({ name: "On one's own PostgreSQL", include: rooms(), databaseUrl: own.url }));
    else count.skipped += 1;
  } finally {
    own?.close();
  }
  if (!own) missing.push("a PostgreSQL server of one's own (TEST_DATABASE_URL)");
  for (const name of missing) process.stdout.write(`Missing, so its tests were skipped: ${name}\n`);
  return strictly(count);
}

export async function runSlowTests(): Promise<Count> {
  return strictly(await runPass({ name: "Slow tests", include: ["tests/slow/**/*.test.ts"], alone: true }));
}

if (import.meta.main) {
  const count = await runTests();
  process.stdout.write(`${lineOf(count)}\n`);
  process.exit(count.failed > 0 ? 1 : 0);
}
