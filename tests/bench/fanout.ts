/** How soon all who read a thread hear of a reply: against a bare route and a bare broadcast of the same payload, in turns. */
import { io, type Socket } from "socket.io-client";
import { startChild } from "./child.ts";
import { makeWriters, ofHundred, openLine, startThread, textOf } from "./writers.ts";

const SIZES = [100, 500, 1_000];
const REPLIES = 30;
const WARM_UP = 5;
/** Of a hundred: the others are visitors. */
const SIGNED_IN = 10;
/** Tabs of one session. */
const PER_SESSION = 15;

export async function measureFanOut(databaseUrl: string, origin: string): Promise<void> {
  const bare = await startChild("tests/bench/bareReply.ts", { DATABASE_URL: databaseUrl, FAN_OUT: "1" });
  const cookies = await makeWriters(databaseUrl, origin, 8);
  const cookie = cookies[0] ?? "";
  const thread = await startThread(origin, cookie, `fan-out-${process.pid}`);
  const topic = `thread:${thread}`;
  const own = openLine(origin, { cookie });
  const base = openLine(bare.origin);
  const sockets: { own: Socket[]; bare: Socket[] } = { own: [], bare: [] };
  console.log(
    "sockets | p50 ms | p95 ms | max ms | bare p50 | bare p95 | bare max | p50 against bare | p95 | goal",
  );
  for (const size of SIZES) {
    while (sockets.own.length < size) {
      const at = sockets.own.length;
      const isVisitor = at % 100 >= SIGNED_IN;
      const session = cookies[Math.floor(((at / 100) * SIGNED_IN) / PER_SESSION) % cookies.length] ?? "";
      const [one, other] = await Promise.all([
        dial(origin, isVisitor ? {} : { cookie: session }),
        dial(bare.origin, {}),
      ]);
      const joined = await one.timeout(10_000).emitWithAck("join", topic);
      if (!joined.ok) throw new Error(`join: ${joined.code}`);
      sockets.own.push(one);
      sockets.bare.push(other);
    }
    let told: unknown = null;
    const times = { own: [] as number[], bare: [] as number[] };
    for (let reply = 0; reply < WARM_UP + REPLIES; reply += 1) {
      const clientId = `f-${process.pid}-${size}-${reply}`;
      const post = { body: textOf(clientId), clientId };
      const heardOwn = hearAll(sockets.own);
      await own.post(`/api/v1/threads/${thread}/posts`, JSON.stringify(post));
      const ownTimes = await heardOwn;
      told = ownTimes.payload;
      const heardBare = hearAll(sockets.bare);
      await base.post("/", JSON.stringify({ ...post, told }));
      const bareTimes = await heardBare;
      if (reply < WARM_UP) continue;
      times.own.push(...ownTimes.times);
      times.bare.push(...bareTimes.times);
    }
    print(size, times);
  }
  for (const socket of [...sockets.own, ...sockets.bare]) socket.disconnect();
  own.close();
  base.close();
  await bare.stop();
}

async function dial(origin: string, extraHeaders: Record<string, string>): Promise<Socket> {
  const socket = io(origin, { transports: ["websocket"], extraHeaders, forceNew: true, reconnection: false });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once("connect", resolve);
  socket.once("connect_error", reject);
  await promise;
  return socket;
}

/** From now, which is when the request is sent, until each of them has heard. */
function hearAll(sockets: readonly Socket[]): Promise<{ times: number[]; payload: unknown }> {
  const { promise, resolve } = Promise.withResolvers<{ times: number[]; payload: unknown }>();
  const times: number[] = [];
  const sent = performance.now();
  for (const socket of sockets) {
    socket.once("post.created", (payload: unknown) => {
      times.push(performance.now() - sent);
      if (times.length === sockets.length) resolve({ times, payload });
    });
  }
  return promise;
}

function print(size: number, { own, bare }: { own: number[]; bare: number[] }): void {
  const three = (times: readonly number[]) => [50, 95, 100].map((rank) => ofHundred(times, rank));
  const [mine, theirs] = [three(own), three(bare)];
  const ratio = (index: number) => `${((mine[index] ?? 0) / (theirs[index] ?? 1)).toFixed(2)} ×`;
  const cells = [...mine, ...theirs].map((time) => time.toFixed(1));
  console.log([size, ...cells, ratio(0), ratio(1), "1.5 ×"].join(" | "));
}
