/** The server's last answers: nobody new is let in, and who is connected may finish, also what is on its way to us. */
import type { Server } from "node:http";
import { Server as NetServer } from "node:net";

/** A request that was sent just before the signal has arrived by then, also from far away. */
const LAST_REQUESTS_MS = 500;

/**
 * Resolves when the last connection has ended. http's own `close` would cut connections that wait for their next
 * request, and a request already sent over one of them would be lost; here each gets one more answer, which tells
 * the client to ask elsewhere from then on.
 */
export function drain(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.prependListener("request", (_request, response) => {
    response.shouldKeepAlive = false;
  });
  const hangUp = setInterval(() => server.closeIdleConnections(), LAST_REQUESTS_MS);
  NetServer.prototype.close.call(server, () => {
    clearInterval(hangUp);
    resolve();
  });
  return promise;
}
