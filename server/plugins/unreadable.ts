/** What cannot be read as a request at all never reaches the framework; it is answered like any other, and ended. */
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionError } from "fastify";
import { textsIn } from "shared/i18n/text.ts";

const statusOf: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

export function answerUnreadable(safety: Readonly<Record<string, string>>) {
  return (error: ConnectionError, socket: Socket): void => {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    if (socket.writable) socket.write(answer(statusOf[error.code] ?? 400, safety));
    socket.destroy(error);
  };
}

function answer(status: number, safety: Readonly<Record<string, string>>): string {
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
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`;
}
