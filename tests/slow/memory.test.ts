/** The server's memory, as a small host sees it. */
import { readFile } from "node:fs/promises";
import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "vitest";
import { temporaryDataDir } from "../db/temporaryDataDir.ts";
import { startAsNpmDoes } from "./npmStart.ts";

const VIEWS = 200;
const REST_MS = 60_000;
/** DESIGN: after 200 page views and 60 s without one. */
const MOST_MIB = 150;

test.skipIf(process.platform !== "linux")(
  `after ${VIEWS} page views and a minute of rest it keeps at most ${MOST_MIB} MiB`,
  { timeout: 5 * 60_000 },
  async () => {
    const folder = await temporaryDataDir();
    const server = await startAsNpmDoes({ DATA_DIR: folder.dataDir });
    try {
      for (const address of await someAddresses(server.origin)) {
        const page = await fetch(address, { headers: { "accept-encoding": "br" } });
        expect(page.status, address).toBe(200);
        await page.arrayBuffer();
      }
      await rest(REST_MS);
      expect(await residentMiB(server.pid)).toBeLessThan(MOST_MIB);
    } finally {
      await server.stop();
      await folder.remove();
    }
  },
);

/** Evenly from the whole sitemap. */
async function someAddresses(origin: string): Promise<string[]> {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
  const all = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap((match) => match[1] ?? []);
  return Array.from({ length: VIEWS }, (_, index) => all[Math.floor((index * all.length) / VIEWS)] ?? origin);
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
