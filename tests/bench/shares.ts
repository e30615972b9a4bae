/** Requests per second of the platform's answers as a share of a bare route's, in one run and with one client. */
import autocannon from "autocannon";

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
  const own: number[] = [];
  const base: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await requestsPerSecond(`${origin}${one.path}`, one.headers));
    base.push(await requestsPerSecond(`${bare}/${bytes}`, one.headers));
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

async function requestsPerSecond(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
