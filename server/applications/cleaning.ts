/** Erases applications that nobody needs any more, once a day. */
import { eraseEnded } from "db/applications/changes.ts";
import { transaction } from "db/transaction.ts";
import type { App } from "../app.ts";

export function applicationCleaning(app: App): void {
  app.jobs.declare({
    name: "erase-applications",
    queue: { retryLimit: 3 },
    cron: "20 3 * * *",
    handle: async (jobs) => {
      await eraseOldApplications(app);
      return jobs.map(({ id }) => ({ id, status: "completed" as const }));
    },
  });
}

/** How many were erased or emptied. */
export function eraseOldApplications(app: App): Promise<number> {
  return transaction(app.db, (tx) => eraseEnded(tx, app.now()));
}
