/** How to speak to the embedded database: its address, and the mark that a process is using it. */
import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { StartFailure } from "shared/startFailure.ts";
import type { Place } from "./place.ts";
import { codeOf } from "./trouble.ts";

export const ROLE = "platform";
export const DATABASE = "platform";

/** Any number that no other lock of the platform uses. */
const IN_USE_LOCK = 7_032_511;
/** A socket on the same host answers at once, or its server hangs. */
const CONNECT_WITHIN_MS = 5_000;

export async function urlOf(place: Place, socketFolder: string, port: number): Promise<string> {
  const password = await readFile(place.passwordFile, "utf8").catch((error) => {
    throw codeOf(error) === "ENOENT"
      ? new StartFailure(
          `The database's password is missing: bring ${place.passwordFile} back from a backup.`,
        )
      : error;
  });
  return `postgres://${ROLE}:${password.trim()}@${encodeURIComponent(socketFolder)}:${port}/${DATABASE}`;
}

/** One process's use of the database: held by a connection, so a killed process cannot leave it behind. */
export interface Use {
  /** Resolves when the connection ended without `end` being called: the database went away. */
  lost: Promise<void>;
  /** Ends this use; true when no other process uses the database, and from then on none can begin to. */
  end(): Promise<boolean>;
}

/** pg's client has these two; its types do not know them. */
type Holder = Client & { ref(): void; unref(): void };

/** Begins to use the database; null when its last user is just about to stop it. */
export async function beginUse(url: string): Promise<Use | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS }) as Holder;
  const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
  // A lost connection is told by `lost`.
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_lock_shared(${IN_USE_LOCK}) as mine`,
  );
  if (!rows[0]?.mine) {
    await client.end();
    return null;
  }
  // The platform's own work keeps the process alive, not this.
  client.unref();
  let ending = false;
  return {
    lost: new Promise((resolve) => void ended.then(() => ending || resolve())),
    end: async () => {
      ending = true;
      return endUse(client);
    },
  };
}

/** The exclusive lock is kept until the server stops, and closes the door to others. */
async function endUse(client: Holder): Promise<boolean> {
  try {
    client.ref();
    await client.query(`select pg_advisory_unlock_shared(${IN_USE_LOCK})`);
    const { rows } = await client.query<{ alone: boolean }>(
      `select pg_try_advisory_lock(${IN_USE_LOCK}) as alone`,
    );
    const alone = rows[0]?.alone === true;
    if (!alone) await client.end();
    return alone;
  } catch {
    // The database is gone already, or going.
    return true;
  }
}
