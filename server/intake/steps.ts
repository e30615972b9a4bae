/** The second step of a file: at once where it is short, behind the page where it is long; and files that nobody came back to. */
import { beginWriting, endWriting, forgetIntakesBefore, tellProgress } from "db/intake/changes.ts";
import { type Intake, intakeOf } from "db/intake/queries.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { Failure } from "shared/failure.ts";
import { AT_ONCE_ROWS, isIntakeKind, WAITS_HOURS } from "shared/intake/rules.ts";
import type { App } from "../app.ts";
import type { JobWithMetadata } from "../plugins/jobs.ts";
import type { Curator, Looked, SentFile } from "./looking.ts";
import { takeIn } from "./taking.ts";

export const INTAKE_QUEUE = "intake";
/** Often enough for a page that comes again every few seconds. */
const TELL_EVERY_ROWS = 100;
/** Thousands of rows take a minute on a small machine. */
const LONGEST_S = 900;

export interface Decided {
  sent: SentFile;
  curator: Curator;
  digest: string;
  token: string;
}

export function sentOf({ kind, format, content, asDrafts }: Intake): SentFile {
  if (!isIntakeKind(kind)) throw new TypeError(`nothing of the kind ${kind} is taken in`);
  return { kind, format: format === "json" ? "json" : "csv", content, asDrafts };
}

export function isLong({ counts }: Looked): boolean {
  return counts.new + counts.changed > AT_ONCE_ROWS;
}

/** Throws `stale` where the button was pressed twice, or what it was about changed. */
export async function takeInNow(app: App, { sent, curator, digest, token }: Decided): Promise<void> {
  await takeIn(app, {
    ...{ sent, curator, digest },
    before: (tx) => begin(tx, { ...curator, token, digest, total: 0 }),
    after: (tx, counts) => endWriting(tx, curator, { state: "done", counts }),
  });
}

export async function takeInBehind(
  app: App,
  { curator, digest, token }: Decided,
  { counts }: Looked,
): Promise<void> {
  const total = counts.new + counts.changed;
  await transaction(app.db, async (tx) => {
    await begin(tx, { ...curator, token, digest, total });
    await app.jobs.send(tx, INTAKE_QUEUE, { ...curator, token });
  });
  app.jobs.wake([INTAKE_QUEUE]);
}

async function begin(tx: Transaction, intake: Parameters<typeof beginWriting>[1]): Promise<void> {
  if (!(await beginWriting(tx, intake))) throw new Failure("stale");
}

export function intakeWork(app: App): void {
  app.jobs.declare({
    name: INTAKE_QUEUE,
    // A node that is stopped in between has written nothing: another one, or the next start, does it again.
    queue: { retryLimit: 3, expireInSeconds: LONGEST_S, deleteAfterSeconds: 60 },
    handle: async (jobs) => {
      for (const job of jobs) await work(app, job as JobWithMetadata<Curator & { token: string }>);
      return jobs.map(({ id }) => ({ id, status: "completed" as const }));
    },
  });
  app.jobs.declare({
    name: "forget-intakes",
    queue: { retryLimit: 3 },
    cron: "40 * * * *",
    handle: async (jobs) => {
      await forgetOldIntakes(app);
      return jobs.map(({ id }) => ({ id, status: "completed" as const }));
    },
  });
}

export function forgetOldIntakes(app: App): Promise<number> {
  const before = new Date(app.now().getTime() - WAITS_HOURS * 3_600_000);
  return transaction(app.db, (tx) => forgetIntakesBefore(tx, before));
}

async function work(app: App, { data }: JobWithMetadata<Curator & { token: string }>): Promise<void> {
  const { token, ...curator } = data;
  const intake = await intakeOf(app.db.queries, curator.region, curator.personId);
  if (intake?.state !== "writing" || intake.token !== token) return;
  try {
    await takeIn(app, {
      sent: sentOf(intake),
      curator,
      digest: intake.digest,
      after: (tx, counts) => endWriting(tx, curator, { state: "done", counts }),
      wrote: progressOf(app, curator),
    });
  } catch (error) {
    // What was looked at changed meanwhile, or a row found its address taken: nothing is written, and the person looks again.
    if (!(error instanceof Failure)) app.fastify.log.error({ err: error }, "file not taken in");
    await transaction(app.db, (tx) => endWriting(tx, curator, { state: "failed", counts: null }));
  }
}

function progressOf(app: App, curator: Curator): (rows: number) => void {
  let written = 0;
  let told = 0;
  return (rows) => {
    written += rows;
    if (written - told < TELL_EVERY_ROWS) return;
    told = written;
    tellProgress(app.db.queries, curator, written).catch((error: unknown) => {
      app.fastify.log.warn({ err: error }, "progress not told");
    });
  };
}
