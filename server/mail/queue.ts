/** The queue of letters: sealed while they wait, sent one after another, tried again, and set aside when nothing helps. */
import {
  FIRST_RETRY_SECONDS,
  KEEP_UNSENT_DAYS,
  LETTERS_AT_ONCE,
  LONGEST_RETRY_SECONDS,
  RETRIES,
  SENDING_SECONDS,
} from "shared/mail/rules.ts";
import type { App } from "../app.ts";
import type { JobResult, JobWithMetadata } from "../plugins/jobs.ts";
import type { Letter } from "./letter.ts";
import { openPost, type Post } from "./post.ts";
import { isFinal, reasonOf } from "./reason.ts";

export const MAIL_QUEUE = "mail";
/** Letters that could not be sent; a steward decides. */
export const UNSENT_QUEUE = "mail-unsent";

export interface SealedLetter {
  sealed: string;
}

const DAY_SECONDS = 24 * 60 * 60;

export function mailQueue(app: App): void {
  app.jobs.declare({
    name: UNSENT_QUEUE,
    queue: { retentionSeconds: KEEP_UNSENT_DAYS * DAY_SECONDS },
  });
  app.jobs.declare({
    name: MAIL_QUEUE,
    queue: {
      deadLetter: UNSENT_QUEUE,
      retryLimit: RETRIES,
      retryDelay: FIRST_RETRY_SECONDS,
      retryDelayMax: LONGEST_RETRY_SECONDS,
      retryBackoff: true,
      expireInSeconds: SENDING_SECONDS,
      retentionSeconds: KEEP_UNSENT_DAYS * DAY_SECONDS,
      // A letter that was sent is deleted at once; one that failed lives on in the other queue.
      deleteAfterSeconds: 60,
    },
    atOnce: LETTERS_AT_ONCE,
    handle: (jobs) => deliver(app, jobs),
  });
}

async function deliver(app: App, jobs: JobWithMetadata<object>[]): Promise<JobResult[]> {
  const post = await openPost(app);
  try {
    const results: JobResult[] = [];
    for (const job of jobs) results.push(await deliverOne(app, post, job));
    return results;
  } finally {
    post.close();
  }
}

async function deliverOne(app: App, post: Post, { id, data }: JobWithMetadata<object>): Promise<JobResult> {
  const letter = openLetter(app, data);
  // The secret was changed while it waited: nobody can read it any more.
  if (!letter) return { id, status: "deadletter", output: { reason: "sealed with another secret" } };
  try {
    await post.send(id, letter);
  } catch (error) {
    const reason = reasonOf(error, letter);
    app.fastify.log.warn({ category: letter.category, reason }, "letter not sent");
    return { id, status: isFinal(error) ? "deadletter" : "failed", output: { reason } };
  }
  await app.jobs.remove(MAIL_QUEUE, id);
  return { id, status: "completed" };
}

export function openLetter(app: App, data: object): Letter | null {
  return "sealed" in data && typeof data.sealed === "string"
    ? app.secrets.open<Letter>("mail", data.sealed)
    : null;
}
