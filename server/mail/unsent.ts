/** Letters that could not be sent: what a steward may see of them, and what may be done. */
import { recordAudit } from "db/audit/changes.ts";
import { tellOfMail } from "db/mail/changes.ts";
import { transaction } from "db/transaction.ts";
import type { Actor } from "shared/accounts/rules.ts";
import { found } from "shared/failure.ts";
import type { UnsentLetter } from "shared/mail/contract.ts";
import type { App } from "../app.ts";
import type { JobWithMetadata } from "../plugins/jobs.ts";
import { MAIL_QUEUE, openLetter, UNSENT_QUEUE } from "./queue.ts";

export interface Unsent {
  /** Newest first. */
  letters: UnsentLetter[];
  waiting: number;
}

export async function unsentLetters(app: App): Promise<Unsent> {
  const [jobs, waiting] = await Promise.all([app.jobs.list(UNSENT_QUEUE), app.jobs.waiting(MAIL_QUEUE)]);
  const letters = jobs
    .map((job) => shown(app, job))
    .toSorted((one, other) => other.writtenAt.localeCompare(one.writtenAt));
  return { letters, waiting };
}

/** Throws `not-found` where it was sent or discarded meanwhile. */
export async function unsentLetter(app: App, id: string): Promise<UnsentLetter> {
  return shown(app, found(isUuid(id) ? await app.jobs.find(UNSENT_QUEUE, id) : null));
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

function shown(app: App, job: JobWithMetadata<object>): UnsentLetter {
  const written = job.sourceCreatedOn ?? job.createdOn;
  const told = job.sourceOutput;
  return {
    id: job.id,
    category: openLetter(app, job.data)?.category ?? null,
    writtenAt: written.toISOString().slice(0, 16).replace("T", " "),
    tries: (job.sourceRetryCount ?? 0) + 1,
    reason: told && "reason" in told && typeof told.reason === "string" ? told.reason : "",
  };
}

export function decide(
  app: App,
  actor: Actor | null,
  id: string,
  decision: "again" | "discard",
): Promise<void> {
  return transaction(app.db, async (tx) => {
    if (decision === "discard") await app.jobs.drop(tx, UNSENT_QUEUE, id);
    else if (await app.jobs.redrive(tx, UNSENT_QUEUE, id)) await tellOfMail(tx);
    await recordAudit(tx, app.secrets, {
      actor: actor?.id ?? null,
      action: decision === "again" ? "mail.again" : "mail.discarded",
      target: `letter:${id}`,
      region: null,
    });
  });
}
