/** Requests per second of the platform's answers as a share of a bare route's, in one run and with one client. */
import { requestsPerSecond } from "./client.ts";

export interface Case {
  name: string;
  path: string;
  headers: Record<string, string>;
  /** The share that DESIGN §8 and the issue ask for, where they ask for one. */
  goal?: number;
}

export interface Share extends Case {
  /** Bytes of the body as sent. */
  bytes: number;
  perSecond: number;
  barePerSecond: number;
  share: number;
}

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 20;

/** Platform and bare route take turns, so that what else the machine does falls on both; medians are compared. */
export async function measureShare(origin: string, bare: string, one: Case): Promise<Share> {
  const bytes = await bodyLength(`${origin}${one.path}`, one.headers);
  const load = { headers: one.headers, connections: CONNECTIONS, seconds: SECONDS };
  const own: number[] = [];
  const base: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await requestsPerSecond({ ...load, url: `${origin}${one.path}` }));
    base.push(await requestsPerSecond({ ...load, url: `${bare}/${bytes}` }));
  }
  const [perSecond, barePerSecond] = [median(own), median(base)];
  return { ...one, bytes, perSecond, barePerSecond, share: perSecond / barePerSecond };
}

/** Length as sent: undici decodes nothing when the answer is read as it comes. */
async function bodyLength(url: string, headers: Record<string, string>): Promise<number> {
  const reply = await fetch(url, { headers });
  if (reply.status !== 200) throw new Error(`${url} answered ${reply.status}`);
  await reply.arrayBuffer();
  return Number(reply.headers.get("content-length"));
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
