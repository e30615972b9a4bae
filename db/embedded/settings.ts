/** PostgreSQL's settings for one small host; given at each start, so that a newer release can change them. */

/** The socket's name holds a port even where none is opened; it is private to its folder. */
const SOCKET_PORT = 5432;

export interface Listening {
  socketFolder: string;
  /** Also listen on 127.0.0.1 at this port, for tools that cannot use a socket. */
  port?: number;
}

export function portOf({ port }: Listening): number {
  return port ?? SOCKET_PORT;
}

/** What postgres is started with. `durable: false` gives up safety against a crash for speed: for tests alone. */
export function serverSettings(listening: Listening, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: listening.port === undefined ? "" : "127.0.0.1",
    port: portOf(listening),
    unix_socket_directories: quoted(listening.socketFolder),
    unix_socket_permissions: "0700",
    // The host is shared with the platform itself, often on 1 GB in all.
    shared_buffers: "64MB",
    max_wal_size: "256MB",
    io_method: "sync",
    // Compiling costs more than it gains on queries of a few milliseconds.
    jit: "off",
    // Parallel workers share memory in /dev/shm, which containers limit to 64 MB.
    max_parallel_workers_per_gather: 0,
    timezone: "UTC",
    log_timezone: "UTC",
    ...QUIET_LOG,
    ...(durable ? {} : UNSAFE_AND_FAST),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The log tells of starts, stops and crashes: no address, no statement, no value of a row ever gets into it. */
const QUIET_LOG = {
  log_connections: "off",
  log_disconnections: "off",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] ",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

const UNSAFE_AND_FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** The setting is a list: a path with a comma or a space needs double quotes. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}
