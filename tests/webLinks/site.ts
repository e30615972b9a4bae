/** Another server, on loopback: pages that answer as the test says, and a list of what it was asked for. */
import { createServer } from "node:http";

export interface OtherSite {
  /** "127.0.0.1:4711". */
  host: string;
  url(path: string): string;
  /** By path: a status, with the address to which it leads. */
  answers: Map<string, { status: number; to?: string; head?: number; body?: string }>;
  /** "HEAD /path", in order. */
  asked: string[];
  close(): Promise<void>;
}

/** Whatever it was not told of is there. */
export async function otherSite(): Promise<OtherSite> {
  const answers: OtherSite["answers"] = new Map();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = "/", method = "GET" } = request;
    asked.push(`${method} ${url}`);
    const { status, to, head, body = "" } = answers.get(url) ?? { status: 200 };
    response.writeHead(method === "HEAD" ? (head ?? status) : status, to ? { location: to } : {});
    response.end(method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const host = `127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  return {
    host,
    url: (path) => `http://${host}${path}`,
    answers,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
