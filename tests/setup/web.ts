/** A server that stands for somebody else's site: what a test says it answers, and what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SiteReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface TestSite {
  /** "127.0.0.1:40123": for `testApp({ settings: { FETCH_ALLOW: site.host } })`. */
  host: string;
  origin: string;
  /** Every request so far, in order. */
  asked: readonly { method: string; path: string; headers: IncomingMessage["headers"] }[];
  /** What it answers to a path from now on. */
  answer(path: string, reply: SiteReply | ((request: IncomingMessage, reply: ServerResponse) => void)): void;
  close(): Promise<void>;
}

/** Listens on this machine alone; a path that nobody described is 404. */
export async function testSite(): Promise<TestSite> {
  const answers = new Map<string, SiteReply | ((request: IncomingMessage, reply: ServerResponse) => void)>();
  const asked: { method: string; path: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, reply) => {
    const path = request.url ?? "/";
    asked.push({ method: request.method ?? "", path, headers: request.headers });
    const answer = answers.get(path) ?? { status: 404 };
    if (typeof answer === "function") return answer(request, reply);
    reply.writeHead(answer.status ?? 200, { "content-type": "text/html; charset=utf-8", ...answer.headers });
    reply.end(answer.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    asked,
    answer: (path, reply) => answers.set(path, reply),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
