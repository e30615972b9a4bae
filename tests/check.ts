/** `npm run check`: what CI runs. Static checks, then all tests, then the slow ones. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { add, type Count, lineOf } from "./pass.ts";
import { runSlowTests, runTests } from "./run.ts";

const ROOT = path.dirname(import.meta.dirname);

function program(name: string, ...args: string[]): boolean {
  const file = path.join(ROOT, "node_modules/.bin", name);
  return spawnSync(file, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/** Were the tables changed without a migration, drizzle-kit would write one now. */
function migrationsFitTables(): boolean {
  const list = () => readdirSync(path.join(ROOT, "migrations"), { recursive: true }).toSorted().join("\n");
  const before = list();
  if (!program("drizzle-kit", "generate")) return false;
  if (list() === before) return true;
  process.stdout.write(
    "The tables were ahead of their migrations: look at what was written to migrations/.\n",
  );
  return false;
}

const STATIC: Record<string, () => boolean> = {
  "types (tsc)": () => program("tsc", "--noEmit", "-p", "."),
  "style (biome)": () => program("biome", "check", "."),
  "dead code and dependencies (knip)": () => program("knip"),
  "migrations in step with the tables (drizzle-kit)": migrationsFitTables,
};

function runStatic(): Count {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, holds] of Object.entries(STATIC)) {
    process.stdout.write(`\n${name}\n`);
    const fine = holds();
    process.stdout.write(fine ? "  holds\n" : "  does not hold\n");
    add(count, { passed: fine ? 1 : 0, failed: fine ? 0 : 1, skipped: 0 });
  }
  return count;
}

const count = runStatic();
add(count, await runTests());
add(count, await runSlowTests());
process.stdout.write(`${lineOf(count)}\n`);
process.exit(count.failed > 0 ? 1 : 0);
