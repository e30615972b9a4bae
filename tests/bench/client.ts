/**
 * A client that asks one address over and over on kept connections and reads no more than it must: where it ends the
 * answer. (autocannon decodes what it receives, so that compressed bytes cost it ten times what a buffer of one letter
 * costs; then the client is measured, not the server.)
 */
import { connect, type Socket } from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");

export interface Load {
  url: string;
  headers: Record<string, string>;
  connections: number;
  seconds: number;
}

/** Requests per second that were answered with 200; throws at any other answer. */
export async function requestsPerSecond({ url, headers, connections, seconds }: Load): Promise<number> {
  const { hostname, port, pathname, search } = new URL(url);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  const until = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: connections }, () => askUntil(connect(Number(port), hostname), request, until)),
  );
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

function askUntil(socket: Socket, request: Buffer, until: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let answered = 0;
  let missing = -1;
  let begun: Buffer = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on("error", reject);
  socket.on("data", (chunk: Buffer) => {
    if (missing >= 0) missing -= chunk.length;
    else {
      begun = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
      const end = begun.indexOf(HEAD_END);
      if (end < 0) return;
      missing = bodyLength(begun.toString("latin1", 0, end)) - (begun.length - end - HEAD_END.length);
    }
    if (missing > 0) return;
    answered += 1;
    missing = -1;
    begun = Buffer.alloc(0);
    if (performance.now() < until) socket.write(request);
    else resolve(answered);
  });
  socket.write(request);
  return promise.finally(() => socket.destroy());
}

function bodyLength(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith("HTTP/1.1 200 ") || length === undefined)
    throw new Error(`not an answer: ${head.slice(0, 60)}`);
  return Number(length);
}
