/**
 * The line between nodes for what is never stored (typing, presence): socket.io's adapter over PostgreSQL, or over Redis
 * streams where REDIS_URL is set. It is opened when somebody first shows themselves, and closed when nobody does.
 */
import { connect } from "db/connect.ts";
import type { FastifyBaseLogger } from "fastify";
import { Server } from "socket.io";

export interface BetweenNodes {
  typing: (said: { threadId: number; personId: number; handle: string }) => void;
  present: (said: { node: string; threadId: number; handles: string[] }) => void;
  /** Who is there? Asked by a node where somebody just came. */
  whoIsThere: (asked: { threadId: number }) => void;
}

type None = Record<string, never>;
type LineServer = Server<None, None, BetweenNodes>;
type Adapter = NonNullable<ConstructorParameters<typeof Server>[1]>["adapter"];

interface Opened {
  adapter: Adapter;
  close(): Promise<void>;
}

export interface LineParts {
  databaseUrl: string;
  redisUrl: string | undefined;
  log: FastifyBaseLogger;
}

export class Line {
  readonly #parts: LineParts;
  readonly #heard: BetweenNodes;
  #opening: Promise<{ server: LineServer; close(): Promise<void> } | null> | null = null;

  constructor(parts: LineParts, heard: BetweenNodes) {
    this.#parts = parts;
    this.#heard = heard;
  }

  /** Hears from now on; null where there is no line at present. */
  async open(): Promise<LineServer | null> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#parts.log.warn({ err: error }, "no line to other nodes");
      return null;
    });
    const line = await this.#opening;
    // A failed try is no reason to give up for ever.
    if (!line) this.#opening = null;
    return line?.server ?? null;
  }

  /** To all other nodes; lost where the line is, since nothing of it is worth keeping. */
  async say<E extends keyof BetweenNodes>(event: E, said: Parameters<BetweenNodes[E]>[0]): Promise<void> {
    const server = await this.open();
    // Its type is a union over the events, which the library cannot resolve for a generic one.
    (server as Server | null)?.serverSideEmit(event, said);
  }

  async close(): Promise<void> {
    const line = await this.#opening;
    this.#opening = null;
    await line?.close();
  }

  async #open() {
    const { redisUrl } = this.#parts;
    const { adapter, close } = redisUrl
      ? await overRedis(redisUrl, this.#parts.log)
      : await overPostgres(this.#parts.databaseUrl, this.#parts.log);
    const server: LineServer = new Server({ adapter });
    const namespace = server.of("/");
    namespace.on("typing", this.#heard.typing);
    namespace.on("present", this.#heard.present);
    namespace.on("whoIsThere", this.#heard.whoIsThere);
    return {
      server,
      close: async () => {
        namespace.adapter.close();
        await close();
      },
    };
  }
}

/** All that is said fits into a NOTIFY, so that the adapter's table of larger payloads is neither made nor cleaned. */
const NEVER_MS = 2 ** 31 - 1;
/** One listens, one speaks; a spare one while a broken one is replaced. */
const CONNECTIONS = 3;

async function overPostgres(url: string, log: FastifyBaseLogger): Promise<Opened> {
  const { createAdapter } = await import("@socket.io/postgres-adapter");
  const db = connect(url, { connections: CONNECTIONS });
  db.pool.on("connect", (client) => {
    // The adapter opens another; it must neither end the process nor keep its place in the pool.
    client.on("error", () => {});
    client.on("end", () => giveBack(client));
  });
  const errorHandler = (error: Error) => log.debug({ err: error }, "line to other nodes");
  const adapter = createAdapter(db.pool, { cleanupInterval: NEVER_MS, errorHandler });
  return { adapter, close: () => db.close() };
}

function giveBack(client: object): void {
  try {
    if ("release" in client && typeof client.release === "function") client.release(true);
  } catch {
    // It was given back before it ended.
  }
}

/** Where Redis does not answer at once, or no more, there is no line for a while: nothing else depends on it. */
const REDIS_MS = 2_000;

async function overRedis(url: string, log: FastifyBaseLogger): Promise<Opened> {
  const [{ createAdapter }, { createClient }] = await Promise.all([
    import("@socket.io/redis-streams-adapter"),
    import("redis"),
  ]);
  let wasThere = false;
  const reconnectStrategy = () => (wasThere ? REDIS_MS : false);
  const client = createClient({ url, socket: { connectTimeout: REDIS_MS, reconnectStrategy } });
  client.on("error", (error) => log.debug({ err: error }, "line to other nodes"));
  await client.connect();
  wasThere = true;
  // The adapter does not wait for what it publishes: a connection that breaks would end the process.
  const publish = client.publish.bind(client);
  const publishQuietly: typeof client.publish = (channel, message) =>
    publish(channel, message).catch(() => 0);
  Object.defineProperty(client, "publish", { value: publishQuietly });
  return { adapter: createAdapter(client), close: async () => client.destroy() };
}
