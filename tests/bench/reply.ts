/** What a reply costs until it is accepted, and durable: against a bare route that writes one row, in the same run. */
import { startChild } from "./child.ts";
import { median } from "./shares.ts";
import { type Line, makeWriters, ofHundred, openLine, startThread, textOf } from "./writers.ts";

const WRITERS = 8;
const SECONDS = 4;
const ROUNDS = 5;

interface Figures {
  p50: number;
  p95: number;
  perSecond: number;
}

export async function measureReplies(databaseUrl: string, origin: string): Promise<void> {
  const bare = await startChild("tests/bench/bareReply.ts", { DATABASE_URL: databaseUrl });
  const cookies = await makeWriters(databaseUrl, origin, WRITERS);
  const first = cookies[0] ?? "";
  const threads = await Promise.all(cookies.map((_, index) => startThread(origin, first, `reply-${index}`)));
  const own = cookies.map((cookie) => openLine(origin, { cookie }));
  const base = cookies.map(() => openLine(bare.origin));
  const pathTo = (index: number) => `/api/v1/threads/${threads[index]}/posts`;
  const kinds = {
    "bare INSERT": () => write(base, () => "/"),
    "8 writers in 8 threads": () => write(own, pathTo),
    "8 writers in one thread": () => write(own, () => pathTo(0)),
  };
  const figures = new Map<string, Figures[]>();
  await write(own, pathTo);
  await write(base, () => "/");
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, measure] of Object.entries(kinds))
      figures.set(name, [...(figures.get(name) ?? []), await measure()]);
  }
  for (const line of [...own, ...base]) line.close();
  await bare.stop();
  print(figures);
}

let sent = 0;

async function write(lines: readonly Line[], pathOf: (index: number) => string): Promise<Figures> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  await Promise.all(
    lines.map(async (line, index) => {
      while (performance.now() < until) {
        sent += 1;
        const clientId = `r-${process.pid}-${sent}`;
        times.push(await line.post(pathOf(index), JSON.stringify({ body: textOf(clientId), clientId })));
      }
    }),
  );
  return { p50: ofHundred(times, 50), p95: ofHundred(times, 95), perSecond: times.length / SECONDS };
}

function print(figures: ReadonlyMap<string, Figures[]>): void {
  console.log("reply accepted | p50 ms | p95 ms | replies/s | p50 against bare | goal");
  const bare = median((figures.get("bare INSERT") ?? []).map(({ p50 }) => p50));
  for (const [name, all] of figures) {
    const [p50, p95, perSecond] = (["p50", "p95", "perSecond"] as const).map((key) =>
      median(all.map((one) => one[key])),
    );
    const cells = [
      p50?.toFixed(2),
      p95?.toFixed(2),
      perSecond?.toFixed(0),
      `${((p50 ?? 0) / bare).toFixed(2)} ×`,
    ];
    console.log([name, ...cells, name.includes("8 threads") ? "2 ×" : "–"].join(" | "));
  }
}
