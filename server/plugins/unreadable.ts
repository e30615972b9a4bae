/** What cannot be read as a request at all never reaches the framework; it is answered like any other, and ended. */
import type { Socket } from "node:net";
import type { ConnectionError } from "fastify";
import { textsIn } from "shared/i18n/text.ts";

interface Status {
  status: number;
  reason: string;
}

const BAD: Status = { status: 400, reason: "Bad Request" };
const statusOf: Record<string, Status> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: "Request Timeout" },
  HPE_HEADER_OVERFLOW: { status: 431, reason: "Request Header Fields Too Large" },
};

export function answerUnreadable(safety: Readonly<Record<string, string>>) {
  return (error: ConnectionError, socket: Socket): void => {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    if (socket.writable) socket.write(answer(statusOf[error.code] ?? BAD, safety));
    socket.destroy(error);
  };
}

function answer({ status, reason }: Status, safety: Readonly<Record<string, string>>): string {
  const title = textsIn("en")("error.invalid.title");
  const body = JSON.stringify({ type: "about:blank", title, status, code: "invalid" });
  const headers = {
    ...safety,
    "cache-control": "no-store",
    "content-type": "application/problem+json",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${reason}\r\n${lines.join("")}\r\n${body}`;
}
