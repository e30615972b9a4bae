/** Pictures of a journey for whoever wants to look at it: JOURNEY_PICTURES names the folder that they go to. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Of each page on the way, light and dark. */
export function pictures(page: Page, script: boolean): () => Promise<void> {
  const folder = process.env.JOURNEY_PICTURES;
  return async () => {
    if (!folder) return;
    const name = new URL(page.url()).pathname.split("/").slice(1, 6).join("-").slice(0, 60);
    mkdirSync(folder, { recursive: true });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const file = `${test()}-${String(++taken).padStart(3, "0")}-${name}-${script ? "js" : "plain"}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(folder, file), fullPage: true });
    }
    await page.emulateMedia({ colorScheme: null });
  };
}

let taken = 0;

function test(): string {
  return path.basename(expect.getState().testPath ?? "", ".test.ts");
}
