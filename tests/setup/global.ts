/** Before all tests: one PostgreSQL and one template database with the real data; after them nothing is left. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { openServer } from "./server.ts";
import { dropAll, makeTemplate, type TestDatabases } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    databases: TestDatabases;
  }
}

const BUILT = fileURLToPath(new URL("../../web/dist/assets.json", import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(BUILT))
    throw new Error("The pages are not built: run `npm test`, which builds them first.");
  const server = await openServer();
  try {
    const databases = await makeTemplate(server.url);
    project.provide("databases", databases);
    return async () => {
      await dropAll(databases);
      await server.close();
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
