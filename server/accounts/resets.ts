/** Letters for forgotten passwords: who asks waits for the same work, whether or not there is such an account. */
import { linksLastHour, tellOfJob } from "db/accounts/credentials.ts";
import { personByName } from "db/accounts/people.ts";
import { transaction } from "db/transaction.ts";
import { LETTERS_PER_HOUR } from "shared/accounts/recent.ts";
import { foldedName } from "shared/accounts/tries.ts";
import type { App } from "../app.ts";
import type { JobResult, JobWithMetadata } from "../plugins/jobs.ts";
import { RESET, sendReset } from "./letters.ts";

const QUEUE = "password-resets";
const RETRIES = 3;
const AT_ONCE = 5;
/** Who asked has asked again by then. */
const KEEP_SECONDS = 60 * 60;

export function resetQueue(app: App): void {
  app.jobs.declare({
    name: QUEUE,
    queue: { retryLimit: RETRIES, retentionSeconds: KEEP_SECONDS, deleteAfterSeconds: 60 },
    atOnce: AT_ONCE,
    handle: async (jobs) => {
      const results: JobResult[] = [];
      for (const job of jobs) results.push(await handle(app, job));
      return results;
    },
  });
}

/** Only puts it into a queue, sealed: the name is looked up when nobody waits for it. */
export async function askForReset(app: App, name: string): Promise<void> {
  await transaction(app.db, async (tx) => {
    await app.jobs.send(tx, QUEUE, { sealed: app.secrets.seal(QUEUE, foldedName(name)) });
    await tellOfJob(tx, QUEUE);
  });
}

async function handle(app: App, { id, data }: JobWithMetadata<object>): Promise<JobResult> {
  const sealed = "sealed" in data && typeof data.sealed === "string" ? data.sealed : "";
  const name = app.secrets.open<string>(QUEUE, sealed);
  const person = name === null ? null : await personByName(app.db.queries, name);
  if (person) {
    await transaction(app.db, async (tx) => {
      const sent = await linksLastHour(tx, { purpose: RESET, personId: person.id });
      if (sent < LETTERS_PER_HOUR) await sendReset(app, tx, person);
    });
  }
  await app.jobs.remove(QUEUE, id);
  return { id, status: "completed" };
}
