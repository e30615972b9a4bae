/** How tests run: on Node as the platform itself does, each worker with a database of its own. */
import { defineConfig } from "vitest/config";

/** Two cores: more workers would only wait for one another. */
const WORKERS = 2;

/** Slow ones run when they are named: `npx vitest run tests/slow/freshHost`. */
const SLOW = process.argv.some((argument) => argument.includes("tests/slow")) ? [] : ["tests/slow/**"];

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", ...SLOW],
    globalSetup: ["tests/setup/global.ts"],
    pool: "forks",
    maxWorkers: WORKERS,
    // Modules hold no state that a test could leave behind, so that each worker loads the platform once for all its files.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The sources run as they are written, with Node's own loader, in tests as in production.
    experimental: { viteModuleRunner: false },
  },
});
