/** The server's memory with a thousand readers who listen. */
import { readFile } from "node:fs/promises";
import { setTimeout as rest } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { expect, test } from "vitest";
import { temporaryDataDir } from "../db/temporaryDataDir.ts";
import { startAsNpmDoes } from "./npmStart.ts";

const SOCKETS = 1_000;
/** DESIGN §8. */
const MOST_MIB = 250;
const IDLE_SECONDS = 30;
/** Of one core, with a thousand connections that are only kept open. */
const MOST_CPU = 0.05;

test.skipIf(process.platform !== "linux")(
  `with ${SOCKETS} sockets it keeps at most ${MOST_MIB} MiB, and is idle while nothing is written`,
  { timeout: 5 * 60_000 },
  async () => {
    const folder = await temporaryDataDir();
    const server = await startAsNpmDoes({ DATA_DIR: folder.dataDir });
    const sockets: Socket[] = [];
    try {
      const list = await fetch(`${server.origin}/api/v1/regions/africa/boards/general/threads`);
      const { items } = (await list.json()) as { items: { id: number }[] };
      while (sockets.length < SOCKETS) {
        const socket = io(server.origin, { transports: ["websocket"], forceNew: true, reconnection: false });
        sockets.push(socket);
        expect(await socket.timeout(10_000).emitWithAck("join", `thread:${items[0]?.id}`)).toEqual({
          ok: true,
        });
      }
      await rest(IDLE_SECONDS * 1_000);
      const before = await cpuSeconds(server.pid);
      await rest(IDLE_SECONDS * 1_000);
      const share = ((await cpuSeconds(server.pid)) - before) / IDLE_SECONDS;
      const mib = await residentMiB(server.pid);
      console.log(`${SOCKETS} sockets: ${mib.toFixed(0)} MiB, ${(100 * share).toFixed(1)} % of a core`);
      expect(sockets.filter(({ connected }) => connected)).toHaveLength(SOCKETS);
      expect(mib).toBeLessThan(MOST_MIB);
      expect(share).toBeLessThan(MOST_CPU);
    } finally {
      for (const socket of sockets) socket.disconnect();
      await server.stop();
      await folder.remove();
    }
  },
);

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Of user and system, from /proc/PID/stat, in hundredths of a second there. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
