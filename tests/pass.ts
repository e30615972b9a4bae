/** One run of vitest over some of the test files, and its count. */
import { startVitest, type TestModule, type Vitest } from "vitest/node";

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Pass {
  name: string;
  include: string[];
  exclude?: string[];
  /** One file after another: for tests that measure time or fill the host. */
  alone?: boolean;
  /** The PostgreSQL server to use instead of the embedded one. */
  databaseUrl?: string | undefined;
}

export async function runPass({ name, include, exclude = [], alone, databaseUrl }: Pass): Promise<Count> {
  process.stdout.write(`\n${name}\n`);
  if (databaseUrl) process.env.TEST_DATABASE_URL = databaseUrl;
  else delete process.env.TEST_DATABASE_URL;
  const vitest = await startVitest("test", [], {
    watch: false,
    include,
    exclude: ["**/node_modules/**", ...exclude],
    ...(alone ? { fileParallelism: false } : {}),
  });
  const count = countOf(vitest);
  await vitest.close();
  return count;
}

function countOf({ state }: Vitest): Count {
  const count = { passed: 0, failed: state.getUnhandledErrors().length, skipped: 0 };
  for (const module of state.getTestModules()) add(count, ofModule(module));
  return count;
}

function ofModule(module: TestModule): Count {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed" || state === "failed") count[state] += 1;
    else count.skipped += 1;
  }
  // A file that could not be loaded, or whose preparation failed, has no test that says so.
  if (count.failed === 0 && !module.ok()) count.failed = 1;
  return count;
}

export function add(sum: Count, more: Count): void {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
}

export function lineOf({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
