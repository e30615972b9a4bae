/** The line to browsers that listen: socket.io on the app's own port, loaded when the first of them asks for it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { App } from "../app.ts";
import type { Sockets } from "../live/sockets.ts";

const PATH = "/socket.io/";
/** A client that says goodbye does so within this; a stop does not wait for others. */
const GOODBYE_MS = 500;

/** Any other protocol that a client offers to change to (h2c) is declined by answering in this one. */
export const isSocket = ({ url = "" }: IncomingMessage) => url.startsWith(PATH);

export class Realtime {
  #sockets: Sockets | null = null;
  #opening: Promise<Sockets> | null = null;
  #ended = false;
  /** Connections that are no longer http's. */
  readonly #upgraded = new Set<Duplex>();

  /** How many are connected. */
  get size(): number {
    return this.#sockets?.count() ?? 0;
  }

  attach(app: App): void {
    const { server } = app.fastify;
    server.on("upgrade", (_request, socket) => {
      this.#upgraded.add(socket);
      socket.once("close", () => this.#upgraded.delete(socket));
    });
    this.#openAtFirst(app);
    app.heard((changed) => this.#sockets?.heard(changed));
    app.fastify.addHook("preClose", async () => this.end());
    app.fastify.addHook("onClose", () => this.#close());
  }

  /** 15 MiB that nobody needs who only reads: requests wait until it is there, and come again. */
  #openAtFirst(app: App): void {
    const { server } = app.fastify;
    const others = server.listeners("request");
    server.removeAllListeners("request");
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
      if (isSocket(request)) retry("request", request, response);
      else for (const other of others) other.call(server, request, response);
    };
    const onUpgrade = (...upgrade: [IncomingMessage, Duplex, Buffer]) => retry("upgrade", ...upgrade);
    const retry = (event: "request" | "upgrade", ...rest: unknown[]) => {
      const [, waiting] = rest as [IncomingMessage, ServerResponse | Duplex];
      if (this.#ended) return void waiting.destroy();
      this.#opening ??= this.#open(app, () => {
        server.off("request", onRequest);
        server.off("upgrade", onUpgrade);
        for (const other of others) server.on("request", other as (...given: unknown[]) => void);
      });
      this.#opening.then(
        () => server.emit(event, ...rest),
        (error: unknown) => {
          app.fastify.log.error({ err: error }, "sockets not opened");
          this.#opening = null;
          waiting.destroy();
        },
      );
    };
    server.on("request", onRequest);
    server.on("upgrade", onUpgrade);
  }

  async #open(app: App, before: () => void): Promise<Sockets> {
    const { openSockets } = await import("../live/sockets.ts");
    const sockets = await openSockets(app, before);
    this.#sockets = sockets;
    if (this.#ended) sockets.end();
    return sockets;
  }

  /** The node stops: nobody new, and clients connect elsewhere. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#sockets?.end();
    setTimeout(() => {
      for (const socket of this.#upgraded) socket.destroy();
    }, GOODBYE_MS).unref();
  }

  async #close(): Promise<void> {
    await this.#opening?.catch(() => {});
    await this.#sockets?.close();
  }
}
