/** Once a night, what accounts leave behind and nobody needs any more is removed. */
import { dropEnded } from "db/accounts/cleaning.ts";
import { KEEP_SECONDS } from "shared/accounts/sessionRules.ts";
import { TRIES_FORGOTTEN_MS } from "shared/accounts/tries.ts";
import type { App } from "../app.ts";

const QUEUE = "account-cleaning";
/** When the regions sleep, away from the full hour. */
const AT = "20 1 * * *";
/** A link that ended can still be asked about for a month: "was there a letter?" */
const LINKS_MS = 30 * 24 * 60 * 60_000;
/** A copied token is recognised for so long after its session ended. */
const SESSIONS_MS = 24 * 60 * 60_000;

export function accountCleaning(app: App): void {
  app.jobs.declare({
    name: QUEUE,
    queue: { retryLimit: 1, deleteAfterSeconds: 24 * 60 * 60 },
    cron: AT,
    handle: async (jobs) => {
      await cleanAccounts(app);
      return jobs.map(({ id }) => ({ id, status: "completed" }));
    },
  });
}

export async function cleanAccounts(app: App): Promise<void> {
  const ago = (milliseconds: number) => new Date(app.now().getTime() - milliseconds);
  await dropEnded(app.db.queries, {
    links: ago(LINKS_MS),
    sessions: ago(SESSIONS_MS),
    idle: ago(KEEP_SECONDS * 1000),
    tries: ago(TRIES_FORGOTTEN_MS),
  });
}
